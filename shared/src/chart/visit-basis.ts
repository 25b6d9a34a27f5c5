import { daysBetween } from '../core/time/calendar-day.ts';

/** What a jurisdiction requires before a prescription: a diagnosis made before, proven by evidence of limited age. */
export interface FollowUpDuty {
  /** The rule of the pack that a statement refers to. */
  readonly rule: string;
  /** Days between the diagnosis and the visit. */
  readonly maxAgeDays: number;
  /** Whether a regulation names this number of days; otherwise the limit is ours. */
  readonly limitIsRegulated: boolean;
}

/**
 * China: 互联网诊疗管理办法(试行) 2018 requires an earlier diagnosis at a physical institution and evidence of it, and names no age. Half a year is a limit
 * of this software that no clinician or lawyer has reviewed.
 */
const duties: Readonly<Record<string, FollowUpDuty>> = {
  CN: { rule: 'cn.follow-up-only', maxAgeDays: 183, limitIsRegulated: false },
};

/** Returns what the jurisdiction requires; null where a first visit may be prescribed for. */
export function followUpDutyOf(jurisdiction: string): FollowUpDuty | null {
  return duties[jurisdiction] ?? null;
}

/** Returns the category of an ICD-10 code, its first three characters: a follow-up is of the same category. */
export function icdCategory(code: string): string {
  return code.slice(0, 3).toUpperCase();
}

/** Returns whether evidence is too old, or dated after today. Both days are ISO dates of the hospital’s calendar. */
export function isOutdated(diagnosedOn: string, today: string, maxAgeDays: number): boolean {
  const age = daysBetween(diagnosedOn, today);
  return age < 0 || age > maxAgeDays;
}

/** What counts once stated. */
export const statedVerdicts = ['follow-up', 'first-visit'] as const;
/** A withdrawn statement is the next version, and leaves the visit without one. */
export const basisVerdicts = [...statedVerdicts, 'withdrawn'] as const;
export type BasisVerdict = (typeof basisVerdicts)[number];

/** Why evidence cannot prove a follow-up. */
export const evidenceFaults = ['outdated', 'no-pages', 'other-diagnosis'] as const;
