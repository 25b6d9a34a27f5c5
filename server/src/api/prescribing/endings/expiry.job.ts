import { prescriptionMachine } from '@yunzhen/shared/prescribing/prescription';
import { systemContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { runEach } from '../../../platform/run-each.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { saveChange } from '../prescription-changes.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

type Parts = PrescribingPart<'transactions' | 'repository' | 'hooks'>;

/**
 * Expires prescriptions every minute, at the end of their last day in the hospital’s time zone and in any open state. The delay is harmless: review,
 * claim and dispense compare with the same instant.
 */
export function expiryJob(parts: Parts): JobDefinition {
  return hospitalJob({
    name: 'expire-prescriptions',
    cron: '* * * * *',
    transactions: parts.transactions,
    onlyWithWork: true,
    work: ({ hospitalId, requestId }) => expireIn(parts, hospitalId, requestId),
  });
}

/** Expires all overdue prescriptions of one hospital, each in its own transaction. `cause` takes the place of the request id. */
export async function expireIn(parts: Parts, hospitalId: string, cause: string): Promise<void> {
  const context = systemContext(hospitalId, cause);
  const ids = await parts.transactions.run(context, (tx) => parts.repository.runOut(tx));
  await runEach(ids, (id) => parts.transactions.run(context, (tx) => expire(parts, tx, id)));
}

async function expire(parts: Parts, tx: Tx, id: string): Promise<void> {
  const { repository, hooks } = parts;
  const row = await repository.lock(tx, id);
  // Another command may have decided or cancelled the prescription since the query.
  if (!row?.validUntil || row.validUntil > tx.now || !prescriptionMachine.can(row.status, 'expire')) return;
  row.status = prescriptionMachine.next(row.status, 'expire');
  const event = await saveChange(tx, parts, row);
  await hooks.onExpired.run(tx, row);
  await tx.audit('prescription.expired', { entity: 'prescription', entityId: id, patientId: row.patientId });
  await emitEvent(tx, 'prescription.expired', event);
}
