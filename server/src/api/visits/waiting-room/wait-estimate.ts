import { DAY_MS } from '@yunzhen/shared/core/time/duration';

/** Consultations older than this say nothing about today’s pace. */
const recentConsultationDays = 30;

/**
 * Minutes until the doctor’s turn: place in the doctor’s own queue × the department’s recent median consultation time.
 * The queue is served by one doctor, so there is nobody to share the wait among. In a pause the first place is reached no sooner
 * than its doctor expects to be back, and everybody behind later by as much. Null when the visit does not wait, when its doctor
 * is off duty or not to be seen, or when the department has no recent consultation to learn from. Nothing is added on top.
 */
export function estimateMinutes(facts: {
  position: number | null;
  /** Of those before, how many are not there: the next who is there goes first. */
  absentBefore?: number;
  doctorOnDuty: boolean;
  /** The doctor is on duty, and nobody has seen them for a while. */
  doctorGone?: boolean;
  medianConsultSeconds: number | null;
  /** Until the doctor expects to be back from a pause; 0 or absent without one. */
  pauseSeconds?: number;
}): number | null {
  if (facts.position === null || !facts.doctorOnDuty || facts.doctorGone || facts.medianConsultSeconds === null)
    return null;
  const first = Math.max(facts.medianConsultSeconds, facts.pauseSeconds ?? 0);
  const before = facts.position - 1 - (facts.absentBefore ?? 0);
  return Math.round((first + before * facts.medianConsultSeconds) / 60);
}

export function recentSince(now: Date): Date {
  return new Date(now.getTime() - recentConsultationDays * DAY_MS);
}
