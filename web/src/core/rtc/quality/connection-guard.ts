import { entriesOf, connectionOf, type Report } from './call-statistics.ts';
import { Emitter } from '../session/emitter.ts';
import { uplinkAtStart, nextUplinkState, tried, type UplinkState, type SentPicture } from './connection-policy.ts';

type GuardEvents = {
  /** What the connection carries of the local picture from now on. */
  picture: [SentPicture];
};

const sampleEveryMs = 1000;

/** Monitors the uplink while a camera is sent, and decides when its picture must be paused in favour of sound. */
export class ConnectionGuard extends Emitter<GuardEvents> {
  readonly #statistics: () => Promise<Report>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #state: UplinkState = uplinkAtStart(0);

  /** @param statistics of the send transport */
  constructor(statistics: () => Promise<Report>) {
    super();
    this.#statistics = statistics;
  }

  get picture(): SentPicture {
    return this.#state.picture;
  }

  /** Starts or stops monitoring: an unsent camera is not affected by the connection. */
  watch(watching: boolean): void {
    if (watching === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = watching ? setInterval(() => void this.#sample(), sampleEveryMs) : undefined;
    this.#enter(uplinkAtStart(performance.now()));
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

  async #sample(): Promise<void> {
    const report = await this.#statistics().catch(() => null);
    // The transport was closed during the sample.
    if (!report || !this.#timer) return;
    const { availableKbps, lossSent, roundTripMs } = connectionOf(entriesOf(report), []);
    this.#enter(nextUplinkState(this.#state, { atMs: performance.now(), availableKbps, lossSent, roundTripMs }));
  }

  #enter(state: UplinkState): void {
    const before = this.#state.picture;
    this.#state = state;
    if (state.picture !== before) this.emit('picture', state.picture);
  }
}
