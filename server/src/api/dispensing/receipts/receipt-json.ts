import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { DispenseRow } from '../claims/claim.repository.ts';

/** The JWS `typ` of a receipt, which the hospital signs. */
export const RECEIPT_JWS_TYPE = 'yunzhen-dispense-receipt';

/**
 * Returns the signed receipt: what was dispensed, when, where and by whom, without patient data. Every member is named, so that nothing else is
 * included.
 */
export function receiptJson(
  row: Omit<DispenseRow, 'receipt' | 'identityCheck' | 'dispensedByLatin' | 'corrections'>,
  prescriptionNumber: string,
): JsonValue {
  const both = ({ en, zh }: { en: string; zh: string }) => ({ en, zh });
  return {
    schema: 'yunzhen/dispense-receipt/1',
    id: row.id,
    number: row.number,
    prescription: { id: row.prescriptionId, number: prescriptionNumber },
    pharmacy: { id: row.pharmacyId, name: both(row.pharmacyName) },
    dispensedBy: row.dispensedBy,
    dispensedAt: row.dispensedAt.toISOString(),
    lines: row.lines.map((line) => ({
      itemId: line.itemId,
      quantity: line.quantity,
      unit: line.unit,
      name: both(line.productName),
      strength: line.strength,
      form: both(line.form),
      substituted: line.substituted,
      note: line.note,
    })),
  };
}
