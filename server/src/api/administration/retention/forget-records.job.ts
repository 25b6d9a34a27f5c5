import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
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
    onlyWithWork: true,
    step: async (tx) => {
      const first = await forget(tx);
      // Where few were due, the same transaction notes when the others are: that is little work.
      const { examined } = first.records > 0 && first.records < atOnce ? await forget(tx) : first;
      return examined > 0;
    },
  });
}

async function forget(tx: Tx): Promise<{ records: number; examined: number }> {
  const [forgotten] = await tx.query<{ records: number; rows: number; examined: number }>(
    'SELECT records, rows_gone AS rows, examined FROM forget_due_records($1, $2)',
    [tx.now, atOnce],
  );
  if (!forgotten) return { records: 0, examined: 0 };
  const { records, rows } = forgotten;
  if (records > 0)
    await tx.audit('retention.records-forgotten', {
      entity: 'retention',
      entityId: 'records',
      details: { records, rows },
    });
  return forgotten;
}
