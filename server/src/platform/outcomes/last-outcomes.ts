import type { Clock } from '../clock.ts';
import { installationContext } from '../context.ts';
import type { Transactions } from '../db/transaction.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Logger } from '../logging/logger.ts';
import type { LastOutcomeRow } from './last-outcome.entity.ts';
import { LastOutcomesRepository } from './last-outcomes.repository.ts';
import { jobOutcome } from './outcome-names.ts';
import { OutcomeTally } from './outcome-tally.ts';

/** Outcomes of this long are stored together. */
const collectedMs = 1_000;

/** Stores how jobs and channels last ended, for the operator’s health page. Recording never fails and never waits for the database. */
export class LastOutcomes {
  readonly #transactions: Transactions;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #rows = new LastOutcomesRepository();
  readonly #tally = new OutcomeTally();
  #timer: NodeJS.Timeout | undefined;
  #stored: Promise<void> = Promise.resolve();

  constructor(transactions: Transactions, clock: Clock, log: Logger) {
    this.#transactions = transactions;
    this.#clock = clock;
    this.#log = log;
  }

  /** Records every run of these jobs. */
  follow(jobs: Pick<Jobs, 'onEnded'>): void {
    jobs.onEnded((job, outcome) =>
      outcome === 'completed' ? this.succeeded(jobOutcome(job)) : this.failed(jobOutcome(job), null),
    );
  }

  succeeded(name: string): void {
    this.#tally.succeeded(name, this.#clock.now());
    this.#storeSoon();
  }

  /** `failure`: a code of the program, never a text of another system, which may quote a person. */
  failed(name: string, failure: string | null): void {
    this.#tally.failed(name, this.#clock.now(), failure);
    this.#storeSoon();
  }

  /** Returns the last outcome of each name, of all processes. */
  async all(): Promise<ReadonlyMap<string, LastOutcomeRow>> {
    const rows = await this.#transactions.run(installationContext('outcomes'), (tx) => this.#rows.all(tx));
    return new Map(rows.map((row) => [row.name, row]));
  }

  /** Stores what has not been stored yet. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#store();
  }

  #storeSoon(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => void this.#store(), collectedMs);
    this.#timer.unref();
  }

  #store(): Promise<void> {
    this.#timer = undefined;
    return (this.#stored = this.#stored.then(async () => {
      if (this.#tally.isEmpty) return;
      const taken = this.#tally.take();
      try {
        await this.#transactions.run(installationContext('outcomes'), (tx) => this.#rows.add(tx, taken));
      } catch (error) {
        // Stored with the next outcome.
        this.#tally.putBack(taken);
        this.#log.debug({ err: error }, 'last outcomes could not be stored');
      }
    }));
  }
}
