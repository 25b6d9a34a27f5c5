/** Consultations older than this say nothing about today’s pace. */
export const recentConsultationDays = 30;

/**
 * Minutes until the doctor’s turn: place in the doctor’s own queue × the department’s recent median consultation time.
 * The queue is served by one doctor, so there is nobody to share the wait among. In a pause the first place is reached no sooner
 * than its doctor expects to be back, and everybody behind later by as much. Null when the visit does not wait, when its doctor
 * is off duty, or when the department has no recent consultation to learn from. Nothing is added on top.
 */
export function estimateMinutes(facts: {
  position: number | null;
  doctorOnDuty: boolean;
  medianConsultSeconds: number | null;
  /** Until the doctor expects to be back from a pause; 0 or absent without one. */
  pauseSeconds?: number;
}): number | null {
  if (facts.position === null || !facts.doctorOnDuty || facts.medianConsultSeconds === null) return null;
  const first = Math.max(facts.medianConsultSeconds, facts.pauseSeconds ?? 0);
  return Math.round((first + (facts.position - 1) * facts.medianConsultSeconds) / 60);
}
