import type { PriceEntry } from '@yunzhen/shared/administration/prices.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { VisitKind } from '@yunzhen/shared/administration/visit-kind';

type Entry = Omit<PriceEntry, 'amount'> & { amount: string };

/**
 * Returns the amount of a visit by a list’s entries, as the server finds it: department counts more than title, title more than type of visit. Null
 * when no entry matches.
 */
export function priceOf(
  entries: readonly Entry[],
  visit: { departmentId: string; title: LocalizedText; kind: VisitKind },
): string | null {
  const { departmentId, title, kind } = visit;
  const matching = entries.filter(
    (entry) =>
      (entry.departmentId === null || entry.departmentId === departmentId) &&
      (entry.title === null || (entry.title.en === title.en && entry.title.zh === title.zh)) &&
      (entry.kind === null || entry.kind === kind),
  );
  const weight = (entry: Entry) =>
    (entry.departmentId === null ? 0 : 4) + (entry.title === null ? 0 : 2) + (entry.kind === null ? 0 : 1);
  return matching.toSorted((one, other) => weight(other) - weight(one))[0]?.amount ?? null;
}
