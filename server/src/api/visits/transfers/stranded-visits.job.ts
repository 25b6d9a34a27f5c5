import { z } from 'zod';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { StrandedVisitsService } from './stranded-visits.service.ts';

const name = 'hand-over-stranded-visits';
const payload = z.strictObject({ hospitalId: z.uuid() });

/** At once when a doctor’s account is closed; what nobody was free for is looked at again each minute with the waiting rooms. */
export function strandedVisitsJob(stranded: StrandedVisitsService): JobDefinition<typeof payload> {
  return { name, payload, run: ({ hospitalId }, jobId) => stranded.tend(hospitalId, `job:${jobId}`) };
}

/**
 * By a job, because whoever closes an account holds its rows, and visits are handed over under the locks of departments and colleagues.
 */
export async function handOverVisitsOf(tx: Tx, jobs: Jobs, accountId: string): Promise<void> {
  const practitioners = await tx.query('SELECT 1 FROM practitioner WHERE account_id = $1', [accountId]);
  if (practitioners.length > 0) await jobs.enqueue(tx, name, { hospitalId: tx.hospitalId }, tx.hospitalId);
}
