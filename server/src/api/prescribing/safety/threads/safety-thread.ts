import { parentPort, workerData } from 'node:worker_threads';
import { loadCuratedFormulary, type Formulary, ownCatalogue, type ListsOfHospital } from '../../../catalogues/index.ts';
import { dataVersionOf, prepareDraft, runCheck, unanswered, UNUSABLE_RELEASE, type CheckAnswer } from '../check.ts';
import { loadKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { knowledgeOfRelease, releaseKey, type ReleasedRules } from '../knowledge/released-knowledge.ts';
import type { CheckName, SafetyCheck } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';

/** A draft to check. The catalogue is identified by a number; its lists are sent with the first request that uses it. */
export interface SafetyQuestion {
  readonly id: number;
  readonly input: Omit<SafetyInput, 'catalogue' | 'release'>;
  readonly catalogue: number;
  readonly lists: ListsOfHospital | null;
  /** A catalogue that the thread can drop from its cache. */
  readonly forget: number | null;
  /** The rules of the hospital, whose content is sent with the first request that uses them; null for those that ship with the program. */
  readonly release: SentRelease | null;
  readonly checks: readonly CheckName[];
}

export interface SentRelease extends Omit<ReleasedRules, 'content'> {
  readonly content: string | null;
  /** The key of a release that the thread can drop from its cache. */
  readonly forget: string | null;
}

export type SafetyThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begun'; readonly id: number; readonly dataVersion: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CheckAnswer };

const say = (message: SafetyThreadMessage) => parentPort?.postMessage(message);

// A check that hangs here ends with its thread; the requesting process continues.
const { registryUrl } = workerData as { registryUrl: string };
const { checkRegistry } = (await import(registryUrl)) as { checkRegistry: readonly SafetyCheck[] };
const shipped = loadKnowledgeBase();
const curated = loadCuratedFormulary();
const catalogues = new Map<number, Formulary>();
/** By `releaseKey`; null for a release that this version of the program cannot use. */
const releases = new Map<string, KnowledgeBase | null>();

function catalogueOf({ catalogue, lists }: SafetyQuestion): Formulary {
  const before = catalogues.get(catalogue);
  if (before) return before;
  const made = lists ? ownCatalogue(curated, lists.active, lists.earlier) : curated;
  catalogues.set(catalogue, made);
  return made;
}

function knowledgeOf({ release }: SafetyQuestion): KnowledgeBase | null {
  if (!release) return shipped;
  const { forget, content } = release;
  const key = releaseKey(release);
  if (forget !== null) releases.delete(forget);
  if (content !== null) releases.set(key, built({ ...release, content }));
  return releases.get(key) ?? null;
}

function built(release: ReleasedRules): KnowledgeBase | null {
  try {
    return knowledgeOfRelease(release);
  } catch {
    return null;
  }
}

parentPort?.on('message', (question: SafetyQuestion) => {
  const { id, input } = question;
  if (question.forget !== null) catalogues.delete(question.forget);
  const catalogue = catalogueOf(question);
  const knowledge = knowledgeOf(question);
  const draft = knowledge && prepareDraft({ ...input, catalogue }, knowledge);
  say({ kind: 'begun', id, dataVersion: knowledge ? dataVersionOf(catalogue.version, knowledge.version) : 'none' });
  const itemIds = input.items.map((item) => item.id);
  for (const name of question.checks) {
    const check = checkRegistry.find((each) => each.name === name);
    if (!check) continue;
    say({ kind: 'answer', id, answer: draft ? runCheck(check, draft) : unanswered(name, itemIds, UNUSABLE_RELEASE) });
  }
});
say({ kind: 'ready' });
