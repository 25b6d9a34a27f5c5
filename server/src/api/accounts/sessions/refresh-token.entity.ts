import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** One refresh token of a session. */
export const refreshTokenEntity = defineTable('refresh_token', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  sessionId: column('uuid'),
  /** SHA-256 of the secret; the secret itself is only in the cookie. */
  secretHash: column('bytea'),
  createdAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  usedAt: nullable('timestamptz'),
});
export type RefreshTokenRow = RowOf<typeof refreshTokenEntity>;
