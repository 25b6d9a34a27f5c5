import type { GuestRelation, InvitationStatus } from '@yunzhen/shared/calls/conduct.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** An invitation of a third person to a call, with the guest who accepted it. */
export const callInvitationEntity = defineTable('call_invitation', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  relation: column<GuestRelation>('text'),
  name: column('text'),
  status: column<InvitationStatus>('text'),
  invitedBy: column<'patient' | 'doctor'>('text'),
  inviterAccountId: column('uuid'),
  secretHash: column('bytea'),
  createdAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  answeredAt: nullable('timestamptz'),
  acceptedAt: nullable('timestamptz'),
  withdrawnAt: nullable('timestamptz'),
  accountId: nullable('uuid'),
  sessionId: nullable('uuid'),
  keyHash: nullable('bytea'),
  consentVersion: nullable('text'),
  consentLocale: nullable<Locale>('text'),
});
export type CallInvitationRow = RowOf<typeof callInvitationEntity>;
