import { z } from 'zod';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';

const payload = z.strictObject({});

/** Visits per transaction. */
const atOnce = 200;

interface Forgotten {
  [column: string]: number;
  visits: number;
}

/**
 * Deletes chats and call records three years after their visit ended, every night (2018 measures on internet diagnosis, as in the rule pack). Notes,
 * prescriptions and the audit stay, and the audit records each deletion.
 */
export function forgetProcessRecordsJob(transactions: Transactions): JobDefinition<typeof payload> {
  return {
    name: 'forget-process-records',
    payload,
    schedule: { cron: '23 2 * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      await transactions.eachHospital(async (hospital) => {
        let visits = atOnce;
        while (visits === atOnce) {
          visits = await transactions.run(systemContext(hospital, `job:${jobId}`), async (tx) => {
            const [forgotten] = await tx.query<Forgotten>(
              `SELECT visits, messages, files, call_events AS "callEvents", line_samples AS "lineSamples"
               FROM forget_process_records($1, $2)`,
              [tx.now, atOnce],
            );
            if (!forgotten || forgotten.visits === 0) return 0;
            await tx.audit('retention.forgotten', {
              entity: 'retention',
              entityId: 'process-records',
              details: forgotten,
            });
            return forgotten.visits;
          });
        }
      });
    },
  };
}
