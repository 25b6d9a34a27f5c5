import { PrefixIndex } from './prefix-index.ts';
import { TypoIndex } from './typo-index.ts';

const EXACT = 1;
const BEGINNING = 0.8;
const GUESSED = 0.5;

/** Maps words to entries, searched by whole word, by prefix, and otherwise by similarity. */
export class WordIndex {
  readonly #words: PrefixIndex;
  readonly #typos: TypoIndex;
  readonly #postings: readonly (readonly number[])[];
  readonly #size: number;

  /** @param entries the words of each entry; the position in the list is the entry's number. */
  constructor(entries: readonly (readonly string[])[]) {
    const postings = new Map<string, number[]>();
    entries.forEach((words, entry) => {
      for (const word of new Set(words)) {
        const list = postings.get(word);
        if (list) list.push(entry);
        else postings.set(word, [entry]);
      }
    });
    const vocabulary = [...postings.keys()];
    this.#size = entries.length;
    this.#postings = vocabulary.map((word) => postings.get(word) ?? []);
    this.#words = new PrefixIndex(vocabulary.map((word, id) => [word, id] as const));
    this.#typos = new TypoIndex(vocabulary);
  }

  /**
   * Calls `visit` for each entry that matches at least `needed` of the words, with a quality: 1 when every word matches exactly, less for prefixes
   * and corrections.
   */
  forEach(words: readonly string[], needed: number, visit: (entry: number, quality: number) => void): void {
    const matched = new Uint8Array(this.#size);
    const quality = new Float32Array(this.#size);
    const lastSeen = new Uint8Array(this.#size);
    const touched: number[] = [];
    words.forEach((word, place) => {
      for (const [id, grade] of this.#meanings(word)) {
        for (const entry of this.#postings[id] ?? []) {
          // Better grades come first, so the first hit of a word in an entry is its best one.
          if (lastSeen[entry] === place + 1) continue;
          lastSeen[entry] = place + 1;
          if (matched[entry] === 0) touched.push(entry);
          matched[entry] = (matched[entry] ?? 0) + 1;
          quality[entry] = (quality[entry] ?? 0) + grade;
        }
      }
    });
    for (const entry of touched) {
      if ((matched[entry] ?? 0) >= needed) visit(entry, (quality[entry] ?? 0) / words.length);
    }
  }

  #meanings(word: string): [id: number, grade: number][] {
    const exact: [number, number][] = [];
    const beginnings: [number, number][] = [];
    this.#words.forEach(word, (id, whole) => {
      if (whole) exact.push([id, EXACT]);
      else beginnings.push([id, BEGINNING]);
    });
    const found = [...exact, ...beginnings];
    return found.length > 0 ? found : this.#typos.near(word).map((id) => [id, GUESSED]);
  }
}
