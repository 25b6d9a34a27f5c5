import { hasHan } from '../../../platform/search/fold.ts';
import { fullPinyin } from '../../../platform/search/full-pinyin.ts';
import { SearchIndex } from '../../../platform/search/search-index.ts';
import type { Icd10Concept } from './icd10-concept.ts';

/** Above this size no spelling correction: for a national list of a hundred thousand titles it takes longer than building the index. */
const MOST_SPELT = 10_000;

export interface Icd10Search {
  /** Number of concepts in the index. */
  readonly size: number;
  /**
   * Returns diagnoses that match the query, best first: by code or its prefix, words of either language, everyday name, abbreviation, misspelling, or
   * pinyin initials.
   */
  search(query: string, limit?: number): Icd10Concept[];
  byCode(code: string): Icd10Concept | undefined;
}

/** Prefers the unspecified acute form of a disease, and puts chronic forms last: they are meant only where they are named. */
function preferenceOf({ en, zh }: Icd10Concept): number {
  const [acute, chronic] = [/\bacute\b/i.test(en), /\bchronic\b/i.test(en)];
  if (zh.startsWith('慢性') || (chronic && !acute)) return -0.5;
  return acute && !chronic && /, unspecified$/i.test(en) ? 0.25 : 0;
}

/** Builds the index from rows; takes about a second for a national list of a hundred thousand. */
export function createIcd10Search(concepts: readonly Icd10Concept[]): Icd10Search {
  const byCode = new Map(concepts.map((concept) => [concept.code, concept]));
  const index = new SearchIndex(
    concepts.map((concept) => ({
      spelt: concepts.length > MOST_SPELT ? [] : fullPinyin([concept.zh, ...concept.synonyms]),
      codes: [concept.code],
      phrases: [concept.en, ...concept.synonyms.filter((synonym) => !hasHan(synonym))],
      han: [concept.zh, ...concept.synonyms.filter(hasHan)].filter((text) => text !== ''),
      pinyin: concept.pinyin,
      weight: concept.common ? 1 : concept.billable ? 0.25 : 0,
      preference: preferenceOf(concept),
    })),
  );
  return {
    size: concepts.length,
    search: (query, limit) =>
      index.search(query, limit).flatMap((hit) => {
        const concept = concepts[hit.entry];
        return concept ? [concept] : [];
      }),
    byCode: (code) => byCode.get(code),
  };
}
