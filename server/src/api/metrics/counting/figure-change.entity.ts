import { column, defineTable, key } from '../../../platform/db/table.ts';

/** Number of changes of a day’s figures; written by a trigger. */
export const figureChangeEntity = defineTable('figure_change', {
  hospitalId: key('uuid'),
  day: key('date'),
  changes: column('bigint'),
});
