import { bookingPath } from '@yunzhen/shared/scheduling/follow-up';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { DirectoryArea } from '../../directory/index.ts';
import type { Notify } from '../../notifications/index.ts';
import type { CareService } from '../care.service.ts';
import type { VisitView } from '../visit-view.ts';

/** 09:00 in the hospital’s time zone, in milliseconds after midnight. */
const morning = 9 * HOUR_MS;

const followUpKey = (visitId: string) => `visit.follow-up-due ${visitId}`;

interface Deps {
  notifications: Pick<Notify, 'notify' | 'withdraw'>;
  care: CareService;
  directory: DirectoryArea;
}

/**
 * Notifies the patient after a visit that the summary is available, and reminds the patient on the first day of the requested follow-up. A later
 * booking with that doctor cancels the reminder.
 */
export class VisitNotices extends Service<Deps> {
  async completed(tx: Tx, { visit }: VisitView): Promise<void> {
    const { notify } = this.deps.notifications;
    const to = { patientId: visit.patient.id };
    const doctor = { name: visit.doctor.name, nameLatin: visit.doctor.nameLatin };
    await notify(tx, {
      to,
      template: 'visit.summary-ready',
      facts: { doctor },
      link: `/visits/${visit.id}`,
      dedupe: `visit.summary-ready ${visit.id}`,
    });
    // This visit settles the follow-up that an earlier visit asked for.
    await this.#settle(tx, visit.patient.id, visit.doctor.id, visit.id);
    if (!visit.followUp) return;
    const midnight = endOfDay((await this.deps.directory.hospital(tx)).timeZone, shiftDay(visit.followUp.from, -1));
    await notify(tx, {
      to,
      template: 'visit.follow-up-due',
      facts: { doctor, day: visit.followUp.from },
      link: bookingPath({ doctorId: visit.doctor.id, departmentId: visit.department.id, afterVisitId: visit.id }),
      dedupe: followUpKey(visit.id),
      notBefore: new Date(midnight.getTime() + morning),
    });
  }

  /** Cancels reminders when the patient has booked an appointment with the doctor. */
  booked(tx: Tx, { patientId, practitionerId }: { patientId: string; practitionerId: string }): Promise<void> {
    return this.#settle(tx, patientId, practitionerId, null);
  }

  /** Withdraws the patient’s follow-up reminders for one doctor, except that of the given visit. */
  async #settle(tx: Tx, patientId: string, doctorId: string, exceptVisitId: string | null): Promise<void> {
    const { notifications, care, directory } = this.deps;
    const today = dayIn((await directory.hospital(tx)).timeZone, tx.now);
    for (const visitId of await care.followUpsAhead(tx, patientId, doctorId, today))
      if (visitId !== exceptVisitId) await notifications.withdraw(tx, followUpKey(visitId));
  }
}
