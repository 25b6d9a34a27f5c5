import { forgetAnswers } from './idempotency.ts';
import type { Transactions } from './transaction.ts';
import { hospitalJob } from '../jobs/hospital-job.ts';
import type { JobDefinition } from '../jobs/jobs.ts';

/** Deletes, every hour, stored answers of commands that are no longer retried, because they contain personal data. */
export function forgetAnswersJob(transactions: Transactions): JobDefinition {
  return hospitalJob({
    name: 'forget-answers',
    cron: '17 * * * *',
    transactions,
    work: (context) => transactions.run(context, forgetAnswers),
  });
}
