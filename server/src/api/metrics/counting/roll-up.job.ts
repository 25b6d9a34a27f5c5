import { z } from 'zod';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { RollupService } from './rollup.service.ts';

const everyHospital = z.strictObject({});
const oneHospital = z.strictObject({ hospitalId: z.uuid() });
export const rebuildJobName = 'rebuild-figures';

/** Counts, every minute, events that a process left uncounted because it died or does not count figures. */
export function rollUpJob(transactions: Transactions, rollups: RollupService): JobDefinition<typeof everyHospital> {
  return {
    name: 'roll-up-figures',
    payload: everyHospital,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachWithWork('roll-up-figures', (hospital) => rollups.countPending(hospital, `job:${jobId}`));
    },
  };
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
