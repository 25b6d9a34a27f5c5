import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import { exportChanged } from './export-changes.ts';
import type { ExportsRepository } from './exports.repository.ts';

const payload = z.strictObject({});
const atOnce = 20;

/** Deletes expired copies with their keys every ten minutes. */
export function exportExpiryJob(transactions: Transactions, exports: ExportsRepository): JobDefinition<typeof payload> {
  return {
    name: 'expire-record-exports',
    payload,
    schedule: { cron: '*/10 * * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital(async (hospital) => {
        let ended = atOnce;
        while (ended === atOnce) {
          ended = await transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
            const rows = await exports.overdue(tx, atOnce);
            for (const row of rows) {
              await exports.end(tx, row.id, 'expired');
              await exportChanged(tx, 'expired', row);
            }
            return rows.length;
          });
        }
      });
    },
  };
}
