import type { Transactions } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { TendingService } from './tending.service.ts';

/** Runs every minute. Correctness does not depend on it, because booking, moving and arriving compare the same instants. */
export function tendingJob(transactions: Transactions, tending: TendingService): JobDefinition {
  return hospitalJob({
    name: 'tend-appointments',
    cron: '* * * * *',
    transactions,
    onlyWithWork: true,
    work: ({ hospitalId, requestId }) => tending.tend(hospitalId, requestId),
  });
}
