import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A hospital’s key for digests of identity numbers, encrypted. */
export const identityKeyEntity = defineTable('identity_key', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  keySealed: column('text'),
  createdAt: column('timestamptz'),
});
