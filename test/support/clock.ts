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
  /** Lets it follow the real one again after `stop`. */
  start(): void {
    this.#stoppedAt = null;
  }
}

/** Returns a time zone in which it is between 12:00 and 13:00 now, for a test that must not run into another day. */
export function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // The signs of these zones are those of POSIX: east of Greenwich is negative.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
