import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { DoctorsQueue } from '../../directory/index.ts';

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

/**
 * Returns the estimate for a patient who would join the doctor’s queue now, the same that the waiting room would show. No wait when the doctor is free;
 * null when the doctor is off duty or not connected.
 */
export function waitForDoctor(doctor: DoctorsQueue, now: Date): number | null {
  const { connected, inCall, waiting, pausedUntil, medianConsultSeconds } = doctor;
  if (connected && !inCall && waiting === 0 && pausedUntil === null) return 0;
  const pauseSeconds = pausedUntil === null ? 0 : Math.max(0, (Date.parse(pausedUntil) - now.getTime()) / 1000);
  return estimateMinutes({ position: waiting + 1, doctorOnDuty: connected, medianConsultSeconds, pauseSeconds });
}

export function recentSince(now: Date): Date {
  return new Date(now.getTime() - recentConsultationDays * DAY_MS);
}
