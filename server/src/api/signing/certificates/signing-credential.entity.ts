import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';
import type { RevocationReason } from '../../../platform/signing/revocation-list.ts';

/** A certificate with its encrypted key. It is never deleted, because its signatures are verified for decades. */
export const signingCredentialEntity = defineTable('signing_credential', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  kind: column<'hospital-ca' | 'practitioner'>('text'),
  practitionerId: nullable('uuid'),
  certificatePem: column('text'),
  sealedKey: column('text'),
  serial: column('text'),
  notBefore: column('timestamptz'),
  notAfter: column('timestamptz'),
  revokedAt: nullable('timestamptz'),
  createdAt: column('timestamptz'),
  supersededAt: nullable('timestamptz'),
  revocationReason: nullable<RevocationReason>('text'),
  revokedBy: nullable('uuid'),
  invalidFrom: nullable('timestamptz'),
});
export type SigningCredentialRow = RowOf<typeof signingCredentialEntity>;
