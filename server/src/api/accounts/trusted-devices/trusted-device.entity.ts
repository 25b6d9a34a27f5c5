import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A browser in which the account signs in without its second factor. */
export const trustedDeviceEntity = defineTable('trusted_device', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  /** Of the secret in the browser’s cookie, which each use replaces. */
  tokenHash: column('bytea'),
  createdAt: column('timestamptz'),
  lastUsedAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  userAgent: nullable('text'),
  /** The start of the address that last used it. */
  place: nullable('text'),
});
export type TrustedDeviceRow = RowOf<typeof trustedDeviceEntity>;
