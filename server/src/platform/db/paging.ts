import { AppError } from '@yunzhen/shared/core/errors';

// Keyset pagination: a cursor names the last row of a page by its sort key and its id.

/** The format of `encodeCursor`: years that Postgres supports, ids that it can parse. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longestValue = 300;

export type Order = 'asc' | 'desc';

/** A position in a list ordered by time and id; by a rank first when some rows precede others. */
export interface Place {
  at: Date;
  id: string;
  rank?: number;
}

/** A position in a list that can be sorted by several columns: the row’s sort value as text, and its id. */
export interface SortedPlace {
  value: string;
  id: string;
}

/** The query of such a list; a list may add its own filters. */
export interface SortedFilter<Sort extends string> {
  /** Search text; empty for all. */
  q: string;
  sort: Sort;
  order: Order;
  after: SortedPlace | null;
  limit: number;
}

/** Encodes a position as an opaque text. */
export function encodeCursor(place: Place | SortedPlace): string {
  const key = 'at' in place ? place.at.toISOString() : place.value.slice(0, longestValue);
  const rank = 'rank' in place && place.rank !== undefined ? [place.rank] : [];
  return Buffer.from(JSON.stringify([key, place.id, ...rank])).toString('base64url');
}

/** Decodes a position in a list ordered by time. Throws `validation.failed` for any other text. */
export function decodeCursor(cursor: string | undefined): Place | null {
  return decode(cursor, (key, id, rank) => {
    const at = new Date(instant.test(key) ? key : NaN);
    if (Number.isNaN(at.getTime())) return null;
    return rank === 0 || rank === 1 ? { at, id, rank } : { at, id };
  });
}

/** Decodes a position in a sortable list. Throws `validation.failed` for any other text. */
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
  throw new AppError('validation.failed', 'cursor is not valid', { fields: [{ path: 'cursor', rule: 'cursor' }] });
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Returns the two parameters that `timedBy` and `sortedBy` use. */
export function placeValues(place: Place | SortedPlace | null): [Date | string | null, string | null] {
  if (!place) return [null, null];
  return ['at' in place ? place.at : place.value, place.id];
}

/**
 * Returns the SQL parts of a list by time and id, in either direction. Parameters `$first` and the next are the position’s time and id, both null at
 * the start; a preceding `rank` is compared with the parameter after these.
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
 * Returns the SQL parts of a sortable list. `key` is an expression that is never null; parameters `$first` and the next are the position’s value and
 * id, both null at the start. Compares bytes, so that every server sorts alike.
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

/** Returns the position of a row of a sortable list, which includes its `sortValue`. */
export const sortedPlace = ({ sortValue, id }: { sortValue: string; id: string }): SortedPlace => ({
  value: sortValue,
  id,
});

/** Cuts the extra row off a list, and makes the next page’s cursor from the last remaining row. */
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

/** Returns a column of instants as a sort key. */
export const instantKey = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** The same for a nullable column: rows without a time sort first. */
export const timeKey = (column: string): string => `coalesce(${instantKey(column)}, '')`;

/** Returns names as a sort key: Latin letters where present, ignoring case. */
export const nameKey = (name: string, latin: string): string => `lower(coalesce(nullif(${latin}, ''), ${name}, ''))`;

/** Returns SQL that tests whether a column contains the search text, which may be empty; `words` is its parameter. */
export const holdsWords = (words: string, ...columns: string[]): string =>
  `(${words} = '' OR strpos(lower(concat_ws(' ', ${columns.join(', ')})), lower(${words})) > 0)`;

/** Returns SQL that tests whether an id contains the search text. Shorter texts match too many ids, so it needs eight characters. */
export const holdsPartOfId = (words: string, id: string): string =>
  `(length(${words}) >= 8 AND strpos(${id}::text, lower(${words})) > 0)`;
