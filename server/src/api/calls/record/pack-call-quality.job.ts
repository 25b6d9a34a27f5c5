import type { Transactions } from '../../../platform/db/transaction.ts';
import { nightlyJob } from '../../../platform/jobs/nightly-job.ts';

/** Call sessions per transaction. */
const atOnce = 200;

/**
 * Packs the samples of call quality a day after their visit ended: hundreds of rows of a call become one for each participant. Nothing reads them
 * before they are deleted with the call's other records, unless someone asks how a call was.
 */
export function packCallQualityJob(transactions: Transactions) {
  return nightlyJob({
    name: 'pack-call-quality',
    transactions,
    onlyWithWork: true,
    step: async (tx) => {
      const [packed] = await tx.query<{ sessions: number }>('SELECT sessions FROM pack_call_quality($1, $2)', [
        tx.now,
        atOnce,
      ]);
      return packed?.sessions === atOnce;
    },
  });
}
