import type { BreakGlassReason } from '@yunzhen/shared/chart/chart-entry';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** An emergency access to a chart. It is never changed and ends by the clock. */
export const breakGlassEntity = defineTable('break_glass', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  practitionerId: column('uuid'),
  reason: column<BreakGlassReason>('text'),
  explanation: column('text'),
  openedAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
});
export type BreakGlassRow = RowOf<typeof breakGlassEntity>;
