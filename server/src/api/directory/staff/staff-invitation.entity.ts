import type { Locale } from '@yunzhen/shared/core/locale';
import type { StaffRole } from '@yunzhen/shared/directory/staff';
import type { PractitionerDraft } from '@yunzhen/shared/directory/staff.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** An invitation to join the staff. */
export const staffInvitationEntity = defineTable('staff_invitation', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  email: column('text'),
  name: column('text'),
  nameLatin: column('text'),
  locale: column<Locale>('text'),
  roles: column<StaffRole[]>('text[]'),
  /** Complete details, as releases before applications stored them. */
  practitioner: nullable<PractitionerDraft>('jsonb'),
  /** What the administrator already knows; the invited person completes it. */
  prefilled: nullable<PractitionerDraft>('jsonb'),
  secretHash: column('bytea'),
  /** Of the link in the reminder, valid beside the first one. */
  reminderHash: nullable('bytea'),
  remindedAt: nullable('timestamptz'),
  invitedBy: nullable('uuid'),
  invitedAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  usedAt: nullable('timestamptz'),
  withdrawnAt: nullable('timestamptz'),
  deliveryId: nullable('uuid'),
});
export type StaffInvitationRow = RowOf<typeof staffInvitationEntity>;
