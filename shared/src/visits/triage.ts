import { visitPriorities, type VisitPriority } from './visit.ts';

/** Why somebody who waits is to be seen before others. */
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

/** Why somebody need not be seen before others any more. */
export const loweringReasons = ['assessed', 'eased', 'mistaken'] as const;

export const triageReasons = [...raisingReasons, ...loweringReasons] as const;
export type TriageReason = (typeof triageReasons)[number];

/** The reasons from which one chooses for this change; a priority that stays may be given another of the same kind. */
export function reasonsFor(from: VisitPriority, to: VisitPriority): readonly TriageReason[] {
  const change = visitPriorities.indexOf(to) - visitPriorities.indexOf(from);
  if (change !== 0) return change > 0 ? raisingReasons : loweringReasons;
  return to === 'routine' ? loweringReasons : raisingReasons;
}
