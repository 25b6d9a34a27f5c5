import type { VisitKind } from '@yunzhen/shared/administration/visit-kind';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** One entry of a price list, in the currency’s minor unit. */
export const priceEntity = defineTable('price', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  priceListId: column('uuid'),
  departmentId: nullable('uuid'),
  title: nullable<LocalizedText>('jsonb'),
  kind: nullable<VisitKind>('text'),
  minor: column('integer'),
});
export type PriceRow = RowOf<typeof priceEntity>;
