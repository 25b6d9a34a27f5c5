import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** The sealed key of a hospital’s digests of identity numbers. */
export const identityKeyEntity = defineTable('identity_key', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  keySealed: column('text'),
  createdAt: column('timestamptz'),
});
export type IdentityKeyRow = RowOf<typeof identityKeyEntity>;
