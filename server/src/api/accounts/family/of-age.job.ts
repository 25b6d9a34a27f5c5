import type { Transactions } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { FamilyService } from './family.service.ts';

/** Ends guardianships of children who have come of age. Runs a few minutes after each hour, so soon after midnight in every time zone. */
export function ofAgeJob(transactions: Transactions, family: FamilyService): JobDefinition {
  return hospitalJob({
    name: 'end-guardianships-of-age',
    cron: '2,32 * * * *',
    transactions,
    work: (context) => transactions.run(context, (tx) => family.endOfAge(tx)),
  });
}
