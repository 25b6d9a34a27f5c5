import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** Whether a patient who waits is there. A visit without a row was never missed. */
export const visitAttendanceEntity = defineTable('visit_attendance', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  awayFrom: nullable('timestamptz'),
  awayUntil: nullable('timestamptz'),
  unseenSince: nullable('timestamptz'),
  calledAt: nullable('timestamptz'),
  keptUntil: nullable('timestamptz'),
  lateToldAt: nullable('timestamptz'),
});
export type VisitAttendanceRow = RowOf<typeof visitAttendanceEntity>;
