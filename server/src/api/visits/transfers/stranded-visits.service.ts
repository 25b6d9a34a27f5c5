import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { systemContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
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

/** A talk waits so long for its doctor to be let in again, or for a colleague; then its patient is told to wait in the waiting room. */
const graceSeconds = 60;

/** Why such a visit changed hands; no word of a doctor to a colleague. */
const reason = 'doctor-left';

/**
 * Visits whose doctor may not treat any more: each goes to the next free doctor of its department by the same time, somebody who was
 * in the talk on hold. While nobody is free the patient is told; who was in the talk goes back to the waiting room, to the old place, where they
 * may leave, see another doctor or choose another time. Whoever comes on duty gets them.
 */
export class StrandedVisitsService extends Service<StrandedVisitsServiceDeps> {
  /** Each visit in a transaction of its own, so that one that fails holds up no other. `cause` goes where a request id would. */
  async tend(hospitalId: string, cause: string): Promise<void> {
    const { transactions, stranded } = this.deps;
    const run = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.run(systemContext(hospitalId, cause), work);
    await run((tx) => stranded.forgetReturned(tx));
    for (const id of await run((tx) => stranded.ids(tx))) await run((tx) => this.#tend(tx, id));
  }

  async #tend(tx: Tx, visitId: string): Promise<void> {
    const { stranded, nextFree, transferRows, visits } = this.deps;
    const found = await stranded.find(tx, visitId);
    if (!found) return;
    // Department, colleague, visit: the order in which these are held everywhere.
    await nextFree.lockDepartment(tx, found.departmentId);
    const doctorId = await this.#nextFree(tx, found);
    const colleague = doctorId === null ? null : await transferRows.lockColleague(tx, doctorId);
    await visits.lock(tx, visitId, 'write');
    const now = await stranded.find(tx, visitId);
    // Somebody else was quicker, or the account was opened again.
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
    // Nobody can decline it: there is nobody to give it back to.
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
      await this.#tellPages(tx, visit.id);
      await this.#tellToWait(tx, visit);
      return;
    }
    if (visit.status !== 'in-progress' || tx.now.getTime() - visit.doctorGoneAt.getTime() < graceSeconds * 1000) return;
    // Its place was kept with the time of its check-in or its appointment.
    await transitions.carryOutAlone(tx, {
      command: 'return-to-queue',
      visitId: visit.id,
      prepare: () => Promise.resolve({ admittedAt: null }),
      tell: async () => {
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

  /** The page that waits says so at once. */
  async #tellPages(tx: Tx, visitId: string): Promise<void> {
    const view = await this.deps.visits.view(tx, visitId);
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

  async #tellToWait(tx: Tx, { id, practitionerId, patientId, doctor }: StrandedVisit): Promise<void> {
    await this.deps.notify(tx, {
      to: { patientId },
      template: 'visit.doctor-gone',
      facts: { doctor },
      link: `/visits/${id}`,
      dedupe: `doctor gone ${id} ${practitionerId}`,
    });
  }
}
