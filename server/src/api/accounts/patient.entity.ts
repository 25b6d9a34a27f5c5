import type { DocumentType } from '@yunzhen/shared/accounts/identity';
import type { Sex } from '@yunzhen/shared/core/patient';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** A patient of one hospital (FHIR Patient). */
export const patientEntity = defineTable('patient', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: nullable('uuid'),
  name: column('text'),
  nameLatin: column('text'),
  birthDate: column('date'),
  sex: column<Sex>('text'),
  phone: nullable('text'),
  identityNumberSealed: nullable('text'),
  identityLast4: nullable('text'),
  noKnownAllergiesAt: nullable('timestamptz'),
  createdAt: column('timestamptz'),
  identityDocumentType: nullable<DocumentType>('text'),
  identityDigest: nullable('bytea'),
  identityProvider: nullable('text'),
  identityVerifiedAt: nullable('timestamptz'),
  closedAt: nullable('timestamptz'),
  /** When retention looks at the record again. */
  recordDueAt: column('timestamptz'),
  /** Of the outpatient record; null until the first prescription. */
  recordNumber: nullable('text'),
});
export type PatientRow = RowOf<typeof patientEntity>;
