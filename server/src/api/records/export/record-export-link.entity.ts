import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A link that downloads a copy of a record once. */
export const recordExportLinkEntity = defineTable('record_export_link', {
  hospitalId: key('uuid'),
  keyHash: key('bytea'),
  exportId: column('uuid'),
  sessionId: column('uuid'),
  acting: column('boolean'),
  createdAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  usedAt: nullable('timestamptz'),
});
