import type { FirstPictureReport } from '@yunzhen/shared/calls/quality.schemas';

const longestMs = 3_600_000;

/** Measures the time from asking for the call, or from being admitted to it, to the first picture of another. Once. */
export class FirstPicture {
  #askedAt: number | undefined;
  #prepared = false;
  #done = false;

  /** @param prepared the call was connected already, while the patient waited */
  handleAsked(now: number, prepared: boolean): void {
    if (this.#done || this.#askedAt !== undefined) return;
    this.#askedAt = now;
    this.#prepared = prepared;
  }

  /** The report, with the first picture only. */
  handleShown(now: number): FirstPictureReport | null {
    if (this.#done || this.#askedAt === undefined) return null;
    this.#done = true;
    const afterMs = Math.min(Math.max(Math.round(now - this.#askedAt), 0), longestMs);
    return { afterMs, prepared: this.#prepared };
  }
}
