import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { FamilyService } from './family.service.ts';

const payload = z.strictObject({});

/** Ends guardianships of children who have come of age. Runs a few minutes after each hour, so soon after midnight in every time zone. */
export function ofAgeJob(transactions: Transactions, family: FamilyService): JobDefinition<typeof payload> {
  return {
    name: 'end-guardianships-of-age',
    payload,
    schedule: { cron: '2,32 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital((hospital) =>
        transactions.run(systemContext(hospital, `job:${jobId}`), (tx) => family.endOfAge(tx)),
      );
    },
  };
}
