import type { ClaimEnd } from '@yunzhen/shared/dispensing/dispensing';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A prescription that a pharmacy has claimed. */
export const dispensingClaimEntity = defineTable('dispensing_claim', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  prescriptionId: column('uuid'),
  pharmacyId: column('uuid'),
  accountId: column('uuid'),
  claimedAt: column('timestamptz'),
  endedAt: nullable('timestamptz'),
  endedAs: nullable<ClaimEnd>('text'),
  endReason: nullable('text'),
});
export type DispensingClaimRow = RowOf<typeof dispensingClaimEntity>;
