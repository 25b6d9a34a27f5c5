import type { StaffRole } from '@yunzhen/shared/directory/staff';
import type { PractitionerDraft } from '@yunzhen/shared/directory/staff.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** What an invited practitioner states about themselves, until an administrator confirms it. */
export const staffApplicationEntity = defineTable('staff_application', {
  accountId: key('uuid'),
  hospitalId: column('uuid'),
  /** Granted at the confirmation. Until then the account has the role applicant only. */
  roles: column<StaffRole[]>('text[]'),
  draft: column<PractitionerDraft>('jsonb'),
  startedAt: column('timestamptz'),
  /** Null while the person still fills in, and after an administrator returned it. */
  submittedAt: nullable('timestamptz'),
  returnedAt: nullable('timestamptz'),
  /** Why it was returned. */
  note: column('text'),
  remindedAt: nullable('timestamptz'),
  confirmedAt: nullable('timestamptz'),
  confirmedByAccountId: nullable('uuid'),
  portraitSha256: nullable('text'),
  portraitSmall: nullable('bytea'),
  portraitLarge: nullable('bytea'),
});
export type StaffApplicationRow = RowOf<typeof staffApplicationEntity>;
