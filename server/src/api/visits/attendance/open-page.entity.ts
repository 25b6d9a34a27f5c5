import { column, defineTable, key } from '../../../platform/db/table.ts';

/** An account with an open page, connected to one api process. */
export const openPageEntity = defineTable('open_page', {
  accountId: key('uuid'),
  processId: key('uuid'),
  hospitalId: column('uuid'),
});
