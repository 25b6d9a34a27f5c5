import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

export type SessionEndReason = 'signed-out' | 'reused' | 'account-disabled' | 'password-changed' | 'ended-by-holder';

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
  /** True while the second factor is missing. */
  factorPending: column('boolean'),
  secondFactorAt: nullable('timestamptz'),
  /** When the session proved more than the password, which lets it set up a first factor. */
  enrolmentProvenAt: nullable('timestamptz'),
  /** The User-Agent header when the session was opened. */
  userAgent: nullable('text'),
  /** The start of the address that last used it. */
  place: nullable('text'),
  actingPatientId: nullable('uuid'),
  /** The trusted device that the session added, or that opened it. */
  trustedDeviceId: nullable('uuid'),
});
export type SessionRow = RowOf<typeof sessionEntity>;
