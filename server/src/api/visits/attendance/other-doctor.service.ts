import type { Visit } from '@yunzhen/shared/visits/visits.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import type { TransfersService } from '../transfers/transfers.service.ts';
import { isPatientOf, visitNotFound } from '../visits.policy.ts';
import type { VisitsPart } from '../visits-part.ts';

interface OtherDoctorServiceDeps extends VisitsPart<
  'transactions' | 'visits' | 'nextFree' | 'transferRows' | 'delays' | 'directory'
> {
  transfers: TransfersService;
}

/** Moves the patient of a late, paused or absent doctor to another doctor and keeps the place in the queue. */
export class OtherDoctorService extends Service<OtherDoctorServiceDeps> {
  /**
   * Moves to the doctor with the fewest patients, or to `wanted` if that doctor accepts patients. Throws `visit.not-waiting`, `visit.doctor-not-late` and
   * `visit.no-other-doctor`.
   */
  see(context: ActorContext, visitId: string, wanted: string | null): Promise<Visit> {
    const { transactions, visits, nextFree, transferRows, transfers, delays, directory } = this.deps;
    return transactions.command(context, 'seeAnother', async (tx) => {
      const before = await visits.find(tx, visitId);
      if (!before || !isPatientOf(context.actor, before)) throw visitNotFound();
      // Lock order everywhere: department, colleague, visit.
      await nextFree.lockDepartment(tx, before.departmentId);
      const { practitionerId: own } = context.actor;
      const besides = [before.practitionerId, ...(own === null ? [] : [own])];
      const today = dayIn((await directory.hospital(tx)).timeZone, tx.now);
      const doctorId = await nextFree.leastBusy(tx, before.departmentId, today, besides, wanted);
      const colleague = doctorId === null ? null : await transferRows.lockColleague(tx, doctorId);
      const visit = await visits.lock(tx, visitId, 'write');
      if (visit?.status !== 'waiting')
        throw new AppError('visit.not-waiting', 'visit is no longer waiting', {
          facts: { status: visit?.status ?? '' },
        });
      if (visit.practitionerId !== before.practitionerId || !(await delays.isKept(tx, visitId)))
        throw new AppError('visit.doctor-not-late', 'doctor is not late');
      if (!colleague?.onDuty)
        throw new AppError('visit.no-other-doctor', 'no other doctor of the department is on duty');
      await transferRows.settle(tx, visitId, 'taken');
      const { after } = await transfers.move(tx, visit, colleague.id, visit.departmentId, 'visit.doctor-changed');
      return after.visit;
    });
  }
}
