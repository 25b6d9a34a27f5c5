import { visitPriorities, type VisitPriority } from './visit.ts';

/** Why a waiting patient should be seen before others. */
export const raisingReasons = [
  'breathing',
  'chest-pain',
  'consciousness',
  'bleeding',
  'severe-pain',
  'high-fever',
  'mental-crisis',
  'worsening',
  'child',
  'pregnancy',
  'frail',
] as const;

/** Why a waiting patient no longer needs to be seen before others. */
export const loweringReasons = ['assessed', 'eased', 'mistaken'] as const;

export const triageReasons = [...raisingReasons, ...loweringReasons] as const;
export type TriageReason = (typeof triageReasons)[number];

/** Returns the reasons to choose from for this change; an unchanged priority may get another reason of the same kind. */
export function reasonsFor(from: VisitPriority, to: VisitPriority): readonly TriageReason[] {
  const change = visitPriorities.indexOf(to) - visitPriorities.indexOf(from);
  if (change !== 0) return change > 0 ? raisingReasons : loweringReasons;
  return to === 'routine' ? loweringReasons : raisingReasons;
}
