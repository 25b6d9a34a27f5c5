import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** An account that dispenses at a pharmacy, or its counter. */
export const pharmacyDispenserEntity = defineTable('pharmacy_dispenser', {
  accountId: key('uuid'),
  hospitalId: column('uuid'),
  pharmacyId: column('uuid'),
  isCounter: column('boolean'),
  addedAt: column('timestamptz'),
  withdrawnAt: nullable('timestamptz'),
});
