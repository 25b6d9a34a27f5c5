import { fromMinor } from '@yunzhen/shared/core/money';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { PrintedBill } from './bills.repository.ts';

/** The JWS `typ` of a bill, which the hospital signs. */
export const BILL_JWS_TYPE = 'yunzhen-visit-bill';

/** Returns the signed bill: number, visit and amount, without the patient. Every member is named, so that nothing else is included. */
export function billJson(bill: PrintedBill): JsonValue {
  return {
    schema: 'yunzhen/visit-bill/1',
    number: bill.number,
    visit: bill.visitId,
    kind: bill.kind,
    visitAt: bill.visitAt.toISOString(),
    amount: fromMinor(bill.minor, bill.currency),
    currency: bill.currency,
    priceList: bill.listNumber,
    issuedAt: bill.issuedAt.toISOString(),
  };
}
