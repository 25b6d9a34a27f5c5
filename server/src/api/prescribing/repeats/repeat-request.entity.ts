import type { RepeatStatus } from '@yunzhen/shared/prescribing/repeat-request';
import type { DangerAnswer, DeclaredFlag } from '@yunzhen/shared/intake/danger-page/danger-answer.schemas';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A patient’s request to repeat a prescription. */
export const repeatRequestEntity = defineTable('repeat_request', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  prescriptionId: column('uuid'),
  patientId: column('uuid'),
  practitionerId: column('uuid'),
  status: column<RepeatStatus>('text'),
  note: column('text'),
  reason: column('text'),
  askedAt: column('timestamptz'),
  decidedAt: nullable('timestamptz'),
  /** The answer to the page of danger signs; null for requests older than that page. */
  dangerAnswer: nullable<DangerAnswer>('jsonb'),
  /** Danger signs that the patient declared to be no emergency. */
  redFlags: column<DeclaredFlag[]>('jsonb'),
});
export type RepeatRequestRow = RowOf<typeof repeatRequestEntity>;
