import { column, defineTable, key } from '../../../platform/db/table.ts';

/** The signature of a note. */
export const noteSignatureEntity = defineTable('note_signature', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  practitionerId: column('uuid'),
  jws: column('text'),
  certificatePem: column('text'),
  signedAt: column('timestamptz'),
});
