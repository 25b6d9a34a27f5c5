import type { CommittedEvent } from '../../../platform/db/transaction.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { Service } from '../../../platform/service.ts';
import { isCountedType } from './count-subject.ts';
import type { RollupService } from './rollup.service.ts';

/** Commits within this time are counted together. */
const gatherMilliseconds = 200;
/** Hospitals counted in parallel: most of the time is spent waiting for the database. */
const atOnce = 2;

interface RollupWakerDeps {
  rollups: RollupService;
  log: Logger;
  changed: (hospitalId: string) => void;
}

/** Counts events soon after their commit, by hospital, and reports changed figures. */
export class RollupWaker extends Service<RollupWakerDeps> {
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  /** Queues committed events for counting; never throws and never waits. Events that no figure counts are left to the job. */
  onCommitted(events: readonly CommittedEvent[]): void {
    for (const { hospitalId, type } of events) if (isCountedType(type)) this.#waiting.add(hospitalId);
    this.#gather();
  }

  #gather(): void {
    if (this.#stopped || this.#timer || this.#running || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#running = this.#countAll().finally(() => {
        this.#running = undefined;
        this.#gather();
      });
    }, gatherMilliseconds);
    this.#timer.unref();
  }

  async #countAll(): Promise<void> {
    const hospitals = [...this.#waiting].values();
    this.#waiting.clear();
    const some = async () => {
      for (const hospital of hospitals) {
        if (this.#stopped) return;
        await this.#count(hospital);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, some));
  }

  async #count(hospital: string): Promise<void> {
    try {
      if ((await this.deps.rollups.countPending(hospital, 'figures')) > 0) this.deps.changed(hospital);
    } catch (error) {
      // The events stay in the table and the job retries them.
      this.deps.log.error({ err: error, hospital }, 'events could not be counted');
    }
  }

  /** Waits for counts in progress; other events stay in the table. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
