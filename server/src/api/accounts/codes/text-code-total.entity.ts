import { column, defineTable, key } from '../../../platform/db/table.ts';

/** The codes by text message of one day over all hospitals: one row. */
export const textCodeTotalEntity = defineTable('text_code_total', {
  name: key('text'),
  day: column('date'),
  codes: column('integer'),
});
