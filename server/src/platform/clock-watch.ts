import { AppError } from '@yunzhen/shared/core/errors';
import { timeouts } from './config/timeouts.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './logging/logger.ts';

/** Milliseconds of difference from which it is logged. */
const warnFrom = 2_000;
/** From this difference on, signatures and call tickets are refused: the date of a signature must be true. */
const refuseFrom = 30_000;
/** The clock of a process that reports a smaller difference is reliable. */
export const reliableClockSeconds = refuseFrom / 1000;

interface ClockWatchOptions {
  /** Returns the database’s time in milliseconds, the one clock that all processes share. */
  databaseTime: () => Promise<number>;
  clock: Clock;
  log: Logger;
}

/** Compares this machine’s clock with the database’s, at start-up and every minute. */
export class ClockWatch {
  readonly #options: ClockWatchOptions;
  #difference = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ClockWatchOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.check();
    this.#timer = setInterval(() => void this.check(), timeouts['clock.check']);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Compares now. If the database does not answer, keeps the last comparison. */
  async check(): Promise<void> {
    const { databaseTime, clock, log } = this.#options;
    const asked = performance.now();
    const own = clock.now().getTime();
    const theirs = await databaseTime().catch(() => null);
    if (theirs === null) return;
    // The answer comes from some moment during the round trip, so half of it is tolerance.
    const half = (performance.now() - asked) / 2;
    const difference = own + half - theirs;
    this.#difference = Math.sign(difference) * Math.max(0, Math.abs(difference) - half);
    if (Math.abs(this.#difference) >= warnFrom)
      log.warn({ seconds: Math.round(this.#difference / 1000) }, 'clock differs from the database clock');
  }

  /** By how many seconds this machine’s clock is ahead of the database’s. */
  get offsetSeconds(): number {
    return this.#difference / 1000;
  }

  /** False while the clock is off by thirty seconds or more. */
  get isReliable(): boolean {
    return Math.abs(this.#difference) < refuseFrom;
  }

  /** Throws `clock.unreliable`. */
  assertReliable(): void {
    if (this.isReliable) return;
    const seconds = Math.round(this.#difference / 1000);
    throw new AppError('clock.unreliable', `clock is off by ${seconds} seconds`);
  }
}
