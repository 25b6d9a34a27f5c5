import { column, defineTable, key } from '../../../platform/db/table.ts';

/** Counted figures of one doctor, department and period. */
export const figureRollupEntity = defineTable('figure_rollup', {
  hospitalId: key('uuid'),
  practitionerId: key('uuid'),
  departmentId: key('uuid'),
  grain: key('smallint'),
  starts: key('timestamptz'),
  tally: column('bytea'),
});
