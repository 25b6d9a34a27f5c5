import { AppError } from '@yunzhen/shared/core/errors';

/** As `encodeCursor` writes them: years that Postgres knows, ids that it can read. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A place in a list that is ordered by time and id; by a rank before these where some come before others. */
export interface Place {
  at: Date;
  id: string;
  rank?: number;
}

/** A place as an opaque text. */
export function encodeCursor({ at, id, rank }: Place): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id, ...(rank === undefined ? [] : [rank])])).toString(
    'base64url',
  );
}

export function decodeCursor(cursor: string | undefined): Place | null {
  if (!cursor) return null;
  try {
    const [at, id, rank] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof at === 'string' && instant.test(at) && typeof id === 'string' && uuid.test(id)) {
      const time = new Date(at);
      const isRank = rank === 0 || rank === 1;
      if (!Number.isNaN(time.getTime())) return { at: time, id, ...(isRank ? { rank } : {}) };
    }
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('validation.failed', 'cursor is not one of ours', {
    fields: [{ path: 'cursor', rule: 'cursor' }],
  });
}

/**
 * The parts of a statement that reads a list by time and id, either way round. Parameters `$first` and the next one are the place’s
 * time and id, both null at the beginning.
 */
export function timedBy(
  at: string,
  id: string,
  order: 'asc' | 'desc',
  first: number,
): { where: string; order: string } {
  const than = order === 'asc' ? '>' : '<';
  return {
    where: `($${first}::timestamptz IS NULL OR (${at}, ${id}) ${than} ($${first}, $${first + 1}::uuid))`,
    order: `${at} ${order}, ${id} ${order}`,
  };
}

/** Cuts a list that was read with one row too many, and makes the cursor of the next page from the last row kept. */
export function cutPage<Row, Item>(
  rows: Row[],
  limit: number,
  place: (row: Row) => Place,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const more = rows.length > limit && last;
  const at = more ? place(last) : null;
  return { items: kept.map(toItem), next: at ? encodeCursor(at) : null };
}
