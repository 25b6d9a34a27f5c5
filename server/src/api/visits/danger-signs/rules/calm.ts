import type { ConceptId } from '../concepts/index.ts';
import type { DetectionRule } from './rule.ts';

/** Purposes of a text that are no emergency. Each counts once. */
const purposes: readonly ConceptId[] = ['asks', 'learns', 'papers', 'caredFor', 'longSame', 'jokes'];
/** Statements that the patient is well. They don't overrule signs that come back worse, or poison that acts later. */
const conditions: readonly ConceptId[] = ['isWell', 'isOver'];
/** Statements of urgency, each of which outweighs one calm statement. */
const pressing: readonly ConceptId[] = ['sudden', 'severe', 'defers'];
/** Severe signs, which count once together. */
const grave: readonly ConceptId[] = [
  'coldSweat',
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
  'goodbye',
  'lastThanks',
  'settles',
  'noFuture',
  'deathAsRest',
  'unbearable',
];

/**
 * Returns whether the rest of a text overrules a sign: it has more calm statements than urgent ones. A wish to die needs two more calm statements, or
 * a statement that it is a joke.
 */
export function isOverruled(rule: DetectionRule, isSaid: (id: ConceptId) => boolean): boolean {
  const own = new Set(rule.near.flat());
  const count = (ids: readonly ConceptId[]) => ids.filter((id) => !own.has(id) && isSaid(id)).length;
  const wish = wishes.some((id) => own.has(id)) ? 1 : 0;
  const calm = count(purposes) + Math.max(0, count(conditions) - (rule.lasting ? 1 : 0)) + (isSaid('jokes') ? wish : 0);
  return calm > count(pressing) + Math.min(1, count(grave)) + wish;
}
