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

/** Returns a time zone in which it is that hour at `now`, for a test that must not run into another day, or needs a night. */
export function zoneAt(hour: number, now = new Date()): string {
  // Between 11 hours behind UTC and 12 ahead of it.
  const ahead = ((hour - now.getUTCHours() + 35) % 24) - 11;
  // The signs of these zones are those of POSIX: east of Greenwich is negative.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
