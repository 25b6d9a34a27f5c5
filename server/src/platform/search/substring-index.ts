/**
 * Finds the strings that contain a run of characters, by their n-grams. `size` is the longest n-gram: two for Chinese, where a pair of characters is
 * already rare; three for pinyin initials.
 */
export class SubstringIndex {
  readonly #size: number;
  readonly #texts: string[] = [];
  readonly #owners: number[] = [];
  readonly #grams = new Map<string, number[]>();

  constructor(pairs: readonly (readonly [text: string, entry: number])[], size: number) {
    this.#size = size;
    for (const [text, entry] of pairs) this.#add(text, entry);
  }

  /** Calls `visit` for each string that contains `part`, with its position and the string’s length. */
  forEach(part: string, visit: (entry: number, at: number, length: number) => void): void {
    for (const text of this.#candidates(part)) {
      const whole = this.#texts[text] ?? '';
      const at = whole.indexOf(part);
      if (at >= 0) visit(this.#owners[text] ?? 0, at, whole.length);
    }
  }

  /** Calls `visit` for each string that contains all of the (at least two) characters, in any order; a fallback. */
  forEachScattered(characters: string, visit: (entry: number, length: number) => void): void {
    const wanted = [...new Set(characters)];
    if (wanted.length < 2) return;
    const shortest = this.#shortest(wanted);
    for (const text of shortest) {
      const whole = this.#texts[text] ?? '';
      if (wanted.every((character) => whole.includes(character))) visit(this.#owners[text] ?? 0, whole.length);
    }
  }

  /** Calls `visit` for each string that contains the (at least three) characters with one replaced: 皮夫科 for 皮肤科. */
  forEachOneOther(part: string, visit: (entry: number, length: number) => void): void {
    const characters = [...part];
    if (characters.length < 3) return;
    for (const [at] of characters.entries()) {
      const [before, after] = [characters.slice(0, at).join(''), characters.slice(at + 1).join('')];
      const longer = before.length > after.length ? before : after;
      for (const text of this.#candidates(longer)) {
        const whole = this.#texts[text] ?? '';
        const from = whole.indexOf(longer) - (longer === after && before !== after ? before.length + 1 : 0);
        const fits = from >= 0 && whole.startsWith(before, from) && whole.startsWith(after, from + before.length + 1);
        if (fits) visit(this.#owners[text] ?? 0, whole.length);
      }
    }
  }

  #add(text: string, entry: number): void {
    const id = this.#texts.push(text) - 1;
    this.#owners.push(entry);
    for (let size = 1; size <= this.#size; size++) {
      for (const gram of new Set(gramsOf(text, size))) {
        const list = this.#grams.get(gram);
        if (list) list.push(id);
        else this.#grams.set(gram, [id]);
      }
    }
  }

  #candidates(part: string): readonly number[] {
    return this.#shortest(gramsOf(part, Math.min(part.length, this.#size)));
  }

  /** Starts from the rarest n-gram, which limits the candidates; each is verified against the text. */
  #shortest(grams: readonly string[]): readonly number[] {
    let best: readonly number[] | undefined;
    for (const gram of grams) {
      const list = this.#grams.get(gram) ?? [];
      if (!best || list.length < best.length) best = list;
    }
    return best ?? [];
  }
}

function gramsOf(text: string, size: number): string[] {
  const grams: string[] = [];
  for (let at = 0; at + size <= text.length; at++) grams.push(text.slice(at, at + size));
  return grams;
}
