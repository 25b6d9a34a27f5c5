/** Characters of JSON that all kept answers have together. */
const maxKept = 16_000_000;
/** What else an answer hangs on (departments, doctors) hardly changes; whatever it is, it shows after this time. */
const keptMilliseconds = 10 * 60_000;

interface Kept {
  /** What the rollups were when the answer was begun. */
  readonly state: string;
  readonly until: number;
  readonly size: number;
  readonly answer: unknown;
}

/**
 * Answers that were worked out, in this process. Each is told again while the rollups that it was made of have not changed, whoever changes them: what
 * they were is read from the database at each look, before the rows. An answer is thus never older than what its reader could have read.
 * The one that was not asked for the longest goes first.
 */
export class FigureCache {
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  /** `key` names everything that the answer is made of but the rollups; `state` says which rollups. The answer is shared: nobody may change it. */
  async of<Answer>(
    key: string,
    { state, now }: { state: string; now: Date },
    make: () => Promise<Answer>,
  ): Promise<Answer> {
    const known = this.#kept.get(key);
    if (known) this.#drop(key, known);
    if (known && known.state === state && known.until > now.getTime()) {
      this.#keep(key, known);
      return known.answer as Answer;
    }
    const answer = await make();
    const size = key.length + JSON.stringify(answer).length;
    const latest = this.#kept.get(key);
    if (latest) this.#drop(key, latest);
    this.#keep(key, { state, until: now.getTime() + keptMilliseconds, size, answer });
    return answer;
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#size += kept.size;
    for (const [oldest, { size }] of this.#kept) {
      if (this.#size <= maxKept) break;
      this.#kept.delete(oldest);
      this.#size -= size;
    }
  }

  #drop(key: string, { size }: Kept): void {
    this.#kept.delete(key);
    this.#size -= size;
  }
}
