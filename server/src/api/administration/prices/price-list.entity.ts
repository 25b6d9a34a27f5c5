import type { Currency } from '@yunzhen/shared/core/money';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A published price list. */
export const priceListEntity = defineTable('price_list', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  number: column('integer'),
  currency: column<Currency>('text'),
  validFrom: column('timestamptz'),
  createdAt: column('timestamptz'),
  createdBy: nullable('uuid'),
  withdrawnAt: nullable('timestamptz'),
});
export type PriceListRow = RowOf<typeof priceListEntity>;
