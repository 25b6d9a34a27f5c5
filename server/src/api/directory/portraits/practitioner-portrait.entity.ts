import { column, defineTable, key } from '../../../platform/db/table.ts';

/** The picture of a practitioner in two sizes. */
export const practitionerPortraitEntity = defineTable('practitioner_portrait', {
  practitionerId: key('uuid'),
  hospitalId: column('uuid'),
  sha256: column('text'),
  small: column('bytea'),
  large: column('bytea'),
  uploadedByAccountId: column('uuid'),
  uploadedAt: column('timestamptz'),
});
