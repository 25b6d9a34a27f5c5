import type { DangerItemId } from '@yunzhen/shared/intake/danger-page/danger-page';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** An answer to the page of danger signs, before a visit or a repeat request. Rows are only inserted. */
export const dangerAnswerEntity = defineTable('danger_answer', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  visitId: nullable('uuid'),
  prescriptionId: nullable('uuid'),
  page: column('integer'),
  shown: column<DangerItemId[]>('text[]'),
  ticked: column<DangerItemId[]>('text[]'),
  accountId: column('uuid'),
  acting: column('boolean'),
  answeredAt: column('timestamptz'),
});
export type DangerAnswerRow = RowOf<typeof dangerAnswerEntity>;
