import { useQuery } from '@pinia/colada';
import { readPrescriptionReceipt, readReceipt, type SignedReceipt } from '@yunzhen/shared/dispensing/receipts.contract';
import { api } from '../../../core/api/index.ts';

export type ReceiptLoader = (signal: AbortSignal) => Promise<SignedReceipt>;

/** For the pharmacy that handed it out. */
export const counterReceipt =
  (dispenseId: string): ReceiptLoader =>
  (signal) =>
    api.call(readReceipt, { params: { dispenseId }, signal });

/** For patient and doctor of the prescription. */
export const prescriptionReceipt =
  (params: { prescriptionId: string; dispenseId: string }): ReceiptLoader =>
  (signal) =>
    api.call(readPrescriptionReceipt, { params, signal });

/** What is signed does not change, and what remained is as of the receipt: nothing refreshes this. */
export function useReceipt(receiptId: () => string, load: () => ReceiptLoader) {
  return useQuery({ key: () => ['receipt', receiptId()], query: ({ signal }) => load()(signal) });
}
