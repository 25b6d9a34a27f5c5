import { useQuery } from '@pinia/colada';
import { readPrescriptionReceipt, readReceipt, type SignedReceipt } from '@yunzhen/shared/dispensing/receipts.contract';
import { api } from '../../../core/api/index.ts';

export type ReceiptLoader = (signal: AbortSignal) => Promise<SignedReceipt>;

/** For the pharmacy that dispensed it. */
export const counterReceipt =
  (dispenseId: string): ReceiptLoader =>
  (signal) =>
    api.call(readReceipt, { params: { dispenseId }, signal });

/** For patient and doctor of the prescription. */
export const prescriptionReceipt =
  (params: { prescriptionId: string; dispenseId: string }): ReceiptLoader =>
  (signal) =>
    api.call(readPrescriptionReceipt, { params, signal });

/** Fetches a receipt. Its content is signed and its remaining quantities are as of its date, so nothing refreshes it. */
export function useReceipt(receiptId: () => string, load: () => ReceiptLoader) {
  return useQuery({ key: () => ['receipt', receiptId()], query: ({ signal }) => load()(signal) });
}
