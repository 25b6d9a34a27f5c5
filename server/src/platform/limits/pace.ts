interface Waiter {
  /** Milliseconds until the turn after this one. */
  readonly interval: number;
  readonly isWanted: () => boolean;
  readonly give: (isWanted: boolean) => void;
}

/** Spreads turns evenly over time, in the order in which they are asked for. Without a backlog a turn is free at once. */
export class Pace {
  readonly #waiting: Waiter[] = [];
  #freeAt = 0;

  /**
   * Waits for a turn; `interval`: milliseconds until the turn after it. Returns false, and leaves the turn to the next, where `isWanted` says so when
   * the turn comes.
   */
  turn(interval: number, isWanted: () => boolean = () => true): Promise<boolean> {
    return new Promise((give) => {
      this.#waiting.push({ interval, isWanted, give });
      if (this.#waiting.length > 1) return;
      this.#freeAt = Math.max(this.#freeAt, performance.now());
      this.#giveTurns();
    });
  }

  /** Gives the turns that are due; a late timer gives several, so that the rate stays. */
  #giveTurns(): void {
    const now = performance.now();
    for (let next = this.#waiting[0]; next && this.#freeAt <= now; next = this.#waiting[0]) {
      this.#waiting.shift();
      const isWanted = next.isWanted();
      if (isWanted) this.#freeAt += next.interval;
      next.give(isWanted);
    }
    if (this.#waiting.length > 0) setTimeout(() => this.#giveTurns(), this.#freeAt - now).unref();
  }
}
