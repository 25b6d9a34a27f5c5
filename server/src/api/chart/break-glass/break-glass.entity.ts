import type { BreakGlassReason } from '@yunzhen/shared/chart/chart-entry';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** An emergency access to a chart. The row never changes; the access ends at its expiry time. */
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
