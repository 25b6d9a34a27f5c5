import { timeouts } from '../../timeouts.ts';

/** What the device manages, over a window of frames. */
export interface Pace {
  /** Median time that a frame took, in milliseconds. */
  readonly frameMs: number;
  readonly framesPerSecond: number;
}

export interface PaceLimits {
  /** A frame that takes longer leaves less than ten in a second, and the processor no rest for the call itself. */
  readonly slowestFrameMs: number;
  /** So many windows in a row must be too slow before it counts. */
  readonly patience: number;
}

export const paceLimits: PaceLimits = { slowestFrameMs: timeouts['blur.slowestFrame'], patience: 2 };

export const framesOfWindow = 20;

/**
 * Measures how long frames take and says when the device can’t keep up for good: one slow moment is none, and the first
 * window, during which everything is still warming up, does not count.
 */
export class PaceMeter {
  readonly #limits: PaceLimits;
  #times: number[] = [];
  #windows = 0;
  #slow = 0;
  #since: number | undefined;

  constructor(limits: PaceLimits = paceLimits) {
    this.#limits = limits;
  }

  /** Takes the start and end of the work on one frame, in milliseconds; returns the pace once for every window. */
  handleFrame(began: number, ended: number): Pace | null {
    this.#since ??= began;
    this.#times.push(ended - began);
    if (this.#times.length < framesOfWindow) return null;
    const frameMs = this.#times.sort((one, other) => one - other)[framesOfWindow / 2] ?? 0;
    const pace = { frameMs, framesPerSecond: (framesOfWindow * 1000) / Math.max(1, ended - this.#since) };
    this.#times = [];
    this.#since = ended;
    this.#windows += 1;
    if (frameMs <= this.#limits.slowestFrameMs) this.#slow = 0;
    else if (this.#windows > 1) this.#slow += 1;
    return pace;
  }

  /** The last window was too slow, and may be the first of several. */
  get slow(): boolean {
    return this.#slow > 0;
  }

  get tooSlow(): boolean {
    return this.#slow >= this.#limits.patience;
  }
}
