import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A recovery code for a lost second factor. */
export const recoveryCodeEntity = defineTable('recovery_code', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  digest: column('bytea'),
  createdAt: column('timestamptz'),
  usedAt: nullable('timestamptz'),
});
