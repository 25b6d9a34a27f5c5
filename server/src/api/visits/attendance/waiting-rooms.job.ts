import { z } from 'zod';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { runSteps } from '../../../platform/run-each.ts';
import { setWaiting } from './waiting-metrics.ts';
import type { WaitingRoomsService } from './waiting-rooms.service.ts';

const name = 'tend-waiting-rooms';
const payload = z.strictObject({});

/** Runs every minute. Open pages count minutes themselves; this job serves patients without one. */
export function waitingRoomsJob(transactions: Transactions, rooms: WaitingRoomsService): JobDefinition<typeof payload> {
  return {
    name,
    payload,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      const cause = `job:${jobId}`;
      await runSteps({
        'waiting rooms': () => transactions.eachWithWork(name, (hospital) => rooms.tend(hospital, cause)),
        // Counted after it, and also where it failed.
        figures: async () => setWaiting(await rooms.figures(cause)),
      });
    },
  };
}
