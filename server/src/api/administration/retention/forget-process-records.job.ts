import type { Transactions } from '../../../platform/db/transaction.ts';
import { nightlyJob } from '../../../platform/jobs/nightly-job.ts';

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
export function forgetProcessRecordsJob(transactions: Transactions) {
  return nightlyJob({
    name: 'forget-process-records',
    transactions,
    onlyWithWork: true,
    step: async (tx) => {
      const [forgotten] = await tx.query<Forgotten>(
        `SELECT visits, messages, files, call_events AS "callEvents", line_samples AS "lineSamples"
         FROM forget_process_records($1, $2)`,
        [tx.now, atOnce],
      );
      if (!forgotten) return false;
      // Visits without anything to delete count as well: the audit contains only what was deleted.
      const { visits, ...rows } = forgotten;
      if (Object.values(rows).some((count) => count > 0))
        await tx.audit('retention.forgotten', {
          entity: 'retention',
          entityId: 'process-records',
          details: rows,
        });
      return visits === atOnce;
    },
  });
}
