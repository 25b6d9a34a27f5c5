import type { ConceptId } from '../concepts/index.ts';
import type { DetectionRule } from './rule.ts';

/** Purposes of a text that are no emergency. Each counts once. */
const purposes: readonly ConceptId[] = [
  'asks',
  'learns',
  'papers',
  'caredFor',
  'longSame',
  'jokes',
  'explained',
  'healing',
];
/** Statements that the patient is well. They don't overrule signs that come back worse, or poison that acts later. */
const conditions: readonly ConceptId[] = ['isWell', 'isOver'];
/** Statements of urgency, each of which outweighs one calm statement. */
const pressing: readonly ConceptId[] = ['sudden', 'severe', 'defers'];
/** Severe signs, which count once together. */
const grave: readonly ConceptId[] = [
  'coldSweat',
  'crushing',
  'spreads',
  'faintness',
  'mottled',
  'blue',
  'lowOxygen',
  'collapse',
  'drowsy',
  'confused',
  'vitalDanger',
  'pulseDanger',
  'incontinent',
  'rigors',
  'vomiting',
  'highFever',
];
/** A wish to die, in words or by a warning sign. */
const wishes: readonly ConceptId[] = [
  'wantsToDie',
  'means',
  'withinReach',
  'goodbye',
  'lastThanks',
  'settles',
  'noFuture',
  'deathAsRest',
  'unbearable',
  'worthless',
  'everydayLetters',
];

/** Expressions of a routine request, which weaken a sign that rests on one expression alone. */
const routine: readonly ConceptId[] = ['routine'];
/** Expressions of being well of which each is weaker than those in `conditions`: they count once. */
const fine: readonly ConceptId[] = ['well'];

/** Returns whether a sign rests on one expression. */
function isSingle(rule: DetectionRule): boolean {
  return rule.near.length === 1 && (rule.with ?? []).length === 0;
}

/** What a text says apart from a sign. */
export interface Surroundings {
  readonly isSaid: (id: ConceptId) => boolean;
  /** Whether the text has a question. */
  readonly asks: boolean;
}

/**
 * Returns whether the rest of a text overrules a sign: it has more calm statements than urgent ones. A wish to die needs two more calm statements, or
 * a statement that it is a joke.
 */
export function isOverruled(rule: DetectionRule, { isSaid, asks }: Surroundings): boolean {
  const own = new Set(rule.near.flat());
  const count = (ids: readonly ConceptId[]) => ids.filter((id) => !own.has(id) && isSaid(id)).length;
  const isWish = wishes.some((id) => own.has(id));
  const isRequest = isSingle(rule) && (count(routine) > 0 || (asks && !isSaid('defers')));
  const isFine = rule.lasting !== true && count(fine) > 0;
  const weak = !isWish && (isRequest || isFine) ? 1 : 0;
  const state = rule.lasting ? 0 : count(conditions);
  const calm = count(purposes) + state + weak + (isWish && isSaid('jokes') ? 1 : 0);
  return calm > count(pressing) + Math.min(1, count(grave)) + (isWish ? 1 : 0);
}
