import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

export type SessionEndReason = 'signed-out' | 'reused' | 'account-disabled' | 'password-changed';

/** A session of an account. */
export const sessionEntity = defineTable('session', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  createdAt: column('timestamptz'),
  lastSeenAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  endedAt: nullable('timestamptz'),
  endReason: nullable<SessionEndReason>('text'),
  secondFactorAt: nullable('timestamptz'),
  actingPatientId: nullable('uuid'),
});
export type SessionRow = RowOf<typeof sessionEntity>;
