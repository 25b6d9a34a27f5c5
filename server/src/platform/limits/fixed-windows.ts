import type { Counted } from './shared-counters.ts';

/** Keys remembered at once; the oldest window is dropped first. */
const remembered = 20_000;

/** Counts events of each key in windows that start with the first one. Time is in milliseconds of any monotonic clock. */
export class FixedWindows {
  readonly #windows = new Map<string, { current: number; until: number }>();

  count(key: string, windowMilliseconds: number, now: number): Counted {
    const running = this.#windows.get(key);
    if (running && running.until > now) return { current: ++running.current, ttl: running.until - now };
    this.#windows.delete(key);
    const [oldest] = this.#windows.keys();
    if (oldest !== undefined && this.#windows.size >= remembered) this.#windows.delete(oldest);
    this.#windows.set(key, { current: 1, until: now + windowMilliseconds });
    return { current: 1, ttl: windowMilliseconds };
  }
}
