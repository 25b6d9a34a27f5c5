import type { ReviewStatus } from '@yunzhen/shared/prescribing/prescription';
import type { ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

export const reviewEntity = defineTable('review', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  prescriptionId: column('uuid'),
  status: column<ReviewStatus>('text'),
  version: column('integer'),
  requestedAt: column('timestamptz'),
  startedAt: nullable('timestamptz'),
  decidedAt: nullable('timestamptz'),
  pharmacistId: nullable('uuid'),
  checklist: nullable<ReviewMatch[]>('jsonb'),
  /** Why it was approved with an unanswered question to the doctor. */
  questionReason: nullable('text'),
  /** Until when the pharmacist keeps the review without a heartbeat of the page. */
  heldUntil: nullable('timestamptz'),
  /** The last take-over by a supervisor, in four columns that are set together. */
  takenOverFrom: nullable('uuid'),
  takenOverBy: nullable('uuid'),
  takenOverReason: nullable('text'),
  takenOverAt: nullable('timestamptz'),
});
export type ReviewRow = RowOf<typeof reviewEntity>;
