import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext } from '../../context.ts';
import type { Transactions } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/jobs.ts';
import type { FileStore } from './file-store.ts';
import { dueRemovals, forgetRemovals } from './object-removals.ts';

const payload = z.strictObject({});
const atOnce = 100;

/** Removes, every hour, the objects of deleted files, and orphans: objects whose row was not stored within a day. */
export function removeObjectsJob(transactions: Transactions, files: FileStore): JobDefinition<typeof payload> {
  return {
    name: 'remove-file-objects',
    payload,
    schedule: { cron: '53 * * * *', timeZone: 'UTC', payload: {} },
    longestSeconds: 1800,
    run: async (_payload, jobId) => {
      // Otherwise every hospital would wait for the timeout.
      if (!(await files.isReachable())) throw new AppError('service.unavailable', 'file store does not answer');
      await transactions.eachHospital(async (hospital) => {
        const context = systemContext(hospital, `job:${jobId}`);
        for (let removed = atOnce; removed === atOnce;) {
          const keys = await transactions.run(context, (tx) => dueRemovals(tx, atOnce));
          for (const key of keys) await files.remove(key);
          // A crash before this removes them once more, which is no error.
          if (keys.length > 0) await transactions.run(context, (tx) => forgetRemovals(tx, keys));
          removed = keys.length;
        }
      });
    },
  };
}
