import { setTimeout as delay } from 'node:timers/promises';

/** Spreads turns evenly over time, in the order in which they are asked for. Without a backlog a turn is free at once. */
export class Pace {
  #freeAt = 0;

  /** Takes a turn, and returns after how many milliseconds it comes. `interval`: milliseconds until the turn after it. */
  take(interval: number, now: number): number {
    const at = Math.max(now, this.#freeAt);
    this.#freeAt = at + interval;
    return at - now;
  }

  /** Takes a turn and waits for it. */
  async turn(interval: number): Promise<void> {
    const wait = this.take(interval, performance.now());
    if (wait > 0) await delay(wait, undefined, { ref: false });
  }
}
