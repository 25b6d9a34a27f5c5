import type { FamilyMember } from '@yunzhen/shared/accounts/family.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The right to act for a patient. */
export const guardianshipEntity = defineTable('guardianship', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  guardianAccountId: column('uuid'),
  patientId: nullable('uuid'),
  relation: column<FamilyMember['relation']>('text'),
  basis: column<FamilyMember['basis']>('text'),
  state: column<FamilyMember['state']>('text'),
  evidence: column('text'),
  invitedSealed: nullable('text'),
  until: nullable('date'),
  createdAt: column('timestamptz'),
  decidedAt: nullable('timestamptz'),
  endedAt: nullable('timestamptz'),
  endReason: nullable<'guardian' | 'dependant' | 'of-age'>('text'),
});
export type GuardianshipRow = RowOf<typeof guardianshipEntity>;
