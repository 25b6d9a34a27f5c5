import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A domain event that is not counted yet; added by a trigger. */
export const figurePendingEntity = defineTable('figure_pending', {
  hospitalId: key('uuid'),
  eventId: key('uuid'),
  at: column('timestamptz'),
});
