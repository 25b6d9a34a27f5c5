import type { Clock } from '../../platform/clock.ts';
import { createDataSource, type Database, type Entity } from '../../platform/db/data-source.ts';
import { Transactions } from '../../platform/db/transaction.ts';
import type { Logger } from '../../platform/logging/logger.ts';

/** Few people operate an installation. */
const poolSize = 3;

/** The connections of operators’ pages, with a login of their own; opened when the first transaction needs them. */
export class OperatorDatabase {
  readonly #options: { url: string; entities: Entity[]; clock: Clock; log: Logger };
  #opening: Promise<Database> | null = null;

  constructor(options: { url: string; entities: Entity[]; clock: Clock; log: Logger }) {
    this.#options = options;
  }

  /** Throws what the database says where it can’t be reached; the next call tries again. */
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
