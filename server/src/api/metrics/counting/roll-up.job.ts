import { z } from 'zod';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { RollupService } from './rollup.service.ts';

const everyHospital = z.strictObject({});
const oneHospital = z.strictObject({ hospitalId: z.uuid() });
export const rebuildJobName = 'rebuild-figures';

/** Every minute: counts what a process that died, or one without the figures, left waiting. */
export function rollUpJob(transactions: Transactions, rollups: RollupService): JobDefinition<typeof everyHospital> {
  return {
    name: 'roll-up-figures',
    payload: everyHospital,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      for (const hospital of await transactions.hospitals()) await rollups.countPending(hospital, `job:${jobId}`);
    },
  };
}

/** On demand: counts all events of one hospital anew. */
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
