import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { timeouts } from '../config/timeouts.ts';
import { systemContext } from '../context.ts';
import type { JobDefinition } from '../jobs/jobs.ts';
import type { Logger } from '../logging/logger.ts';
import type { Transactions } from '../db/transaction.ts';

/** Entries per transaction. */
const atOnce = 5_000;

/** Links every committed entry of the hospital that has no link yet. */
export async function sealChain(transactions: Transactions, hospitalId: string): Promise<void> {
  let linked = atOnce;
  while (linked === atOnce) {
    linked = await transactions.run(systemContext(hospitalId, 'seal-chain'), async (tx) => {
      const [row] = await tx.query<{ linked: number }>('SELECT seal_chain($1) AS linked', [atOnce]);
      return row?.linked ?? 0;
    });
  }
}

/** Links entries of this process shortly after their commit: in batches, outside the transactions that wrote them. */
export class ChainSealer {
  readonly #transactions: Transactions;
  readonly #log: Logger;
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(transactions: Transactions, log: Logger) {
    this.#transactions = transactions;
    this.#log = log;
    transactions.onEntriesWritten((hospitalId) => this.#soon(hospitalId));
  }

  #soon(hospitalId: string): void {
    if (this.#waiting.has(hospitalId) || this.#stopping.signal.aborted) return;
    this.#waiting.set(hospitalId, this.#seal(hospitalId));
  }

  async #seal(hospitalId: string): Promise<void> {
    // Entries not linked now are linked by the job within a minute.
    await delay(timeouts['audit.seal'], undefined, { signal: this.#stopping.signal, ref: false }).catch(
      () => undefined,
    );
    this.#waiting.delete(hospitalId);
    await sealChain(this.#transactions, hospitalId).catch((error: unknown) =>
      this.#log.warn({ hospitalId, err: error }, 'audit chain could not be sealed, retrying later'),
    );
  }

  /** Links pending entries. */
  async stop(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    this.#stopping.abort();
    await Promise.all(waiting);
  }
}

const payload = z.strictObject({});

/** Links, every minute, entries that a process did not link before it ended. */
export function sealChainsJob(transactions: Transactions): JobDefinition<typeof payload> {
  return {
    name: 'seal-audit-chains',
    payload,
    schedule: { cron: '* * * * *', timeZone: 'UTC', payload: {} },
    run: async () => {
      await transactions.eachWithWork('seal-audit-chains', (hospital) => sealChain(transactions, hospital));
    },
  };
}
