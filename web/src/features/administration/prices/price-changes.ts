import type { PriceEntry } from '@yunzhen/shared/administration/prices.contract';

export interface PriceChange {
  entry: Omit<PriceEntry, 'amount'>;
  /** Null for an entry that is new. */
  before: string | null;
  /** Null for an entry that was removed. */
  after: string | null;
}

const keyOf = ({ departmentId, title, kind }: Omit<PriceEntry, 'amount'>) =>
  JSON.stringify([departmentId, title, kind]);

/** Returns the entries that differ between two lists, those of the newer one first, in its order. */
export function priceChanges(before: readonly PriceEntry[], after: readonly PriceEntry[]): PriceChange[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry.amount]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.map((entry) => ({ entry, before: old.get(keyOf(entry)) ?? null, after: entry.amount })),
    ...before.filter((entry) => !kept.has(keyOf(entry))).map((entry) => ({ entry, before: entry.amount, after: null })),
  ].filter((change) => change.before !== change.after);
}
