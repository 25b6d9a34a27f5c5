import type { VisitPriority } from '@yunzhen/shared/visits/visit';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A doctor’s decision on the urgency of a visit. Rows are only inserted. */
export const visitTriageEntity = defineTable('visit_triage', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  priority: column<VisitPriority>('text'),
  reason: column('text'),
  byPractitionerId: column('uuid'),
  at: column('timestamptz'),
});
export type VisitTriageRow = RowOf<typeof visitTriageEntity>;
