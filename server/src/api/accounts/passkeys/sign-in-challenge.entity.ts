import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A challenge for a passkey before its account is known. */
export const signInChallengeEntity = defineTable('sign_in_challenge', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  challenge: column('text'),
  expiresAt: column('timestamptz'),
});
