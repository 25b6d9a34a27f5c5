import { column, defineTable, key } from '../db/table.ts';

/** A message for pages that every api process reads, encrypted. Deleted after a few minutes. */
export const pageMessageEntity = defineTable('page_message', {
  id: key('uuid'),
  processId: column('uuid'),
  at: column('timestamptz'),
  xact: column('bigint'),
  sealed: column('bytea'),
});
