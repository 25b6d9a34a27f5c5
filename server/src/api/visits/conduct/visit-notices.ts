import { bookingPath } from '@yunzhen/shared/scheduling/follow-up';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { Hospital } from '../../administration/index.ts';
import type { Notify } from '../../notifications/index.ts';
import type { NoticeHook } from '../../scheduling/index.ts';
import type { CareService } from '../care.service.ts';
import type { CompletionHook } from './conduct.service.ts';

/** Nine in the morning of the hospital’s day. */
const morning = 9 * 3_600_000;

const followUpKey = (visitId: string) => `visit.follow-up-due ${visitId}`;

interface Needs {
  notifications: Pick<Notify, 'notify' | 'withdraw'>;
  visits: Pick<CareService, 'followUpsAhead'>;
  hospital: (tx: Tx) => Promise<Hospital>;
}

/**
 * After a visit its patient is told that the summary is there, and reminded on the first of the days on which the doctor would like to
 * see them again. Who has booked with that doctor meanwhile is not reminded.
 */
export function tellOfVisits({ notifications, visits, hospital }: Needs): {
  completed: CompletionHook;
  booked: NoticeHook;
} {
  const { notify, withdraw } = notifications;
  /** Reminders of one patient to come to one doctor, except that of the visit at hand. */
  async function settle(tx: Tx, patientId: string, doctorId: string, exceptVisitId: string | null): Promise<void> {
    const today = dayIn((await hospital(tx)).timeZone, tx.now);
    for (const visitId of await visits.followUpsAhead(tx, patientId, doctorId, today))
      if (visitId !== exceptVisitId) await withdraw(tx, followUpKey(visitId));
  }
  return {
    completed: async (tx, { visit }) => {
      const to = { patientId: visit.patient.id };
      const doctor = { name: visit.doctor.name, nameLatin: visit.doctor.nameLatin };
      await notify(tx, {
        to,
        template: 'visit.summary-ready',
        facts: { doctor },
        link: `/visits/${visit.id}`,
        dedupe: `visit.summary-ready ${visit.id}`,
      });
      // What an earlier visit asked for is settled by this one.
      await settle(tx, visit.patient.id, visit.doctor.id, visit.id);
      if (!visit.followUp) return;
      const midnight = endOfDay((await hospital(tx)).timeZone, shiftDay(visit.followUp.from, -1));
      await notify(tx, {
        to,
        template: 'visit.follow-up-due',
        facts: { doctor, day: visit.followUp.from },
        link: bookingPath({ doctorId: visit.doctor.id, departmentId: visit.department.id, afterVisitId: visit.id }),
        dedupe: followUpKey(visit.id),
        notBefore: new Date(midnight.getTime() + morning),
      });
    },
    booked: async (tx, notice, appointment) => {
      if (notice === 'appointment-booked') await settle(tx, appointment.patientId, appointment.practitionerId, null);
    },
  };
}
