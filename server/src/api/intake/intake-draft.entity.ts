import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** Answers before a visit, until check-in. */
export const intakeDraftEntity = defineTable('intake_draft', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  visitId: nullable('uuid'),
  appointmentId: nullable('uuid'),
  version: column('integer'),
  content: nullable<IntakeDraftContent>('jsonb'),
  updatedAt: column('timestamptz'),
});
export type IntakeDraftRow = RowOf<typeof intakeDraftEntity>;
