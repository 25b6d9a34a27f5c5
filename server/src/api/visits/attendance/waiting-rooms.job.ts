import { z } from 'zod';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { setWaiting } from './waiting-metrics.ts';
import type { WaitingRoomsService } from './waiting-rooms.service.ts';

const payload = z.strictObject({});

/** Runs every minute. Open pages count minutes themselves; this job serves patients without one. */
export function waitingRoomsJob(transactions: Transactions, rooms: WaitingRoomsService): JobDefinition<typeof payload> {
  return {
    name: 'tend-waiting-rooms',
    payload,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      const all = { patients: 0, longestSeconds: 0 };
      for (const hospital of await transactions.hospitals()) {
        const { patients, longestSeconds } = await rooms.tend(hospital, `job:${jobId}`);
        all.patients += patients;
        all.longestSeconds = Math.max(all.longestSeconds, longestSeconds);
      }
      setWaiting(all);
    },
  };
}
