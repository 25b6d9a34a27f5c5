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
      try {
        await transactions.eachHospital(async (hospital) => {
          const cause = `job:${jobId}`;
          const tended = rooms.tend(hospital, cause);
          // Counted after it, and also where it failed.
          await tended.catch(() => undefined);
          const { patients, longestSeconds } = await rooms.figures(hospital, cause);
          all.patients += patients;
          all.longestSeconds = Math.max(all.longestSeconds, longestSeconds);
          await tended;
        });
      } finally {
        setWaiting(all);
      }
    },
  };
}
