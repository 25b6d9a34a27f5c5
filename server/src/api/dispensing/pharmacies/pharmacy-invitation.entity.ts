import type { Locale } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** An invitation to dispense at a pharmacy. */
export const pharmacyInvitationEntity = defineTable('pharmacy_invitation', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  pharmacyId: column('uuid'),
  email: column('text'),
  name: column('text'),
  nameLatin: column('text'),
  secretHash: column('bytea'),
  invitedAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  usedAt: nullable('timestamptz'),
  withdrawnAt: nullable('timestamptz'),
  deliveryId: nullable('uuid'),
  locale: column<Locale>('text'),
});
export type PharmacyInvitationRow = RowOf<typeof pharmacyInvitationEntity>;
