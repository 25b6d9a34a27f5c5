import type { Clock } from '../../platform/clock.ts';
import { createDataSource, type Database, type Entity } from '../../platform/db/data-source.ts';
import { Transactions } from '../../platform/db/transaction.ts';
import type { Logger } from '../../platform/logging/logger.ts';

/** An installation has few operators. */
const poolSize = 3;

/** The connections of operators’ pages, with their own database login; opened at the first transaction. */
export class OperatorDatabase {
  readonly #options: { url: string; entities: Entity[]; clock: Clock; log: Logger };
  #opening: Promise<Database> | null = null;

  constructor(options: { url: string; entities: Entity[]; clock: Clock; log: Logger }) {
    this.#options = options;
  }

  /** Throws the database’s error when it is unreachable; the next call retries. */
  async transactions(): Promise<Transactions> {
    const { url, entities, clock, log } = this.#options;
    this.#opening ??= createDataSource({ url, poolSize, entities }).initialize();
    try {
      return new Transactions(await this.#opening, clock, log);
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#opening?.then((source) => source.destroy()).catch(() => undefined);
    this.#opening = null;
  }
}
