import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A signature on a prescription. */
export const prescriptionSignatureEntity = defineTable('prescription_signature', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  prescriptionId: column('uuid'),
  role: column<'doctor' | 'pharmacist'>('text'),
  practitionerId: column('uuid'),
  jws: column('text'),
  certificatePem: column('text'),
  signedAt: column('timestamptz'),
});
export type PrescriptionSignatureRow = RowOf<typeof prescriptionSignatureEntity>;
