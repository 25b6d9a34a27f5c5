import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** An authenticator or passkey that confirms an account. */
export const secondFactorEntity = defineTable('second_factor', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  kind: column<'totp' | 'passkey'>('text'),
  name: column('text'),
  secretSealed: nullable('text'),
  lastStep: nullable('bigint'),
  credentialId: nullable('text'),
  publicKey: nullable('bytea'),
  signCount: nullable('bigint'),
  transports: column('text[]'),
  demo: column('boolean'),
  createdAt: column('timestamptz'),
  confirmedAt: nullable('timestamptz'),
  lastUsedAt: nullable('timestamptz'),
  removedAt: nullable('timestamptz'),
});
export type SecondFactorRow = RowOf<typeof secondFactorEntity>;
