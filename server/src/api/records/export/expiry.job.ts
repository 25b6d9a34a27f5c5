import type { Transactions } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { exportChanged } from './export-changes.ts';
import type { ExportsRepository } from './exports.repository.ts';

const atOnce = 20;

/** Deletes expired copies with their keys every ten minutes. */
export function exportExpiryJob(transactions: Transactions, exports: ExportsRepository): JobDefinition {
  return hospitalJob({
    name: 'expire-record-exports',
    cron: '*/10 * * * *',
    transactions,
    async work(context) {
      let ended = atOnce;
      while (ended === atOnce) {
        ended = await transactions.run(context, async (tx) => {
          const rows = await exports.overdue(tx, atOnce);
          for (const row of rows) {
            await exports.end(tx, row.id, 'expired');
            await exportChanged(tx, 'expired', row);
          }
          return rows.length;
        });
      }
    },
  });
}
