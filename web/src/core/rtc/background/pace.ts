import { timeouts } from '../../timeouts.ts';

/** The processing speed of the device over a window of frames. */
export interface Pace {
  /** Median processing time of a frame, in milliseconds. */
  readonly frameMs: number;
  readonly framesPerSecond: number;
}

export interface PaceLimits {
  /** Slower frames mean fewer than ten a second, and too little processor time for the call itself. */
  readonly slowestFrameMs: number;
  /** Number of consecutive slow windows after which the device counts as too slow. */
  readonly patience: number;
}

export const paceLimits: PaceLimits = { slowestFrameMs: timeouts['blur.slowestFrame'], patience: 2 };

export const framesOfWindow = 20;

/** Measures frame times and detects a device that stays too slow. One slow window does not count, nor does the first one, the warm-up. */
export class PaceMeter {
  readonly #limits: PaceLimits;
  #times: number[] = [];
  #windows = 0;
  #slow = 0;
  #since: number | undefined;

  constructor(limits: PaceLimits = paceLimits) {
    this.#limits = limits;
  }

  /** Records start and end of the work on one frame, in milliseconds; returns the pace once for every window. */
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

  /** Whether the last window was too slow. */
  get slow(): boolean {
    return this.#slow > 0;
  }

  get tooSlow(): boolean {
    return this.#slow >= this.#limits.patience;
  }
}
