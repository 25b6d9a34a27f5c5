import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A passkey that signs in to an account. */
export const signInPasskeyEntity = defineTable('sign_in_passkey', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  name: column('text'),
  credentialId: column('text'),
  publicKey: column('bytea'),
  signCount: column('bigint'),
  transports: column('text[]'),
  createdAt: column('timestamptz'),
  lastUsedAt: nullable('timestamptz'),
  removedAt: nullable('timestamptz'),
});
export type SignInPasskeyRow = RowOf<typeof signInPasskeyEntity>;
