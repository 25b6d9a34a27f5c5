import { parentPort, workerData } from 'node:worker_threads';
import { loadCuratedFormulary, type Formulary, ownCatalogue, type ListsOfHospital } from '../../../catalogues/index.ts';
import { dataVersionOf, prepareDraft, runCheck, type CheckAnswer } from '../check.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { CheckName, SafetyCheck } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';

/** A draft to check. The catalogue is identified by a number; its lists are sent with the first request that uses it. */
export interface SafetyQuestion {
  readonly id: number;
  readonly input: Omit<SafetyInput, 'catalogue'>;
  readonly catalogue: number;
  readonly lists: ListsOfHospital | null;
  /** A catalogue that the thread can drop from its cache. */
  readonly forget: number | null;
  readonly checks: readonly CheckName[];
}

export type SafetyThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begun'; readonly id: number; readonly dataVersion: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CheckAnswer };

const say = (message: SafetyThreadMessage) => parentPort?.postMessage(message);

// A check that hangs here ends with its thread; the requesting process continues.
const { registryUrl } = workerData as { registryUrl: string };
const { checkRegistry } = (await import(registryUrl)) as { checkRegistry: readonly SafetyCheck[] };
const knowledge = loadKnowledgeBase();
const curated = loadCuratedFormulary();
const catalogues = new Map<number, Formulary>();

function catalogueOf({ catalogue, lists }: SafetyQuestion): Formulary {
  const before = catalogues.get(catalogue);
  if (before) return before;
  const made = lists ? ownCatalogue(curated, lists.active, lists.earlier) : curated;
  catalogues.set(catalogue, made);
  return made;
}

parentPort?.on('message', (question: SafetyQuestion) => {
  const { id } = question;
  if (question.forget !== null) catalogues.delete(question.forget);
  const catalogue = catalogueOf(question);
  const draft = prepareDraft({ ...question.input, catalogue }, knowledge);
  say({ kind: 'begun', id, dataVersion: dataVersionOf(catalogue.version, knowledge.version) });
  for (const name of question.checks) {
    const check = checkRegistry.find((each) => each.name === name);
    if (check) say({ kind: 'answer', id, answer: runCheck(check, draft) });
  }
});
say({ kind: 'ready' });
