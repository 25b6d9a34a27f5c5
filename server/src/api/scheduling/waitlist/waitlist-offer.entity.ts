import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A time that was offered to a waiting patient. */
export const waitlistOfferEntity = defineTable('waitlist_offer', {
  entryId: key('uuid'),
  practitionerId: key('uuid'),
  startsAt: key('timestamptz'),
  hospitalId: column('uuid'),
  appointmentId: column('uuid'),
  offeredAt: column('timestamptz'),
});
