import type { DocumentType, Verdict } from '@yunzhen/shared/accounts/identity';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** One attempt to prove a patient’s identity. */
export const identityCheckEntity = defineTable('identity_check', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  askedBy: column('uuid'),
  documentType: column<DocumentType>('text'),
  numberDigest: column('bytea'),
  askedAt: column('timestamptz'),
  outcome: nullable<Verdict | 'taken'>('text'),
  provider: nullable('text'),
  reference: nullable('text'),
  answeredAt: nullable('timestamptz'),
});
export type IdentityCheckRow = RowOf<typeof identityCheckEntity>;
