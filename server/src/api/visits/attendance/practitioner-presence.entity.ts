import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** Since when no page of a doctor on duty is open. */
export const practitionerPresenceEntity = defineTable('practitioner_presence', {
  practitionerId: key('uuid'),
  hospitalId: column('uuid'),
  unseenSince: nullable('timestamptz'),
});
export type PractitionerPresenceRow = RowOf<typeof practitionerPresenceEntity>;
