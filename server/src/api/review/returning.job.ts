import { z } from 'zod';
import type { Transactions } from '../../platform/db/transaction.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { ReviewService } from './review.service.ts';

const payload = z.strictObject({});

/** Returns abandoned reviews to the queue every minute, so that no patient waits for a closed page. */
export function returningJob(transactions: Transactions, reviews: ReviewService): JobDefinition<typeof payload> {
  return {
    name: 'return-abandoned-reviews',
    payload,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachWithWork('return-abandoned-reviews', (hospital) =>
        reviews.returnAbandoned(hospital, `job:${jobId}`),
      );
    },
  };
}
