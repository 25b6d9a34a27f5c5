import type { WebRtcTransport } from 'mediasoup/types';

/** A line that is thought to carry less than this share of what it was lately thought to has fallen. */
const FALLEN_TO = 0.6;
/** Share of the way to a lower estimate that the reference goes with each one. */
const FADING = 0.1;
/** How long the pictures rest: what stands in the line’s queue has left it by then. Milliseconds. */
const REST_MS = 600;

/** What mediasoup tells with a `bwe` trace: bits per second that the line is thought to carry. */
interface Estimate {
  readonly availableBitrate?: number;
}

type Braked = Pick<WebRtcTransport, 'on' | 'enableTraceEvent'>;

/**
 * Takes the pictures off a receiver’s line at once when it falls. mediasoup changes to a smaller layer by itself, but forwards the
 * larger one until a key frame of the smaller has come, and meanwhile floods the line, loses the sound with it and learns to think
 * far too little of it (figures in test/bench/bad-line/README.md). A picture that has rested begins with the layer that fits.
 */
export class LineBrake {
  readonly #act: (resting: boolean) => void;
  #reference = 0;
  #rest: NodeJS.Timeout | undefined;

  /** @param act stops the pictures, or lets them go on */
  constructor(transport: Braked, act: (resting: boolean) => void) {
    this.#act = act;
    transport.on('trace', ({ type, info }) => {
      if (type === 'bwe') this.#handleEstimate(Number((info as Estimate).availableBitrate));
    });
    // It tells of each new estimate, about one a second; it fails only when the transport has gone.
    transport.enableTraceEvent(['bwe']).catch(() => undefined);
  }

  get resting(): boolean {
    return this.#rest !== undefined;
  }

  close(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }

  #handleEstimate(bitrate: number): void {
    if (!(bitrate > 0)) return;
    const fallen = bitrate < this.#reference * FALLEN_TO;
    // After a fall the line is measured against what is left of it; what it could do long ago is forgotten.
    const faded = this.#reference + (bitrate - this.#reference) * FADING;
    this.#reference = fallen ? bitrate : Math.max(faded, bitrate);
    if (!fallen || this.#rest) return;
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#act(false);
    }, REST_MS).unref();
    this.#act(true);
  }
}
