import type { DocumentKind, DocumentStatus } from '@yunzhen/shared/documents/clinical-document';
import type { DocumentContent } from '@yunzhen/shared/documents/documents.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** A sick note, referral letter or visit summary (FHIR Composition). */
export const clinicalDocumentEntity = defineTable('clinical_document', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  number: column('text'),
  kind: column<DocumentKind>('text'),
  visitId: column('uuid'),
  patientId: column('uuid'),
  practitionerId: column('uuid'),
  status: column<DocumentStatus>('text'),
  version: column('integer'),
  content: column<DocumentContent>('jsonb'),
  createdAt: column('timestamptz'),
  updatedAt: column('timestamptz'),
  signedPayload: nullable('text'),
  jws: nullable('text'),
  certificatePem: nullable('text'),
  signedAt: nullable('timestamptz'),
  secretHash: nullable('bytea'),
  secretSealed: nullable('text'),
  revokedAt: nullable('timestamptz'),
  revokeReason: nullable('text'),
});
export type ClinicalDocumentRow = RowOf<typeof clinicalDocumentEntity>;
