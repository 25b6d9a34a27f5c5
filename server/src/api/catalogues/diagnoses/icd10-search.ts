import { hasHan } from '../../../platform/search/fold.ts';
import { fullPinyin } from '../../../platform/search/full-pinyin.ts';
import { SearchIndex } from '../../../platform/search/search-index.ts';
import type { Icd10Concept } from './icd10-concept.ts';

/** Spelling a national list of a hundred thousand titles takes longer than building its index. */
const MOST_SPELT = 10_000;

export interface Icd10Search {
  /** Number of concepts in the index. */
  readonly size: number;
  /**
   * Diagnoses that fit what a doctor typed, best first: a code or its beginning, words of either language, an everyday
   * name, an abbreviation, a misspelling, or pinyin initials.
   */
  search(query: string, limit?: number): Icd10Concept[];
  byCode(code: string): Icd10Concept | undefined;
}

/** Builds the index once from rows; about a second for a full national list of a hundred thousand. */
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
