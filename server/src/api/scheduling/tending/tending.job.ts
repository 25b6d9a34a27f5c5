import { z } from 'zod';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { TendingService } from './tending.service.ts';

const payload = z.strictObject({});

/** Runs every minute. Correctness does not depend on it, because booking, moving and arriving compare the same instants. */
export function tendingJob(transactions: Transactions, tending: TendingService): JobDefinition<typeof payload> {
  return {
    name: 'tend-appointments',
    payload,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachWithWork('tend-appointments', (hospital) => tending.tend(hospital, `job:${jobId}`));
    },
  };
}
