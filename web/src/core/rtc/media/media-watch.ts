import type { Report } from '../quality/call-statistics.ts';
import { Emitter } from '../session/emitter.ts';
import { sampleOf, type MediaSample } from './media-sample.ts';
import { isSilent, lanesAfter, lastArrivalOf, type Expectation, type Lanes } from './media-silence.ts';

type WatchEvents = {
  /** Nothing arrives any more; ICE would say so some seconds later. */
  silent: [lastArrival: number];
  /** Something arrives again. */
  flowing: [];
  look: [MediaSample];
};

export interface WatchedMedia {
  statistics(): Promise<{ send: Report | null; receive: Report | null }>;
  expectation(): Expectation;
}

const lookEveryMs = 300;
/** While something is lost or awaited. */
const lookCloselyEveryMs = 100;
/** Looks further apart than this say nothing of the time between them: the page was frozen or the machine slept. */
const blindAfterMs = 2500;

/**
 * Looks at the transports of one stay every 300 ms. A look that comes late, because the page is hidden or was busy, only counts
 * what has arrived: silence is believed when it was watched.
 */
export class MediaWatch extends Emitter<WatchEvents> {
  readonly #media: WatchedMedia;
  #lanes: Lanes = { send: null, receive: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silent = false;
  #closely = false;
  #looking = false;
  #lastLook = 0;
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

  /** Looks more often, for as long as something is being brought back. */
  lookClosely(closely: boolean): void {
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
    if (this.#closed || this.#looking) return;
    this.#timer = setTimeout(() => void this.#look(), this.#closely || this.#silent ? lookCloselyEveryMs : lookEveryMs);
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      const look = sampleOf(await this.#media.statistics());
      if (!this.#closed) this.#judge(look, performance.now());
    } catch {
      // A transport that closes during the look has nothing to tell.
    } finally {
      this.#looking = false;
      this.#schedule();
    }
  }

  #judge(look: MediaSample, now: number): void {
    const before = this.lastArrival;
    const blind = now - this.#lastLook > blindAfterMs;
    this.#lastLook = now;
    this.#lanes = lanesAfter(blind ? restarted(this.#lanes, now) : this.#lanes, look, now);
    this.#roundTripMs = look.receive?.roundTripMs ?? look.send?.roundTripMs ?? this.#roundTripMs;
    this.emit('look', look);
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

/** What happened while nobody looked is no silence; the counters stay, so that what arrived meanwhile still counts. */
function restarted({ send, receive }: Lanes, now: number): Lanes {
  return { send: send && { ...send, lastArrival: now }, receive: receive && { ...receive, lastArrival: now } };
}
