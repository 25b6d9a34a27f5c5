import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** Whether a waiting patient is present. A visit without a row has always been present. */
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
