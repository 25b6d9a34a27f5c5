import type { CommittedEvent } from '../../../platform/db/transaction.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { isCountedType } from './count-subject.ts';
import type { RollupService } from './rollup.service.ts';

/** Commits within this time are counted together. */
const gatherMilliseconds = 200;
/** Hospitals that are counted side by side: most of a count is waiting for the database. */
const atOnce = 2;

/** Counts events soon after their commit, hospital by hospital, and tells when figures have changed. */
export class RollupWaker {
  readonly #rollups: RollupService;
  readonly #log: Logger;
  readonly #changed: (hospitalId: string) => void;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(rollups: RollupService, log: Logger, changed: (hospitalId: string) => void) {
    this.#rollups = rollups;
    this.#log = log;
    this.#changed = changed;
  }

  /** Never fails and never waits: whoever commits has other things to do. What adds to no figure is left to the minute’s job. */
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
      if ((await this.#rollups.countPending(hospital, 'figures')) > 0) this.#changed(hospital);
    } catch (error) {
      // They keep waiting in the table; the minute’s job tries again.
      this.#log.error({ err: error, hospital }, 'events could not be counted');
    }
  }

  /** What is being counted is finished; the rest waits in the table. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
