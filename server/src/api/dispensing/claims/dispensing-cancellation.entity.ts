import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A doctor’s request to a pharmacy to give up a claim. */
export const dispensingCancellationEntity = defineTable('dispensing_cancellation', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  prescriptionId: column('uuid'),
  claimId: column('uuid'),
  reason: column('text'),
  askedAt: column('timestamptz'),
  answeredAt: nullable('timestamptz'),
  agreed: nullable('boolean'),
  answerNote: column('text'),
});
export type DispensingCancellationRow = RowOf<typeof dispensingCancellationEntity>;
