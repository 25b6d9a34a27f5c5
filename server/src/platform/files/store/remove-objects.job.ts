import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext } from '../../context.ts';
import type { Transactions } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/jobs.ts';
import { foreignBucketText } from './bucket-claim.ts';
import type { FileStore } from './file-store.ts';
import { dueRemovals, forgetRemovals } from './object-removals.ts';

const payload = z.strictObject({});
const atOnce = 100;
/** A hospital with as many failures waits for the next run. */
const MAX_FAILURES = 100;

type Removing = Pick<FileStore, 'isReachable' | 'owner' | 'remove'>;

/** Removes, every hour, the objects of deleted files, and orphans: objects whose row was not stored within a day. */
export function removeObjectsJob(transactions: Transactions, files: Removing): JobDefinition<typeof payload> {
  return {
    name: 'remove-file-objects',
    payload,
    schedule: { cron: '53 * * * *', timeZone: 'UTC', payload: {} },
    longestSeconds: 1800,
    run: async (_payload, jobId) => {
      // Otherwise every hospital would wait for the timeout.
      if (!(await files.isReachable())) throw new AppError('service.unavailable', 'file store does not answer');
      const owner = await files.owner();
      if (owner === 'other') throw new Error(foreignBucketText);
      if (owner === 'own')
        await transactions.eachHospital((hospital) =>
          removeDue(hospital, { transactions, files, cause: `job:${jobId}` }),
        );
    },
  };
}

/** Removes what is due in one hospital. An object that cannot be removed stays scheduled, and does not hold up the others; it is thrown at the end. */
async function removeDue(
  hospital: string,
  { transactions, files, cause }: { transactions: Transactions; files: Removing; cause: string },
): Promise<void> {
  const context = systemContext(hospital, cause);
  const failures = new Map<string, unknown>();
  for (let found = atOnce; found === atOnce && failures.size < MAX_FAILURES;) {
    const keys = await transactions.run(context, (tx) => dueRemovals(tx, atOnce, [...failures.keys()]));
    for (const key of keys) await files.remove(key).catch((error: unknown) => failures.set(key, error));
    const removed = keys.filter((key) => !failures.has(key));
    // A crash before this removes them once more, which is no error.
    if (removed.length > 0) await transactions.run(context, (tx) => forgetRemovals(tx, removed));
    found = keys.length;
  }
  if (failures.size > 0) throw new AggregateError(failures.values(), `${failures.size} objects cannot be removed`);
}
