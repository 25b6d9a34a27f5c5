import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** The signature of a note. */
export const noteSignatureEntity = defineTable('note_signature', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  practitionerId: column('uuid'),
  jws: column('text'),
  certificatePem: column('text'),
  signedAt: column('timestamptz'),
});
export type NoteSignatureRow = RowOf<typeof noteSignatureEntity>;
