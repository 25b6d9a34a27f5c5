import type { FrameCounts } from './worker-messages.ts';

/** Half a second of speech or a second of a picture: more frames than a reloading page leaves in transit. */
const suspiciousAfter = 25;

/** Detects a source whose frames fail in a row without a genuine one among them. */
export class TamperWatch {
  readonly #last = new Map<string, { opened: number; forgedThen: number }>();

  /** Returns whether any source is failing now. */
  observe(counts: readonly FrameCounts[]): boolean {
    return counts.map((each) => this.#isFailing(each)).includes(true);
  }

  #isFailing({ participantId, source, opened, forged }: FrameCounts): boolean {
    const key = `${participantId} ${source}`;
    const last = this.#last.get(key) ?? { opened, forgedThen: 0 };
    const now = opened > last.opened ? { opened, forgedThen: forged } : last;
    this.#last.set(key, now);
    return forged - now.forgedThen >= suspiciousAfter;
  }
}
