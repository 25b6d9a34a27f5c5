import { DAY_MS } from '@yunzhen/shared/core/time/duration';

/** Days after which consultations are too old to estimate today’s pace. */
const recentConsultationDays = 30;

/**
 * Returns the estimated minutes until the visit: position in the doctor’s queue × the department’s recent median. A pause delays the first position
 * until the expected return, and the others with it. Null when the visit does not wait, the doctor is off duty or absent, or there is no recent
 * consultation. No margin is added.
 */
export function estimateMinutes(facts: {
  position: number | null;
  /** Number of absent patients ahead; the next present patient goes first. */
  absentBefore?: number;
  doctorOnDuty: boolean;
  /** The doctor is on duty but has had no open page for a while. */
  doctorGone?: boolean;
  medianConsultSeconds: number | null;
  /** Seconds until the doctor expects to return from a pause; 0 or absent without one. */
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
