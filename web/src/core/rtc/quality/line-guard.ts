import { entriesOf, lineOf, type Report } from './call-statistics.ts';
import { Emitter } from '../session/emitter.ts';
import { lineAtStart, nextLineState, tried, type LineState, type PictureOnLine } from './line-policy.ts';

type GuardEvents = {
  /** What the line carries of one’s own picture from now on. */
  picture: [PictureOnLine];
};

const lookEveryMs = 1000;

/** Watches the way to the node while a camera is sent, and says when its picture has to make room for sound. */
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

  /** Starts to watch, or stops: a camera that nobody wants to send is not the line’s business. */
  watch(watching: boolean): void {
    if (watching === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = watching ? setInterval(() => void this.#look(), lookEveryMs) : undefined;
    this.#enter(lineAtStart(performance.now()));
  }

  /** Does not wait for the pause to end. */
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
    // A transport that closes during the look has nothing to tell.
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
