import type { FirstPictureReport } from '@yunzhen/shared/calls/quality.schemas';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';

const longestMs = HOUR_MS;

/** Measures, once, the time from requesting the call, or from admission to it, to the first picture of another participant. */
export class FirstPicture {
  #askedAt: number | undefined;
  #prepared = false;
  #done = false;

  /** @param prepared the call was already connected while the patient waited */
  handleAsked(now: number, prepared: boolean): void {
    if (this.#done || this.#askedAt !== undefined) return;
    this.#askedAt = now;
    this.#prepared = prepared;
  }

  /** Returns the report with the first picture only. */
  handleShown(now: number): FirstPictureReport | null {
    if (this.#done || this.#askedAt === undefined) return null;
    this.#done = true;
    const afterMs = Math.min(Math.max(Math.round(now - this.#askedAt), 0), longestMs);
    return { afterMs, prepared: this.#prepared };
  }
}
