import { column, defineTable, key } from '../../../platform/db/table.ts';

/** One encrypted part of the archive of a record. */
export const recordExportPartEntity = defineTable('record_export_part', {
  exportId: key('uuid'),
  number: key('integer'),
  hospitalId: column('uuid'),
  sealed: column('bytea'),
});
