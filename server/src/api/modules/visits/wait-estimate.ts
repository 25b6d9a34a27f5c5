/** Consultations older than this say nothing about today’s pace. */
export const recentConsultationDays = 30;

/**
 * Minutes until the doctor’s turn: place in the doctor’s own queue × the department’s recent median consultation time.
 * The queue is served by one doctor, so there is nobody to share the wait among. Null when the visit does not wait, when
 * its doctor is off duty, or when the department has no recent consultation to learn from. Nothing is added on top.
 */
export function estimateMinutes(facts: {
  position: number | null;
  doctorOnDuty: boolean;
  medianConsultSeconds: number | null;
}): number | null {
  if (facts.position === null || !facts.doctorOnDuty || facts.medianConsultSeconds === null) return null;
  return Math.round((facts.position * facts.medianConsultSeconds) / 60);
}
