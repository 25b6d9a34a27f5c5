import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { prescriptionMachine } from '@yunzhen/shared/prescribing/prescription';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { AlertRatesService } from '../alerts/alert-rates.service.ts';
import { saveChange } from '../prescription-changes.ts';
import type { PrescriptionQueries } from '../prescription-queries.service.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { requireOwn } from '../prescription.policy.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

interface CancellationServiceDeps extends PrescribingPart<'transactions' | 'repository' | 'hooks'> {
  queries: PrescriptionQueries;
  alerts: AlertRatesService;
}

/** Cancels prescriptions for their doctor. */
export class CancellationService extends Service<CancellationServiceDeps> {
  /**
   * Cancels a draft, or a signed prescription that no pharmacy has claimed. Returns state `dispensing` when a pharmacy has claimed it; the pharmacy
   * is asked to agree. Throws `prescription.already-dispensed` when it is too late.
   */
  cancel(context: ActorContext, id: string, reason: string): Promise<Prescription> {
    const { transactions, repository, queries, hooks } = this.deps;
    return transactions.command(context, 'cancelPrescription', async (tx) => {
      const row = requireOwn(context.actor, await repository.lock(tx, id));
      if (prescriptionMachine.isDone(row.status, 'cancel')) return queries.readAgain(tx, row);
      if (row.status === 'dispensed')
        throw new AppError('prescription.already-dispensed', 'prescription is already fully dispensed');
      if (row.status === 'dispensing') {
        await hooks.onCancelAsked.run(tx, row, reason);
        const event = await saveChange(tx, this.deps, row);
        await tx.audit('prescription.cancel-asked', {
          entity: 'prescription',
          entityId: id,
          patientId: row.patientId,
        });
        await emitEvent(tx, 'prescription.cancel-asked', event);
      } else {
        row.status = prescriptionMachine.next(row.status, 'cancel');
        await this.withdraw(tx, row, reason);
      }
      return queries.view(tx, row, 'clinician');
    });
  }

  /** Saves a cancellation that the state machine has already allowed, with its hooks, audit event and event. */
  async withdraw(tx: Tx, row: PrescriptionRow, reason: string): Promise<void> {
    row.cancelReason = reason;
    const event = await saveChange(tx, this.deps, row);
    await this.deps.alerts.withdrawn(tx, row);
    await this.deps.hooks.onCancelled.run(tx, row);
    await tx.audit('prescription.cancelled', { entity: 'prescription', entityId: row.id, patientId: row.patientId });
    await emitEvent(tx, 'prescription.cancelled', { ...event, facts: {} });
  }
}
