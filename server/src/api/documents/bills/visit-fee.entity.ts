import type { Currency } from '@yunzhen/shared/core/money';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** The fee that the patient was shown at check-in; nulls where the hospital had no price. */
export const visitFeeEntity = defineTable('visit_fee', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  priceListId: nullable('uuid'),
  currency: nullable<Currency>('text'),
  /** In the smallest unit of the currency. */
  minor: nullable('integer'),
  shownAt: column('timestamptz'),
});
