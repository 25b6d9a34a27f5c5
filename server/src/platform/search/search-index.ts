import { foldCode, foldHan, foldText, hasHan, wordsOf } from './fold.ts';
import { PrefixIndex } from './prefix-index.ts';
import { SubstringIndex } from './substring-index.ts';
import { WordIndex } from './word-index.ts';

/** The searchable texts of one entry. The first of `phrases` and of `han` is its title, the others are synonyms. */
export interface SearchEntry {
  readonly codes: readonly string[];
  readonly phrases: readonly string[];
  readonly han: readonly string[];
  /** Pinyin initials of each Chinese name, such as "gxy" for 高血压. */
  readonly pinyin: readonly string[];
  /** The full pinyin of each Chinese name by syllable, where known. */
  readonly spelt?: readonly (readonly string[])[];
  /** 0 to 1: how often it is used, to order equal matches. */
  readonly weight?: number;
  /** −1 to 1: orders similar matches more finely than `weight`, regardless of the length of their titles. */
  readonly preference?: number;
}

export interface SearchHit {
  /** Position of the entry in the list from which the index was built. */
  readonly entry: number;
  readonly score: number;
}

// Base scores by kind of match. The gaps leave room for length (up to 40), weight (up to 40) and preference (up to 20 either way).
const CODE_EXACT = 1000;
const CODE_PREFIX = 900;
const NAME_EXACT = 850;
const PINYIN_EXACT = 800;
const NAME_PREFIX = 600;
const PINYIN_PREFIX = 560;
const NAME_WITHIN = 500;
const WORDS = 450;
const NAME_IN_QUERY = 350;
const PINYIN_WITHIN = 250;
const ONE_OTHER = 180;
const SCATTERED = 200;
const SOME_WORDS = 150;

const DEFAULT_LIMIT = 20;
const SYNONYM_LOSS = 10;
const HAN_GRAM = 2;
const PINYIN_GRAM = 3;
const LONGEST_QUERY = 120;
const LONG_LIST = 20_000;
/** Shorter spellings match too many names. */
const SHORTEST_SPELT = 4;
/** Names of one character occur in nearly every query. */
const SHORTEST_NAME = 2;

/**
 * An immutable in-memory search over names in two scripts: codes by prefix, Latin names by words (with prefixes and misspellings), Chinese names by
 * any part, and pinyin initials.
 */
export class SearchIndex {
  readonly #codes: PrefixIndex;
  readonly #phrases: PrefixIndex;
  readonly #words: WordIndex;
  readonly #han: SubstringIndex;
  readonly #pinyin: SubstringIndex;
  readonly #spelt: PrefixIndex;
  readonly #speltEnds: PrefixIndex;
  readonly #hanNames = new Map<string, number[]>();
  readonly #titles: { latin: string; han: string }[];
  /** A constant added to each entry’s score. */
  readonly #bonus: number[];

  constructor(entries: readonly SearchEntry[]) {
    const pairs = (of: (entry: SearchEntry) => readonly string[]): [string, number][] =>
      entries.flatMap((entry, id) => of(entry).map((key): [string, number] => [key, id]));
    this.#codes = new PrefixIndex(pairs((entry) => entry.codes.map(foldCode)));
    this.#phrases = new PrefixIndex(pairs((entry) => entry.phrases.map((phrase) => wordsOf(phrase).join(' '))));
    this.#words = new WordIndex(entries.map((entry) => entry.phrases.flatMap(wordsOf)));
    const han = pairs((entry) => entry.han.map(foldHan));
    this.#han = new SubstringIndex(han, HAN_GRAM);
    for (const [name, entry] of han) this.#hanNames.set(name, [...(this.#hanNames.get(name) ?? []), entry]);
    this.#spelt = new PrefixIndex(pairs((entry) => (entry.spelt ?? []).map((name) => name.join(''))));
    this.#speltEnds = new PrefixIndex(
      pairs((entry) =>
        (entry.spelt ?? []).flatMap((name) => name.slice(1).map((_, at) => name.slice(at + 1).join(''))),
      ),
    );
    const pinyin = pairs((entry) => entry.pinyin.map(foldCode));
    this.#pinyin = new SubstringIndex(pinyin, PINYIN_GRAM);
    this.#titles = entries.map((entry) => ({
      latin: wordsOf(entry.phrases[0] ?? '').join(' '),
      han: foldHan(entry.han[0] ?? ''),
    }));
    this.#bonus = entries.map(
      (entry) =>
        40 * (entry.weight ?? 0) + 20 * (entry.preference ?? 0) - 0.4 * Math.min(100, (entry.phrases[0] ?? '').length),
    );
  }

  /** Returns hits best first; equal scores in list order. An empty or meaningless query finds nothing. */
  search(query: string, limit = DEFAULT_LIMIT): SearchHit[] {
    const asked = query.slice(0, LONGEST_QUERY);
    const best = new Scores();
    if (hasHan(query)) this.#searchHan(asked, best);
    else if (foldText(asked).trim().length > 0) this.#searchLatin(asked, best);
    return best.top(limit, (entry) => this.#bonus[entry] ?? 0);
  }

  #searchHan(query: string, best: Scores): void {
    const parts = query.split(/\s+/).map(foldHan).filter(Boolean);
    const perPart = parts.map((part) => {
      const found = new Scores();
      this.#han.forEach(part, (entry, at, length) => {
        const synonym = this.#titles[entry]?.han.includes(part) ? 0 : SYNONYM_LOSS;
        const kind = length === part.length ? NAME_EXACT : at === 0 ? NAME_PREFIX : NAME_WITHIN;
        found.raise(entry, kind - synonym - (length - part.length));
      });
      if (found.size === 0) this.#han.forEachScattered(part, (entry, length) => found.raise(entry, SCATTERED - length));
      if (found.size === 0) this.#namesWithin(part, found);
      if (found.size === 0) this.#han.forEachOneOther(part, (entry, length) => found.raise(entry, ONE_OTHER - length));
      return found;
    });
    const [first, ...others] = perPart;
    first?.forEach((entry, score) => {
      const rest = others.map((found) => found.get(entry));
      if (rest.every((value) => value !== undefined))
        best.raise(entry, Math.min(score, ...rest.filter((v) => v !== undefined)));
    });
  }

  /** Finds the longest names within the query, as in 盐酸二甲双胍缓释片. */
  #namesWithin(part: string, found: Scores): void {
    for (let size = part.length - 1; size >= SHORTEST_NAME; size--) {
      for (let at = 0; at + size <= part.length; at++)
        for (const entry of this.#hanNames.get(part.slice(at, at + size)) ?? [])
          found.raise(entry, NAME_IN_QUERY + size - at);
      if (found.size > 0) return;
    }
  }

  #searchLatin(query: string, best: Scores): void {
    const terms = wordsOf(query);
    const phrase = terms.join(' ');
    const code = foldCode(query);
    if (/^[a-z]+\d|^\d|^[a-z]$/.test(code)) {
      this.#codes.forEach(code, (entry, exact) => best.raise(entry, exact ? CODE_EXACT : CODE_PREFIX));
    }
    if (phrase.length === 0) return;
    let isName = false;
    this.#phrases.forEach(phrase, (entry, exact) => {
      isName ||= exact;
      const synonym = this.#titles[entry]?.latin.startsWith(phrase) ? 0 : SYNONYM_LOSS;
      best.raise(entry, (exact ? NAME_EXACT : NAME_PREFIX) - synonym);
    });
    if (terms.length === 1 && code.length > 1) {
      this.#pinyin.forEach(foldCode(query), (entry, at, length) => {
        // An abbreviation such as HTN is not the beginning of the initials of 黄体囊肿 (htnz).
        if (isName && length > code.length) return;
        const kind = length === code.length ? PINYIN_EXACT : at === 0 ? PINYIN_PREFIX : PINYIN_WITHIN;
        best.raise(entry, kind - (length - code.length));
      });
    }
    if (code.length >= SHORTEST_SPELT && /^[a-z]+$/.test(code)) {
      this.#spelt.forEach(code, (entry, exact) => best.raise(entry, exact ? PINYIN_EXACT : PINYIN_PREFIX));
      this.#speltEnds.forEach(code, (entry, exact) => {
        if (exact) best.raise(entry, PINYIN_PREFIX);
      });
    }
    // One letter begins so many words that only codes and complete names are useful; in a long list so do two.
    if (phrase.length <= (this.#titles.length > LONG_LIST ? 2 : 1)) return;
    this.#words.forEach(terms, terms.length, (entry, quality) => best.raise(entry, WORDS * quality));
    if (best.size === 0 && terms.length > 1) {
      this.#words.forEach(terms, terms.length - 1, (entry, quality) => best.raise(entry, SOME_WORDS * quality));
    }
  }
}

/** The best score of each entry so far. */
class Scores {
  readonly #scores = new Map<number, number>();

  get size(): number {
    return this.#scores.size;
  }

  get(entry: number): number | undefined {
    return this.#scores.get(entry);
  }

  raise(entry: number, score: number): void {
    const before = this.#scores.get(entry);
    if (before === undefined || score > before) this.#scores.set(entry, score);
  }

  forEach(visit: (entry: number, score: number) => void): void {
    this.#scores.forEach((score, entry) => visit(entry, score));
  }

  /** Keeps a short sorted list instead of sorting all: a one-letter query matches tens of thousands. */
  top(limit: number, bonus: (entry: number) => number): SearchHit[] {
    const hits: SearchHit[] = [];
    const before = (a: SearchHit, b: SearchHit): boolean =>
      a.score > b.score || (a.score === b.score && a.entry < b.entry);
    this.#scores.forEach((base, entry) => {
      const hit = { entry, score: base + bonus(entry) };
      const last = hits[hits.length - 1];
      if (hits.length >= limit && last && !before(hit, last)) return;
      let at = hits.length;
      while (at > 0 && before(hit, hits[at - 1] ?? hit)) at--;
      hits.splice(at, 0, hit);
      if (hits.length > limit) hits.pop();
    });
    return hits;
  }
}
