import type { Clause } from './clauses.ts';

/** Tests whole clauses against expressions, each pair once: many mentions share a clause. */
export class ClauseTests {
  readonly #text: string;
  readonly #clauses: readonly Clause[];
  readonly #known = new Map<RegExp, (boolean | undefined)[]>();

  constructor(text: string, clauses: readonly Clause[]) {
    this.#text = text;
    this.#clauses = clauses;
  }

  /** Returns whether the clause at an index has the words; one that does not exist has none. */
  has(words: RegExp, at: number): boolean {
    let known = this.#known.get(words);
    if (known === undefined) this.#known.set(words, (known = []));
    return (known[at] ??= this.#test(words, at));
  }

  #test(words: RegExp, at: number): boolean {
    const clause = this.#clauses[at];
    return clause !== undefined && words.test(this.#text.slice(clause.start, clause.end));
  }
}
