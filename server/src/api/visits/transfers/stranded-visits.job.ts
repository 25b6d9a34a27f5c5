import { z } from 'zod';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { StrandedVisitsService } from './stranded-visits.service.ts';

const name = 'hand-over-stranded-visits';
const payload = z.strictObject({ hospitalId: z.uuid() });

/** Runs at once when a doctor’s account is closed. The waiting rooms job retries every minute for visits without a free doctor. */
export function strandedVisitsJob(stranded: StrandedVisitsService): JobDefinition<typeof payload> {
  return { name, payload, run: ({ hospitalId }, jobId) => stranded.tend(hospitalId, `job:${jobId}`) };
}

/** Starts a job, because the transaction that closes an account locks its rows, while a handover locks departments and colleagues. */
export async function handOverVisitsOf(tx: Tx, jobs: Jobs, accountId: string): Promise<void> {
  const practitioners = await tx.query('SELECT 1 FROM practitioner WHERE account_id = $1', [accountId]);
  if (practitioners.length > 0) await jobs.enqueue(tx, name, { hospitalId: tx.hospitalId }, tx.hospitalId);
}
