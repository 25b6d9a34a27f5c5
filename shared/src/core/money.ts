/** Currencies of prices, with their number of decimals (ISO 4217). */
export const currencies = { CNY: 2, CHF: 2, EUR: 2, USD: 2, GBP: 2, HKD: 2, SGD: 2, JPY: 0, KRW: 0 } as const;
export type Currency = keyof typeof currencies;
export const currencyCodes = Object.keys(currencies) as [Currency, ...Currency[]];

/** An amount as text, never a float: `50.00`. */
export interface Money {
  amount: string;
  currency: Currency;
}

const largest = 99_999_999;

/**
 * Returns the amount in the currency’s smallest unit (`"50.5"` CNY → 5050); null when it is invalid, has too many decimals, or is larger than a price
 * may be.
 */
export function toMinor(amount: string, currency: Currency): number | null {
  const digits = currencies[currency];
  const match = /^(0|[1-9]\d{0,7})(?:\.(\d+))?$/.exec(amount);
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  if (part.length > digits) return null;
  const minor = Number(whole + part.padEnd(digits, '0'));
  return minor <= largest ? minor : null;
}

/** Converts back: 5050 CNY → `50.50`. */
export function fromMinor(minor: number, currency: Currency): string {
  const digits = currencies[currency];
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
