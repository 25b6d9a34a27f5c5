import type { Currency } from '@yunzhen/shared/core/money';

export interface VisitPrice {
  /** The price list. */
  id: string;
  currency: Currency;
  /** In the smallest unit of the currency. */
  minor: number;
}

/**
 * Returns what is billed: the fee shown at check-in, or the lower one of the doctor who completed the visit after a move. Null: none was shown.
 */
export function billedPrice(shown: VisitPrice | null, atEnd: VisitPrice | null): VisitPrice | null {
  if (!shown || !atEnd || shown.currency !== atEnd.currency) return shown;
  return atEnd.minor < shown.minor ? atEnd : shown;
}
