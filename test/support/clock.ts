import type { Clock } from '../../server/src/platform/clock.ts';

/** A clock that follows the real one until a test moves it. */
export class MovableClock implements Clock {
  #offset = 0;
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}
