import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A pause of a doctor on duty. */
export const practitionerPauseEntity = defineTable('practitioner_pause', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  practitionerId: column('uuid'),
  fromAt: column('timestamptz'),
  untilAt: column('timestamptz'),
  reason: column('text'),
  endedAt: nullable('timestamptz'),
});
