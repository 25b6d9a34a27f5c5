import { z } from 'zod';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { TendingService } from '../tending/tending.service.ts';

const name = 'tell-of-gone-doctors';
const payload = z.strictObject({ hospitalId: z.uuid() });

/** Notifies patients at once when a doctor’s account is closed or loses the role; the job of the next minute notifies those it missed. */
export function goneDoctorsJob(tending: TendingService): JobDefinition<typeof payload> {
  return { name, payload, run: ({ hospitalId }, jobId) => tending.notifyOfGoneDoctors(hospitalId, `job:${jobId}`) };
}

export async function notifyPatientsOf(tx: Tx, jobs: Jobs, accountId: string): Promise<void> {
  const practitioners = await tx.query('SELECT 1 FROM practitioner WHERE account_id = $1', [accountId]);
  if (practitioners.length > 0) await jobs.enqueue(tx, name, { hospitalId: tx.hospitalId }, tx.hospitalId);
}
