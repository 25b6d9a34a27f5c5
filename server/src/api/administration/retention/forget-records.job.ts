import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { nightlyJob } from '../../../platform/jobs/nightly-job.ts';

/** Records per transaction: each may have thousands of rows. */
const atOnce = 20;

/**
 * Deletes records of care fifteen years after the last visit, every night (Provisions on medical records of 2013, article 29, for outpatients; rule
 * 11 of the pack). The hospital’s `recordYears` may only extend the time. A record under a hold stays.
 */
export function forgetRecordsJob(transactions: Transactions) {
  return nightlyJob({
    name: 'forget-records',
    transactions,
    work: async (hospital, { cause, isOver }) => {
      for (let examined = 1; examined > 0 && !isOver();) {
        examined = await transactions.run(systemContext(hospital, cause), async (tx) => {
          const [forgotten] = await tx.query<{ records: number; rows: number; examined: number }>(
            'SELECT records, rows_gone AS rows, examined FROM forget_due_records($1, $2)',
            [tx.now, atOnce],
          );
          if (!forgotten) return 0;
          const { records, rows } = forgotten;
          if (records > 0)
            await tx.audit('retention.records-forgotten', {
              entity: 'retention',
              entityId: 'records',
              details: { records, rows },
            });
          return forgotten.examined;
        });
      }
    },
  });
}
