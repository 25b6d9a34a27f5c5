import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A signed addendum to a signed note. Rows are only inserted. */
export const noteAddendumEntity = defineTable('note_addendum', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  number: column('integer'),
  text: column('text'),
  practitionerId: column('uuid'),
  jws: column('text'),
  certificatePem: column('text'),
  at: column('timestamptz'),
});
export type NoteAddendumRow = RowOf<typeof noteAddendumEntity>;
