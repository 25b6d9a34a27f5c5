import type { AuditAction } from '@yunzhen/shared/core/audit';

/** Audit actions that show a patient’s record or a part of it, or name the patient in a list or search. Patients see who did so. */
export const recordLooks = [
  'appointment.read',
  'audit.patient-searched',
  'break-glass.searched',
  'chart.document-read',
  'chart.printed',
  'chart.read',
  'chat.attachment-read',
  'chat.read',
  'diagnoses.basis-read',
  'diagnoses.evidence-listed',
  'diagnoses.read',
  'dispensing.claimed',
  'dispensing.listed',
  'dispensing.read',
  'dispensing.receipt-read',
  'document.file-read',
  'document.listed',
  'document.read',
  'intake.picture-read',
  'note.read',
  'note.versions-read',
  'prescription.document-read',
  'prescription.read',
  'queue.read',
  'queue.work-read',
  'repeat.listed',
  'review.listed',
  'review.read',
  'review.thread-read',
  'schedule.day-read',
  'visit.read',
] as const satisfies readonly AuditAction[];

export type RecordLook = (typeof recordLooks)[number];
