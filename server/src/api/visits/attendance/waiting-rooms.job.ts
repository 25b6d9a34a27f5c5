import { z } from 'zod';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { runEach, runSteps } from '../../../platform/run-each.ts';
import { setWaiting, type WaitingFigures } from './waiting-metrics.ts';
import type { WaitingRoomsService } from './waiting-rooms.service.ts';

const payload = z.strictObject({});

/** Runs every minute. Open pages count minutes themselves; this job serves patients without one. */
export function waitingRoomsJob(transactions: Transactions, rooms: WaitingRoomsService): JobDefinition<typeof payload> {
  return {
    name: 'tend-waiting-rooms',
    payload,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      const cause = `job:${jobId}`;
      const hospitals = await transactions.hospitals();
      const counted: WaitingFigures[] = [];
      try {
        await runEach(hospitals, (hospital) =>
          runSteps({
            'waiting rooms': () => rooms.tend(hospital, cause),
            // Counted after it, and also where it failed.
            figures: async () => void counted.push(await rooms.figures(hospital, cause)),
          }),
        );
      } finally {
        // The sum of some hospitals would look like the sum of all.
        if (counted.length === hospitals.length) setWaiting(sumOf(counted));
      }
    },
  };
}

function sumOf(figures: readonly WaitingFigures[]): WaitingFigures {
  return {
    patients: figures.reduce((sum, { patients }) => sum + patients, 0),
    longestSeconds: Math.max(0, ...figures.map(({ longestSeconds }) => longestSeconds)),
  };
}
