import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';

/** Maximum characters of JSON over all cached answers. */
const maxKept = 16_000_000;
/** Departments and doctors also affect an answer but rarely change; a change shows after this time. */
const keptMilliseconds = 10 * MINUTE_MS;

interface Kept {
  /** The version of the rollups when the computation started. */
  readonly state: string;
  readonly until: number;
  readonly size: number;
  readonly answer: unknown;
}

/**
 * Caches computed answers in this process. A cached answer is reused while its rollups are unchanged: each query first reads their version from the
 * database, so an answer is never older than the data. Evicts the least recently used.
 */
export class FigureCache {
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  /**
   * Returns the cached answer, or the result of `make`. `key` names every input except the rollups; `state` is their version. Callers share the
   * answer and must not change it.
   */
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
