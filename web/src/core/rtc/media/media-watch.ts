import type { Report } from '../quality/call-statistics.ts';
import { Emitter } from '../session/emitter.ts';
import { sampleOf, type MediaSample } from './media-sample.ts';
import { isSilent, lanesAfter, lastArrivalOf, type Expectation, type Lanes } from './media-silence.ts';

type WatchEvents = {
  /** Nothing arrives any more; ICE would report it some seconds later. */
  silent: [lastArrival: number];
  /** Data arrives again. */
  flowing: [];
  sample: [MediaSample];
};

export interface WatchedMedia {
  statistics(): Promise<{ send: Report | null; receive: Report | null }>;
  expectation(): Expectation;
}

const sampleEveryMs = 300;
/** Used while the connection is silent or being restored. */
const sampleCloselyEveryMs = 100;
/** Samples further apart than this say nothing about the time between them: the page was frozen or the machine slept. */
const blindAfterMs = 2500;

/**
 * Samples the transports of one stay every 300 ms. A late sample, because the page was hidden or busy, only counts arrivals: silence must have been
 * observed.
 */
export class MediaWatch extends Emitter<WatchEvents> {
  readonly #media: WatchedMedia;
  #lanes: Lanes = { send: null, receive: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silent = false;
  #closely = false;
  #sampling = false;
  #lastSample = 0;
  #roundTripMs: number | null = null;
  #closed = false;

  constructor(media: WatchedMedia) {
    super();
    this.#media = media;
    this.#schedule();
  }

  get silent(): boolean {
    return this.#silent;
  }

  /** When anything last arrived, by performance.now(). */
  get lastArrival(): number | null {
    return lastArrivalOf(this.#lanes);
  }

  get roundTripMs(): number | null {
    return this.#roundTripMs;
  }

  /** Samples more often while the connection is being restored. */
  sampleClosely(closely: boolean): void {
    if (this.#closely === closely) return;
    this.#closely = closely;
    this.#schedule();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.removeAllListeners();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#sampling) return;
    this.#timer = setTimeout(
      () => void this.#sample(),
      this.#closely || this.#silent ? sampleCloselyEveryMs : sampleEveryMs,
    );
  }

  async #sample(): Promise<void> {
    this.#sampling = true;
    try {
      const sample = sampleOf(await this.#media.statistics());
      if (!this.#closed) this.#judge(sample, performance.now());
    } catch {
      // The transport was closed during the sample.
    } finally {
      this.#sampling = false;
      this.#schedule();
    }
  }

  #judge(sample: MediaSample, now: number): void {
    const before = this.lastArrival;
    const blind = now - this.#lastSample > blindAfterMs;
    this.#lastSample = now;
    this.#lanes = lanesAfter(blind ? restarted(this.#lanes, now) : this.#lanes, sample, now);
    this.#roundTripMs = sample.receive?.roundTripMs ?? sample.send?.roundTripMs ?? this.#roundTripMs;
    this.emit('sample', sample);
    if (this.#silent) {
      if (this.lastArrival !== before && !blind) this.#becomeFlowing();
      return;
    }
    if (!isSilent(this.#lanes, this.#media.expectation(), now)) return;
    this.#silent = true;
    this.emit('silent', this.lastArrival ?? now);
  }

  #becomeFlowing(): void {
    this.#silent = false;
    this.emit('flowing');
  }
}

/** Restarts the silence clock after an unobserved period. The counters stay, so that arrivals in that period still count. */
function restarted({ send, receive }: Lanes, now: number): Lanes {
  return { send: send && { ...send, lastArrival: now }, receive: receive && { ...receive, lastArrival: now } };
}
