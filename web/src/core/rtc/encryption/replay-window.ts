/** About six seconds of a sender with microphone, screen and three camera layers; 8 KiB. */
const defaultSize = 1024;

/** Accepts each counter once, in any order within the window, and none that is older than the window (as RFC 4303 §3.4.3). */
export class ReplayWindow {
  readonly #seen: Float64Array;
  #highest = -1;

  constructor(size = defaultSize) {
    this.#seen = new Float64Array(size).fill(-1);
  }

  /** Returns whether the counter may still be accepted. Call it before decryption, and `take` after it. */
  isFresh(counter: number): boolean {
    return counter > this.#highest - this.#seen.length && this.#seen[counter % this.#seen.length] !== counter;
  }

  /** Records the counter; returns false when a copy was recorded since `isFresh`. */
  take(counter: number): boolean {
    if (!this.isFresh(counter)) return false;
    this.#seen[counter % this.#seen.length] = counter;
    this.#highest = Math.max(this.#highest, counter);
    return true;
  }
}
