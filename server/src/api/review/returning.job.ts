import type { Transactions } from '../../platform/db/transaction.ts';
import { hospitalJob } from '../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { ReviewService } from './review.service.ts';

/** Returns abandoned reviews to the queue every minute, so that no patient waits for a closed page. */
export function returningJob(transactions: Transactions, reviews: ReviewService): JobDefinition {
  return hospitalJob({
    name: 'return-abandoned-reviews',
    cron: '* * * * *',
    transactions,
    onlyWithWork: true,
    work: ({ hospitalId, requestId }) => reviews.returnAbandoned(hospitalId, requestId),
  });
}
