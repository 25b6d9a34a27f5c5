import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** Since when a doctor on duty has had no open page. */
export const practitionerPresenceEntity = defineTable('practitioner_presence', {
  practitionerId: key('uuid'),
  hospitalId: column('uuid'),
  unseenSince: nullable('timestamptz'),
});
