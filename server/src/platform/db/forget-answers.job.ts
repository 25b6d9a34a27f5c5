import { z } from 'zod';
import { systemContext } from '../context.ts';
import { forgetAnswers } from './idempotency.ts';
import type { Transactions } from './transaction.ts';
import type { JobDefinition } from '../jobs/jobs.ts';

const payload = z.strictObject({});

/** Deletes, every hour, stored answers of commands that are no longer retried, because they contain personal data. */
export function forgetAnswersJob(transactions: Transactions): JobDefinition<typeof payload> {
  return {
    name: 'forget-answers',
    payload,
    schedule: { cron: '17 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital((hospital) =>
        transactions.run(systemContext(hospital, `job:${jobId}`), forgetAnswers),
      );
    },
  };
}
