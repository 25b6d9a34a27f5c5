import { hasExpired } from '@yunzhen/shared/dispensing/dispensing';
import { readExpiry } from './expiry.ts';

/** The choice of the prescribed product among its substitutes. */
export const asPrescribed = '-';

/** What the dispenser has typed for one line; a missing quantity is everything that remains. */
export interface LineDraft {
  quantity?: string;
  substituteId?: string;
  note?: string;
  batch?: string;
  expires?: string;
}

export type FieldFault = 'quantityWrong' | 'nothingDispensed' | 'batchMissing' | 'expiryWrong' | 'packExpired';

/** The fields of a line that are wrong, each with its fault. */
export type LineFaults = Partial<Record<'quantity' | 'batch' | 'expires', FieldFault>>;

export interface CheckedLine {
  itemId: string;
  quantity: string;
  note: string;
  batch: string;
  expires: string;
}

/**
 * Checks one line. A quantity is a number from 0 to `most`. Batch and expiry are required for whatever is dispensed; with a day given, the pack must
 * not have expired on it.
 */
export function checkLine(
  itemId: string,
  draft: LineDraft & { quantity: string },
  { most, today }: { most: string | number; today?: string },
): { line: CheckedLine; faults: LineFaults } {
  const { note = '', batch = '', expires = '' } = draft;
  const quantity = draft.quantity.trim();
  const line = { itemId, quantity, note: note.trim(), batch: batch.trim(), expires: readExpiry(expires) ?? '' };
  const faults: LineFaults = {};
  if (!/^\d+(\.\d+)?$/.test(quantity) || Number(quantity) > Number(most)) faults.quantity = 'quantityWrong';
  if (Number(quantity) === 0) return { line, faults };
  if (!line.batch) faults.batch = 'batchMissing';
  if (!line.expires) faults.expires = 'expiryWrong';
  else if (today !== undefined && hasExpired(line.expires, today)) faults.expires = 'packExpired';
  return { line, faults };
}
