import type { Prescription, ReturnedPrescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { saveChange } from '../prescription-changes.ts';
import type { PrescriptionQueries } from '../prescription-queries.service.ts';
import type { PrescriptionRow, StoredFollowUp } from '../prescription.entity.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

interface ReturnedPrescriptionsDeps extends PrescribingPart<'transactions' | 'repository' | 'visits' | 'hooks'> {
  queries: PrescriptionQueries;
}

/** Records what the doctor of a visit did about each prescription that a pharmacist returned. Each is a task of its own until then. */
export class ReturnedPrescriptions extends Service<ReturnedPrescriptionsDeps> {
  /** Lists those of the patient of the doctor’s current visit, for the prescription that may replace them. */
  list(context: ActorContext, visitId: string): Promise<{ items: ReturnedPrescription[] }> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.visits.requireConduct(tx, context.actor, visitId);
      const { patientId, practitionerId } = visit;
      const items = await this.deps.repository.returnedOf(tx, patientId, practitionerId);
      const details = { count: items.length };
      await tx.audit('prescription.read', { entity: 'visit', entityId: visitId, patientId, details });
      return { items };
    });
  }

  /** Repeating the command returns the prescription. Throws `prescription.transition-refused` for one that was not returned. */
  noneNeeded(context: ActorContext, id: string, reason: string): Promise<Prescription> {
    return this.deps.transactions.command(context, 'followUpReturned', async (tx) => {
      const row = await this.#lock(tx, context.actor, id);
      if (row.followUp !== null) return this.deps.queries.readAgain(tx, row);
      await this.#store(tx, context.actor, row, { kind: 'not-needed', reason, prescriptionId: null });
      return this.deps.queries.view(tx, row, 'clinician');
    });
  }

  /** Marks returned prescriptions of the same patient as replaced, in the transaction of the signature. */
  async replace(tx: Tx, actor: Actor, ids: readonly string[], by: PrescriptionRow): Promise<void> {
    for (const id of ids.toSorted()) {
      const row = await this.#lock(tx, actor, id);
      if (row.patientId !== by.patientId) throw new AppError('resource.not-found', 'prescription not found');
      if (row.followUp === null)
        await this.#store(tx, actor, row, { kind: 'replaced', reason: '', prescriptionId: by.id });
    }
  }

  /** The visit’s doctor follows up, also what a colleague prescribed before a handover. */
  async #lock(tx: Tx, actor: Actor, id: string): Promise<PrescriptionRow> {
    const row = await this.deps.repository.lock(tx, id);
    const visit = row && (await this.deps.visits.getVisit(tx, row.visitId));
    if (!row || actor.practitionerId === null || visit?.practitionerId !== actor.practitionerId)
      throw new AppError('resource.not-found', 'prescription not found');
    if (row.status === 'rejected') return row;
    throw new AppError('prescription.transition-refused', 'only a returned prescription is followed up', {
      facts: { state: row.status },
    });
  }

  async #store(
    tx: Tx,
    actor: Actor,
    row: PrescriptionRow,
    done: Pick<StoredFollowUp, 'kind' | 'reason' | 'prescriptionId'>,
  ): Promise<void> {
    row.followUp = { ...done, practitionerId: actor.practitionerId ?? row.practitionerId, at: tx.now.toISOString() };
    const event = await saveChange(tx, this.deps, row);
    await tx.audit('prescription.followed-up', {
      entity: 'prescription',
      entityId: row.id,
      patientId: row.patientId,
      details: { kind: done.kind },
    });
    await emitEvent(tx, 'prescription.followed-up', event);
  }
}
