import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** An order to keep a record beyond its retention. */
export const recordHoldEntity = defineTable('record_hold', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  reason: column('text'),
  placedBy: column('uuid'),
  placedAt: column('timestamptz'),
  liftedBy: nullable('uuid'),
  liftedAt: nullable('timestamptz'),
  liftReason: nullable('text'),
});
export type RecordHoldRow = RowOf<typeof recordHoldEntity>;
