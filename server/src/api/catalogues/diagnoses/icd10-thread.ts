import { parentPort, workerData } from 'node:worker_threads';
import { readList } from '../lists/read-list.ts';
import type { Icd10Concept } from './icd10-concept.ts';
import { listReader } from './icd10-list-reader.ts';
import { createIcd10Search } from './icd10-search.ts';

export type ThreadQuestion = { readonly id: number } & (
  | { readonly search: string; readonly limit: number }
  | { readonly codes: readonly string[] }
);
export interface ThreadAnswer {
  readonly id: number;
  readonly concepts: readonly Icd10Concept[];
}

/** Cached answers, because several people type the same prefixes. */
const KEPT_ANSWERS = 500;

// One list, shared by hospitals with the same file, read once and searched until the thread ends.
const concepts: Icd10Concept[] = [];
await readList(workerData as Uint8Array, listReader, { entry: (concept) => void concepts.push(concept) });
const index = createIcd10Search(concepts);
const kept = new Map<string, readonly Icd10Concept[]>();

function search(query: string, limit: number): readonly Icd10Concept[] {
  const key = `${limit} ${query.toLowerCase()}`;
  const before = kept.get(key);
  if (before) return before;
  // Synonyms and pinyin are for searching only.
  const found = index.search(query, limit).map((concept) => ({ ...concept, synonyms: [], pinyin: [] }));
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
  kept.set(key, found);
  return found;
}

parentPort?.on('message', (question: ThreadQuestion) => {
  const found =
    'codes' in question
      ? question.codes.flatMap((code) => index.byCode(code) ?? [])
      : search(question.search, question.limit);
  parentPort?.postMessage({ id: question.id, concepts: found } satisfies ThreadAnswer);
});
