import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';

const payload = z.strictObject({});

/** Records per transaction: each may have thousands of rows. */
const atOnce = 20;

/**
 * Deletes records of care fifteen years after the last visit, every night (Provisions on medical records of 2013, article 29, for outpatients; rule
 * 11 of the pack). The hospital’s `recordYears` may only extend the time. A record under a hold stays.
 */
export function forgetRecordsJob(transactions: Transactions): JobDefinition<typeof payload> {
  return {
    name: 'forget-records',
    payload,
    schedule: { cron: '47 2 * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital(async (hospital) => {
        let records = atOnce;
        while (records === atOnce) {
          records = await transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
            const [forgotten] = await tx.query<{ records: number; rows: number }>(
              'SELECT records, rows_gone AS rows FROM forget_records($1, $2)',
              [tx.now, atOnce],
            );
            if (!forgotten || forgotten.records === 0) return 0;
            const { records: count, rows } = forgotten;
            await tx.audit('retention.records-forgotten', {
              entity: 'retention',
              entityId: 'records',
              details: { records: count, rows },
            });
            return count;
          });
        }
      });
    },
  };
}
