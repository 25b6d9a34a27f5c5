import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';
import type { Channel } from '../../../platform/messaging/message.ts';

export type CodePurpose = 'sign-up' | 'sign-in' | 'reset-password' | 'change-contact' | 'confirm' | 'enrol';

/** A code sent to an e-mail address or phone. */
export const oneTimeCodeEntity = defineTable('one_time_code', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  purpose: column<CodePurpose>('text'),
  channel: column<Channel>('text'),
  targetDigest: column('bytea'),
  targetSealed: column('text'),
  accountId: nullable('uuid'),
  senderDigest: column('bytea'),
  siteDigest: nullable('bytea'),
  knownBrowser: column('boolean'),
  codeDigest: column('bytea'),
  failures: column('integer'),
  createdAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  proofDigest: nullable('bytea'),
  provenAt: nullable('timestamptz'),
  usedAt: nullable('timestamptz'),
});
export type OneTimeCodeRow = RowOf<typeof oneTimeCodeEntity>;
