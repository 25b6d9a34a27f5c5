import { column, defineTable, key, nullable, type RowOf } from '../db/table.ts';

/** A signed root of a hospital's chain, over its first `size` links. */
export const auditAnchorEntity = defineTable('audit_anchor', {
  hospitalId: key('uuid'),
  size: key('bigint'),
  madeAt: column('timestamptz'),
  edge: column('bytea'),
  signed: column('text'),
  timeStamp: nullable('bytea'),
  copiedAt: nullable('timestamptz'),
});
export type AuditAnchorRow = RowOf<typeof auditAnchorEntity>;
