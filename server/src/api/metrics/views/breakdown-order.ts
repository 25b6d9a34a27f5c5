import { everyLanguage } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { BreakdownRow, readBreakdown } from '@yunzhen/shared/metrics/figures.contract';
import type { QueryOf } from '@yunzhen/shared/core/route';

type Order = Pick<QueryOf<typeof readBreakdown>, 'search' | 'sort' | 'order' | 'figures'>;

/** Returns rows that match the search, in the requested order; hidden or unknown values come last in either direction. */
export function sortBreakdown(rows: readonly BreakdownRow[], { search, sort, order, figures }: Order): BreakdownRow[] {
  const sought = search.trim().toLowerCase();
  const fitting = rows.filter(({ name }) => everyLanguage(name).join('\n').toLowerCase().includes(sought));
  const way = order === 'up' ? 1 : -1;
  const byName = (a: BreakdownRow, b: BreakdownRow) =>
    a.name.en.localeCompare(b.name.en, 'en') || (a.id < b.id ? -1 : 1);
  if (sort === 'name') return fitting.toSorted((a, b) => way * byName(a, b));
  const column = figures.indexOf(sort);
  return fitting.toSorted((a, b) => {
    const [left, right] = [a.cells[column]?.value ?? null, b.cells[column]?.value ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
    return way * (left - right) || byName(a, b);
  });
}

/** Returns one page; the cursor names its last row. */
export function cutBreakdown(
  rows: readonly BreakdownRow[],
  limit: number,
  cursor: string | undefined,
): { items: BreakdownRow[]; next: string | null } {
  const after = cursor === undefined ? -1 : rows.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && after < 0)
    throw new AppError('validation.failed', 'cursor is not valid', { fields: [{ path: 'cursor', rule: 'cursor' }] });
  const items = rows.slice(after + 1, after + 1 + limit);
  return { items, next: after + 1 + limit < rows.length ? (items.at(-1)?.id ?? null) : null };
}
