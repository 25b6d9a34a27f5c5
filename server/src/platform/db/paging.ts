import { AppError } from '@yunzhen/shared/core/errors';

// Lists are read by keyset: a cursor names the last row of a page by the key that the list is ordered by and by its id.

/** As `encodeCursor` writes them: years that Postgres knows, ids that it can read. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longestValue = 300;

export type Order = 'asc' | 'desc';

/** A place in a list that is ordered by time and id; by a rank before these where some come before others. */
export interface Place {
  at: Date;
  id: string;
  rank?: number;
}

/** A place in a list that people may sort by several columns: what the row has in that column, as text, and its id. */
export interface SortedPlace {
  value: string;
  id: string;
}

/** What such a list is asked for; a list may add filters of its own. */
export interface SortedFilter<Sort extends string> {
  /** Words to look for; empty for all. */
  q: string;
  sort: Sort;
  order: Order;
  after: SortedPlace | null;
  limit: number;
}

/** A place as an opaque text. */
export function encodeCursor(place: Place | SortedPlace): string {
  const key = 'at' in place ? place.at.toISOString() : place.value.slice(0, longestValue);
  const rank = 'rank' in place && place.rank !== undefined ? [place.rank] : [];
  return Buffer.from(JSON.stringify([key, place.id, ...rank])).toString('base64url');
}

/** The place in a list ordered by time. Throws `validation.failed` for what `encodeCursor` did not write. */
export function decodeCursor(cursor: string | undefined): Place | null {
  return decode(cursor, (key, id, rank) => {
    const at = new Date(instant.test(key) ? key : NaN);
    if (Number.isNaN(at.getTime())) return null;
    return rank === 0 || rank === 1 ? { at, id, rank } : { at, id };
  });
}

/** The place in a list that people sort. Throws `validation.failed` for what `encodeCursor` did not write. */
export function decodeSortedPlace(cursor: string | undefined): SortedPlace | null {
  return decode(cursor, (value, id) => (value.length <= longestValue ? { value, id } : null));
}

function decode<Found>(
  cursor: string | undefined,
  toPlace: (key: string, id: string, rank: unknown) => Found | null,
): Found | null {
  if (!cursor) return null;
  const [key, id, rank] = partsOf(cursor);
  const place = typeof key === 'string' && typeof id === 'string' && uuid.test(id) ? toPlace(key, id, rank) : null;
  if (place) return place;
  throw new AppError('validation.failed', 'cursor is not one of ours', {
    fields: [{ path: 'cursor', rule: 'cursor' }],
  });
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** The values of the two parameters that `timedBy` and `sortedBy` use. */
export function placeValues(place: Place | SortedPlace | null): [Date | string | null, string | null] {
  if (!place) return [null, null];
  return ['at' in place ? place.at : place.value, place.id];
}

/**
 * The parts of a statement that reads a list by time and id, either way round. Parameters `$first` and the next one are the place’s
 * time and id, both null at the beginning; a `rank` that comes before them is compared with the parameter after these.
 */
export function timedBy(
  at: string,
  id: string,
  order: Order,
  first: number,
  rank?: string,
): { where: string; order: string } {
  const columns = [...(rank ? [rank] : []), at, id];
  const values = `${rank ? `$${first + 2}::int, ` : ''}$${first}, $${first + 1}::uuid`;
  return {
    where: `($${first}::timestamptz IS NULL OR (${columns.join(', ')}) ${order === 'asc' ? '>' : '<'} (${values}))`,
    order: columns.map((column) => `${column} ${order}`).join(', '),
  };
}

/**
 * The parts of a statement that reads a list that people sort. `key` is an expression that is never null; parameters `$first` and the
 * next one are the place’s value and id, both null at the beginning. Compared byte by byte, so that every server sorts alike.
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

/** The place of a row of a list that people sort: it carries its `sortValue`. */
export const sortedPlace = ({ sortValue, id }: { sortValue: string; id: string }): SortedPlace => ({
  value: sortValue,
  id,
});

/** Cuts a list that was read with one row too many, and makes the cursor of the next page from the last row kept. */
export function cutPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place | SortedPlace,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(toItem), next: rows.length > limit && last ? encodeCursor(placeOf(last)) : null };
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
