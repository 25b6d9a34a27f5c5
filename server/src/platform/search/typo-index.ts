/** Shorter words are not corrected: one other letter in four is another word or abbreviation. */
const SHORTEST_GUESSED = 5;
/** From this length two slips are accepted instead of one. */
const LONG_WORD = 8;

/**
 * Finds the intended words of a misspelt one. Two words one slip apart share a form with one letter deleted, so a table of such forms gives
 * candidates, and the edit distance decides.
 */
export class TypoIndex {
  readonly #words: readonly string[];
  readonly #shortened = new Map<string, number[]>();

  constructor(words: readonly string[]) {
    this.#words = words;
    words.forEach((word, id) => {
      if (word.length < SHORTEST_GUESSED - 1) return;
      for (const form of formsOf(word)) {
        const list = this.#shortened.get(form);
        if (list) list.push(id);
        else this.#shortened.set(form, [id]);
      }
    });
  }

  /** Returns the numbers of words within one slip of `word` (two for long words). */
  near(word: string): number[] {
    if (word.length < SHORTEST_GUESSED) return [];
    const allowed = word.length >= LONG_WORD ? 2 : 1;
    const seen = new Set<number>();
    for (const form of formsOf(word)) for (const id of this.#shortened.get(form) ?? []) seen.add(id);
    return [...seen].filter((id) => editDistance(word, this.#words[id] ?? '') <= allowed);
  }
}

function formsOf(word: string): Set<string> {
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

/**
 * Returns the edits between two words, where swapping two neighbouring letters counts as one (optimal string alignment). Stops counting above `most`.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
