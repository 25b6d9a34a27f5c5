import { z } from 'zod';
import { systemContext } from '../platform/context.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../platform/jobs/jobs.ts';
import type { Logger } from '../platform/logging/logger.ts';
import { runEach } from '../platform/run-each.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import { rewrapColumn, type Rewrapped, type RewrapRun, type SealedColumn } from '../platform/signing/rewrap.ts';
import { sealedColumns } from './sealed-columns.ts';

const payload = z.strictObject({});
const name = 'rewrap-secrets';

/** A job has two minutes; the next one continues with the rest. */
const longestMs = 60_000;

interface Parts {
  transactions: Transactions;
  jobs: Jobs;
  keyEncryption: KeyEncryption;
  log: Logger;
  /** Whether former keys are configured. Without them only the signing keys are checked, to detect a key that was lost or removed too early. */
  hasFormerKeys: boolean;
  /** Handles the operators’ own secrets, which belong to no hospital. */
  ofOperators: (run: RewrapRun) => Promise<Rewrapped>;
}

/**
 * Encrypts every secret again under the active key after a rotation, by hospital. Runs at each start, and each night for secrets that an older
 * process encrypted. Logs when no secret uses a former key, so that it may be removed.
 */
export function rewrapSecretsJob(parts: Parts): JobDefinition<typeof payload> {
  const { transactions, jobs, keyEncryption, log } = parts;
  return {
    name,
    payload,
    schedule: { cron: '47 1 * * *', timeZone: 'UTC', payload: {} },
    run: async (_payload, jobId) => {
      const begun = performance.now();
      const isOver = () => performance.now() - begun > longestMs;
      const active = await keyEncryption.activeKey();
      const columns = parts.hasFormerKeys
        ? sealedColumns
        : sealedColumns.filter((column) => column.table === 'signing_credential');
      const sum = await parts.ofOperators({ keyEncryption, active, isOver });
      const hospitals = await transactions.hospitals();
      await runEach(hospitals, async (hospital) => {
        for (const column of columns) {
          const context = systemContext(hospital, `job:${jobId}`);
          const done = await rewrapColumn(column, {
            keyEncryption,
            active,
            isOver,
            run: (work) => transactions.run(context, work),
            record: (tx, rewrapped) =>
              tx.audit('secrets.rewrapped', {
                entity: 'sealed-secret',
                entityId: nameOf(column),
                details: { rewrapped, key: active },
              }),
          });
          sum.rewrapped += done.rewrapped;
          sum.unopenable += done.unopenable;
          sum.remaining += done.remaining;
        }
      });
      const [anywhere] = hospitals;
      if (sum.remaining > sum.unopenable && isOver() && anywhere !== undefined)
        await transactions.run(systemContext(anywhere, `job:${jobId}`), (tx) => jobs.enqueue(tx, name, {}, 'go-on'));
      if (sum.unopenable > 0) log.error({ ...sum, active }, 'secrets cannot be opened: a retired key is missing');
      else if (sum.remaining > 0) log.warn({ ...sum, active }, 'secrets are still sealed under retired keys');
      else if (parts.hasFormerKeys)
        log.info({ ...sum, active }, 'no secret is sealed under a retired key: the retired keys can be removed');
    },
  };
}

const nameOf = ({ table, column }: SealedColumn) => `${table}.${column}`;

/** Queues the job at start-up, when keys may have changed. */
export async function askForRewrapping(transactions: Transactions, jobs: Jobs): Promise<void> {
  const [anywhere] = await transactions.hospitals();
  if (anywhere !== undefined)
    await transactions.run(systemContext(anywhere, 'start'), (tx) => jobs.enqueue(tx, name, {}, 'start'));
}
