import { AppError } from '@yunzhen/shared/errors';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longestValue = 300;

/** A place in a list that people may sort by several columns: what the row has in that column, as text, and its id. */
export interface SortedPlace {
  value: string;
  id: string;
}

export type Order = 'asc' | 'desc';

/** The place that a cursor stands for; `values` are the statement’s parameters for it. Throws `validation.failed`. */
export function decodeSortedPlace(cursor: string | undefined): SortedPlace | null {
  if (!cursor) return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof value === 'string' && value.length <= longestValue && typeof id === 'string' && uuid.test(id))
      return { value, id };
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('validation.failed', 'cursor is not one of ours', {
    fields: [{ path: 'cursor', rule: 'cursor' }],
  });
}

/**
 * The parts of a statement that reads such a list. `key` is an expression that is never null; parameters `$first` and the next
 * one are the place’s value and id, both null at the beginning. Compared byte by byte, so that every server sorts alike.
 */
export function sortedBy(
  key: string,
  id: string,
  order: Order,
  first: number,
): { key: string; where: string; order: string } {
  const text = `((${key})::text COLLATE "C")`;
  const than = order === 'asc' ? '>' : '<';
  return {
    key: text,
    where: `($${first}::text IS NULL OR (${text}, ${id}) ${than} ($${first}::text COLLATE "C", $${first + 1}::uuid))`,
    order: `${text} ${order}, ${id} ${order}`,
  };
}

/** Cuts a list that was read with one row too many; each row carries its `sortValue`. */
export function cutSortedPage<Row extends { id: string; sortValue: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const next =
    rows.length > limit && last
      ? Buffer.from(JSON.stringify([last.sortValue.slice(0, longestValue), last.id])).toString('base64url')
      : null;
  return { items: kept.map(toItem), next };
}
