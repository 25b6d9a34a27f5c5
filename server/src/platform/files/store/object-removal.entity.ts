import { column, defineTable, key } from '../../db/table.ts';

/** An object that a job removes when it is due: its file was deleted, or its row was never stored. */
export const objectRemovalEntity = defineTable('object_removal', {
  hospitalId: key('uuid'),
  key: key('text'),
  dueAt: column('timestamptz'),
});
