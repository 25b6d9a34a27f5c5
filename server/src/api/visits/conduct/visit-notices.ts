import { bookingPath } from '@yunzhen/shared/scheduling/follow-up';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { DirectoryArea } from '../../directory/index.ts';
import type { Notify } from '../../notifications/index.ts';
import type { CareService } from '../care.service.ts';
import type { VisitView } from '../visit-view.ts';

/** Nine in the morning of the hospital’s day. */
const morning = 9 * 3_600_000;

const followUpKey = (visitId: string) => `visit.follow-up-due ${visitId}`;

interface Deps {
  notifications: Pick<Notify, 'notify' | 'withdraw'>;
  care: CareService;
  directory: DirectoryArea;
}

/**
 * After a visit its patient is told that the summary is there, and reminded on the first of the days on which the doctor would like to
 * see them again. A patient who has since booked with that doctor is not reminded.
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
    // What an earlier visit asked for is settled by this one.
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

  /** The patient has an appointment with the doctor. */
  booked(tx: Tx, { patientId, practitionerId }: { patientId: string; practitionerId: string }): Promise<void> {
    return this.#settle(tx, patientId, practitionerId, null);
  }

  /** Withdraws reminders of one patient to come to one doctor, except that of the visit at hand. */
  async #settle(tx: Tx, patientId: string, doctorId: string, exceptVisitId: string | null): Promise<void> {
    const { notifications, care, directory } = this.deps;
    const today = dayIn((await directory.hospital(tx)).timeZone, tx.now);
    for (const visitId of await care.followUpsAhead(tx, patientId, doctorId, today))
      if (visitId !== exceptVisitId) await notifications.withdraw(tx, followUpKey(visitId));
  }
}
