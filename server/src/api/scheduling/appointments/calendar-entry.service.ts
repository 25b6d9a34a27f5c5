import { appointmentCalendar } from './appointment-calendar.ts';
import { localized, type Locale, inLocale, nameInOrder } from '@yunzhen/shared/core/locale';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { appointmentNotFound, isPatientOf } from '../scheduling.policy.ts';
import type { SchedulingPart } from '../scheduling-part.ts';

const words = {
  en: {
    summary: (doctor: string) => `Video visit with ${doctor}`,
    description: 'Check in from this page shortly before the time. For another time, move or cancel it there.',
  },
  'zh-CN': {
    summary: (doctor: string) => `视频就诊：${doctor}`,
    description: '请在预约时间前不久通过此页面报到。如需改期或取消，也请在此页面操作。',
  },
};

interface CalendarEntryServiceDeps extends SchedulingPart<'transactions' | 'appointments' | 'desk'> {
  addressOf: (slug: string) => string;
}

/** The appointment as a calendar file, without department and reason, because other people may see a calendar. */
export class CalendarEntryService extends Service<CalendarEntryServiceDeps> {
  file(context: ActorContext, id: string, locale: Locale): Promise<string> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.appointments.find(tx, id);
      if (!row || !isPatientOf(context.actor, row) || row.bookedAt === null) throw appointmentNotFound();
      await tx.audit('appointment.read', { entity: 'appointment', entityId: id, patientId: row.patientId });
      const hospital = await this.deps.desk.hospital(tx);
      const doctor = nameInOrder(row.doctorName, row.doctorNameLatin, locale);
      return appointmentCalendar({
        id,
        sequence: row.sequence,
        cancelled: row.status === 'cancelled',
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        summary: inLocale(words, locale).summary(doctor),
        description: inLocale(words, locale).description,
        url: `${this.deps.addressOf(hospital.slug)}/appointments/${id}`,
        madeAt: tx.now,
        organizer: localized(hospital.name, locale),
        alarms: [60],
      });
    });
  }
}
