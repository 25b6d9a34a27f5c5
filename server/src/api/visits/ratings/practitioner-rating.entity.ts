import { column, defineTable, key } from '../../../platform/db/table.ts';

/** The sum of a doctor’s ratings. */
export const practitionerRatingEntity = defineTable('practitioner_rating', {
  practitionerId: key('uuid'),
  hospitalId: column('uuid'),
  ratings: column('integer'),
  points: column('integer'),
});
