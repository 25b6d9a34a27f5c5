import type { ConceptId } from '../concepts/index.ts';
import type { DetectionRule } from './rule.ts';

/** What a text is for, where that is no emergency. Each that is said weighs once. */
const purposes: readonly ConceptId[] = ['asks', 'learns', 'papers', 'caredFor', 'longSame', 'jokes'];
/** What it says of the state. Signs that come back worse, or poison that has not worked yet, are no better for it. */
const conditions: readonly ConceptId[] = ['isWell', 'isOver'];
/** What makes it pressing: each weighs against one that is calm. */
const pressing: readonly ConceptId[] = ['sudden', 'severe', 'defers'];
/** Together these weigh once. */
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

/**
 * Whether the rest of a text speaks against the sign that a rule has found: more that is calm than what is pressing. Who writes of
 * wanting to die is believed unless two things more speak against it, or it is said to be a joke.
 */
export function isOverruled(rule: DetectionRule, isSaid: (id: ConceptId) => boolean): boolean {
  const own = new Set(rule.near.flat());
  const count = (ids: readonly ConceptId[]) => ids.filter((id) => !own.has(id) && isSaid(id)).length;
  const wish = own.has('wantsToDie') ? 1 : 0;
  const calm = count(purposes) + Math.max(0, count(conditions) - (rule.lasting ? 1 : 0)) + (isSaid('jokes') ? wish : 0);
  return calm > count(pressing) + Math.min(1, count(grave)) + wish;
}
