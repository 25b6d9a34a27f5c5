import { column, defineTable, key } from '../../../platform/db/table.ts';

export type ChallengePurpose = 'enrol' | 'confirm' | 'enrol-sign-in';

/** A challenge for a passkey of a session. */
export const passkeyChallengeEntity = defineTable('passkey_challenge', {
  sessionId: key('uuid'),
  purpose: key<ChallengePurpose>('text'),
  hospitalId: column('uuid'),
  challenge: column('text'),
  expiresAt: column('timestamptz'),
});
