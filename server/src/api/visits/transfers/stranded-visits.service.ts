import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { systemContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { runEach } from '../../../platform/run-each.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { visitChanges } from '../visit-audience.ts';
import type { VisitTransitions } from '../conduct/visit-transitions.service.ts';
import type { StrandedVisit, StrandedVisitsRepository } from './stranded-visits.repository.ts';
import type { TransfersService } from './transfers.service.ts';
import type { VisitsPart } from '../visits-part.ts';

interface StrandedVisitsServiceDeps extends VisitsPart<
  'transactions' | 'visits' | 'nextFree' | 'transferRows' | 'directory' | 'notify'
> {
  stranded: StrandedVisitsRepository;
  transfers: TransfersService;
  transitions: VisitTransitions;
}

/** Seconds that an interrupted consultation waits for its doctor or a colleague before the patient returns to the waiting room. */
const graceSeconds = 60;

/** The reason of the handover, in place of a doctor’s text to a colleague. */
const reason = 'doctor-left';

/**
 * Reassigns visits whose doctor may no longer treat to the next free doctor of the department; the place in the queue stays, and an interrupted
 * consultation is on hold. While no doctor is free, the patient is notified, returns to the waiting room, and may leave, rebook or see another
 * doctor.
 */
export class StrandedVisitsService extends Service<StrandedVisitsServiceDeps> {
  /** Handles each visit in its own transaction, so that a failure does not block the others. `cause` takes the place of the request id. */
  async tend(hospitalId: string, cause: string): Promise<void> {
    const { transactions, stranded } = this.deps;
    const run = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(hospitalId, cause), work);
    await run((tx) => stranded.forgetReturned(tx));
    await runEach(await run((tx) => stranded.ids(tx)), (id) => run((tx) => this.#tend(tx, id)));
  }

  async #tend(tx: Tx, visitId: string): Promise<void> {
    const { stranded, nextFree, transferRows, visits } = this.deps;
    const found = await stranded.find(tx, visitId);
    if (!found) return;
    // Lock order everywhere: department, colleague, visit.
    await nextFree.lockDepartment(tx, found.departmentId);
    const doctorId = await this.#nextFree(tx, found);
    const colleague = doctorId === null ? null : await transferRows.lockColleague(tx, doctorId);
    await visits.lock(tx, visitId, 'write');
    const now = await stranded.find(tx, visitId);
    // Another process reassigned the visit, or the account was reactivated.
    if (now?.practitionerId !== found.practitionerId) return;
    if (colleague?.onDuty && colleague.active) await this.#handOver(tx, now, colleague);
    else if (now.status !== 'planned') await this.#leaveWaiting(tx, now);
  }

  async #nextFree(tx: Tx, { departmentId, practitionerId, ownPractitionerId }: StrandedVisit): Promise<string | null> {
    const { nextFree, directory } = this.deps;
    const today = dayIn((await directory.hospital(tx)).timeZone, tx.now);
    const besides = [practitionerId, ...(ownPractitionerId === null ? [] : [ownPractitionerId])];
    return nextFree.leastBusy(tx, departmentId, today, besides);
  }

  async #handOver(tx: Tx, stranded: StrandedVisit, colleague: { id: string; accountId: string }): Promise<void> {
    const { transferRows, transfers, visits, notify } = this.deps;
    const { id: visitId, departmentId, practitionerId: from, doctor } = stranded;
    await transferRows.settle(tx, visitId, 'taken');
    // Stored as accepted, because there is no doctor to give it back to.
    await transferRows.insert(tx, {
      id: newId(),
      visitId,
      fromPractitionerId: from,
      toPractitionerId: colleague.id,
      reason,
      fromDepartmentId: departmentId,
      toDepartmentId: departmentId,
    });
    await transferRows.settle(tx, visitId, 'taken');
    if (stranded.status === 'in-progress') await visits.setHeld(tx, visitId, true);
    const visit = await visits.lock(tx, visitId, 'write');
    if (!visit) return;
    await transfers.move(tx, visit, colleague.id, departmentId, 'visit.transferred');
    await notify(tx, {
      to: { accountId: colleague.accountId },
      template: 'staff.visit-came-over',
      facts: { from: doctor },
      link: '/workbench',
    });
  }

  async #leaveWaiting(tx: Tx, visit: StrandedVisit): Promise<void> {
    const { stranded, transitions } = this.deps;
    if (visit.doctorGoneAt === null) {
      await stranded.noteGone(tx, visit.id);
      await this.#notifyPages(tx, visit.id);
      await this.#notifyOfWait(tx, visit);
      return;
    }
    if (visit.status !== 'in-progress' || tx.now.getTime() - visit.doctorGoneAt.getTime() < graceSeconds * 1000) return;
    // The place in the queue is the time of check-in or appointment, which is still stored.
    await transitions.carryOutAlone(tx, {
      command: 'return-to-queue',
      visitId: visit.id,
      prepare: () => Promise.resolve({ admittedAt: null }),
      notify: async () => {
        const { id, patientId, practitionerId, doctor } = visit;
        await this.deps.notify(tx, {
          to: { patientId },
          template: 'visit.back-in-queue',
          facts: { doctor },
          link: `/visits/${id}/waiting`,
          dedupe: `back in queue ${id} ${practitionerId}`,
        });
      },
    });
  }

  /** Refreshes the waiting page at once. */
  async #notifyPages(tx: Tx, visitId: string): Promise<void> {
    const view = await this.deps.visits.findView(tx, visitId);
    if (!view) return;
    const { doctor, department } = view.visit;
    await emitEvent(tx, 'visit.doctor-gone', {
      entityId: visitId,
      visitId,
      departmentId: department.id,
      practitionerId: doctor.id,
      facts: {},
      changes: visitChanges(view, []),
    });
  }

  async #notifyOfWait(tx: Tx, { id, practitionerId, patientId, doctor }: StrandedVisit): Promise<void> {
    await this.deps.notify(tx, {
      to: { patientId },
      template: 'visit.doctor-gone',
      facts: { doctor },
      link: `/visits/${id}`,
      dedupe: `doctor gone ${id} ${practitionerId}`,
    });
  }
}
