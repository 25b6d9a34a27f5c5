import { AppError } from '@yunzhen/shared/core/errors';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longestValue = 300;

/** A place in a list that people may sort by several columns: what the row has in that column, as text, and its id. */
export interface SortedPlace {
  value: string;
  id: string;
}

export type Order = 'asc' | 'desc';

/** What such a list is asked for; a list may add filters of its own. */
export interface SortedFilter<Sort extends string> {
  /** Words to look for; empty for all. */
  q: string;
  sort: Sort;
  order: Order;
  after: SortedPlace | null;
  limit: number;
}

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

/** A column of instants as a key to sort by. */
export const instantKey = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** The same of a column that may be empty: rows without a time stand before all others. */
export const timeKey = (column: string): string => `coalesce(${instantKey(column)}, '')`;

/** Names as a key: by Latin letters where there are any, whatever their case. */
export const nameKey = (name: string, latin: string): string => `lower(coalesce(nullif(${latin}, ''), ${name}, ''))`;

/** Whether one of the columns holds the words, which may be empty; `words` is the statement’s parameter for them. */
export const holdsWords = (words: string, ...columns: string[]): string =>
  `(${words} = '' OR strpos(lower(concat_ws(' ', ${columns.join(', ')})), lower(${words})) > 0)`;

/** Whether an id holds what was typed. A few letters of a name stand in many ids, so that only eight and more are looked for. */
export const holdsPartOfId = (words: string, id: string): string =>
  `(length(${words}) >= 8 AND strpos(${id}::text, lower(${words})) > 0)`;

/** The values of the two parameters that `sortedBy` speaks of. */
export const placeValues = (place: SortedPlace | null): [string | null, string | null] => [
  place?.value ?? null,
  place?.id ?? null,
];

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
