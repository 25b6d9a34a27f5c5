import type { FrameCounts } from './worker-messages.ts';

/** Half a second of speech, or a second of a picture: more than a page that reloads leaves behind on the line. */
const suspiciousAfter = 25;

/** Notices when frames of one source fail, one after the other, with none among them that is genuine. */
export class TamperWatch {
  readonly #last = new Map<string, { opened: number; forgedThen: number }>();

  /** Whether any source is failing now. */
  look(counts: readonly FrameCounts[]): boolean {
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
