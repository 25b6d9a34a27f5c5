import { column, defineTable, key } from '../db/table.ts';

/** The end of a hospital's hash chain. Written only by `seal_chain`. */
export const auditChainEntity = defineTable('audit_chain', {
  hospitalId: key('uuid'),
  seq: column('bigint'),
  hash: column('bytea'),
  unsealedFrom: column('bigint'),
});
