import type { Currency } from '@yunzhen/shared/core/money';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The fee of a completed visit (FHIR Invoice). */
export const visitBillEntity = defineTable('visit_bill', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  number: column('text'),
  priceListId: column('uuid'),
  currency: column<Currency>('text'),
  /** In the smallest unit of the currency. */
  minor: column('integer'),
  issuedAt: column('timestamptz'),
  /** Null until the patient first opens the bill. */
  jws: nullable('text'),
});
export type VisitBillRow = RowOf<typeof visitBillEntity>;
