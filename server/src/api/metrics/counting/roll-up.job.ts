import { z } from 'zod';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { RollupService } from './rollup.service.ts';

const oneHospital = z.strictObject({ hospitalId: z.uuid() });
export const rebuildJobName = 'rebuild-figures';

/** Counts, every minute, events that a process left uncounted because it died or does not count figures. */
export function rollUpJob(transactions: Transactions, rollups: RollupService): JobDefinition {
  return hospitalJob({
    name: 'roll-up-figures',
    cron: '* * * * *',
    transactions,
    onlyWithWork: true,
    work: ({ hospitalId, requestId }) => rollups.countPending(hospitalId, requestId),
  });
}

/** Recounts all events of one hospital on demand. */
export function rebuildJob(rollups: RollupService): JobDefinition<typeof oneHospital> {
  return {
    name: rebuildJobName,
    payload: oneHospital,
    run: async ({ hospitalId }, jobId) => {
      await rollups.rebuild(hospitalId, `job:${jobId}`);
      await rollups.countPending(hospitalId, `job:${jobId}`);
    },
  };
}
