import type { VisitPriority, VisitStatus } from '@yunzhen/shared/visits/visit';
import type { DangerAnswer, DeclaredFlag } from '@yunzhen/shared/intake/danger-page/danger-answer.schemas';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** The adult beside a young child in a visit. */
export interface VisitGuardian {
  name: string;
  relation: 'mother' | 'father' | 'legal-guardian' | 'other';
  accountId: string;
}

export const visitEntity = defineTable('visit', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  departmentId: column('uuid'),
  practitionerId: column('uuid'),
  status: column<VisitStatus>('text'),
  version: column('integer'),
  kind: column<'walk-in' | 'booked'>('text'),
  priority: column<VisitPriority>('text'),
  complaint: column('text'),
  intake: nullable<Intake>('jsonb'),
  deviceCheck: nullable<'passed' | 'skipped'>('text'),
  createdAt: column('timestamptz'),
  checkedInAt: nullable('timestamptz'),
  admittedAt: nullable('timestamptz'),
  endedAt: nullable('timestamptz'),
  endReason: nullable('text'),
  summary: nullable('text'),
  /** The media node with the calls of this visit, and the incarnation of its process. */
  mediaNodeId: nullable('text'),
  mediaNodeIncarnation: nullable('uuid'),
  /** Increases with every change that the api requires of the call’s room. */
  roomRevision: column('integer'),
  /** True while the patient is on hold. */
  held: column('boolean'),
  /** The time of its appointment; null for a walk-in. */
  bookedFor: nullable('timestamptz'),
  /** The time that orders it in the queue within its priority; null before check-in. */
  queueAt: nullable('timestamptz'),
  guardian: nullable<VisitGuardian>('jsonb'),
  redFlags: column<DeclaredFlag[]>('jsonb'),
  /** The answer to the page of danger signs; null before check-in, and for visits older than the page. */
  dangerAnswer: nullable<DangerAnswer>('jsonb'),
  /** The estimated wait shown at check-in; null when there was no estimate. */
  toldWaitMinutes: nullable('integer'),
  /** First and last day (ISO dates) between which the doctor wants to see the patient again. */
  followUp: nullable<{ from: string; until: string }>('jsonb'),
  /** When the system noticed that the visit has no doctor; null while it has one. */
  doctorGoneAt: nullable('timestamptz'),
  /** When retention deleted the chat and the call records. */
  processForgottenAt: nullable('timestamptz'),
});
export type VisitRow = RowOf<typeof visitEntity>;
