import type { Clock } from '../../server/src/platform/clock.ts';

/** A clock that runs with the real one until it is moved. */
export class MovableClock implements Clock {
  #offset = 0;
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}
