import type { Clock } from '../../server/src/platform/clock.ts';

/** A clock that follows the real one until a test moves or stops it. */
export class MovableClock implements Clock {
  #offset = 0;
  #stoppedAt: number | null = null;
  now(): Date {
    return new Date((this.#stoppedAt ?? Date.now()) + this.#offset);
  }
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
  /** From now on only `advance` moves it, so that a slow machine lets no time pass. */
  stop(): void {
    this.#stoppedAt = Date.now();
  }
}
