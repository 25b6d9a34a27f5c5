import { entriesOf, lineOf, type Report } from './call-statistics.ts';
import { Emitter } from '../session/emitter.ts';
import { lineAtStart, nextLineState, tried, type LineState, type PictureOnLine } from './line-policy.ts';

type GuardEvents = {
  /** What the connection carries of the local picture from now on. */
  picture: [PictureOnLine];
};

const lookEveryMs = 1000;

/** Monitors the uplink while a camera is sent, and decides when its picture must be paused in favour of sound. */
export class LineGuard extends Emitter<GuardEvents> {
  readonly #statistics: () => Promise<Report>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #state: LineState = lineAtStart(0);

  /** @param statistics of the send transport */
  constructor(statistics: () => Promise<Report>) {
    super();
    this.#statistics = statistics;
  }

  get picture(): PictureOnLine {
    return this.#state.picture;
  }

  /** Starts or stops monitoring: an unsent camera is not affected by the connection. */
  watch(watching: boolean): void {
    if (watching === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = watching ? setInterval(() => void this.#look(), lookEveryMs) : undefined;
    this.#enter(lineAtStart(performance.now()));
  }

  /** Starts a trial without waiting for the pause to end. */
  tryNow(): void {
    this.#enter(tried(this.#state, performance.now()));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.removeAllListeners();
  }

  async #look(): Promise<void> {
    const report = await this.#statistics().catch(() => null);
    // The transport was closed during the sample.
    if (!report || !this.#timer) return;
    const { availableKbps, lossSent, roundTripMs } = lineOf(entriesOf(report), []);
    this.#enter(nextLineState(this.#state, { atMs: performance.now(), availableKbps, lossSent, roundTripMs }));
  }

  #enter(state: LineState): void {
    const before = this.#state.picture;
    this.#state = state;
    if (state.picture !== before) this.emit('picture', state.picture);
  }
}
