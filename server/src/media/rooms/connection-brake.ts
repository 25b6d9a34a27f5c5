import type { WebRtcTransport } from 'mediasoup/types';

/** A connection whose estimate is below this share of the reference has fallen. */
const FALLEN_TO = 0.6;
/** Share by which the reference approaches a lower estimate with each trace. */
const FADING = 0.1;
/** How long video pauses, so that the connection's queue drains. Milliseconds. */
const REST_MS = 600;

/** The `bwe` trace of mediasoup: estimated bits per second of the connection. */
interface Estimate {
  readonly availableBitrate?: number;
}

type Braked = Pick<WebRtcTransport, 'on' | 'enableTraceEvent'>;

/**
 * Pauses video to a receiver at once when the bandwidth estimate falls. mediasoup switches to a smaller layer only at that layer's key frame. Until
 * then it floods the connection with the larger one, loses audio as well and underestimates the bandwidth (figures in test/bench/bad-line/README.md).
 * Resumed video starts with the layer that fits.
 */
export class ConnectionBrake {
  readonly #act: (resting: boolean) => void;
  #reference = 0;
  #rest: NodeJS.Timeout | undefined;

  /** @param act pauses video, or resumes it */
  constructor(transport: Braked, act: (resting: boolean) => void) {
    this.#act = act;
    transport.on('trace', ({ type, info }) => {
      if (type === 'bwe') this.#handleEstimate(Number((info as Estimate).availableBitrate));
    });
    // Emits each new estimate, about one per second; fails only when the transport is closed.
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
    // After a fall the reference adapts to the remaining bandwidth; older estimates fade out.
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
