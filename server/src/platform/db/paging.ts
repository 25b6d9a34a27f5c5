import { AppError } from '@yunzhen/shared/errors';

/** As `encodeCursor` writes them: years that Postgres knows, ids that it can read. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A place in a list that is ordered by time and id, as an opaque text. */
export function encodeCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

export function decodeCursor(cursor: string | undefined): { at: Date; id: string } | null {
  if (!cursor) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof at === 'string' && instant.test(at) && typeof id === 'string' && uuid.test(id)) {
      const time = new Date(at);
      if (!Number.isNaN(time.getTime())) return { at: time, id };
    }
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('validation.failed', 'cursor is not one of ours', {
    fields: [{ path: 'cursor', rule: 'cursor' }],
  });
}

/** Cuts a list that was read with one row too many, and makes the cursor of the next page from the last row kept. */
export function cutPage<Row, Item>(
  rows: Row[],
  limit: number,
  place: (row: Row) => { at: Date; id: string },
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const more = rows.length > limit && last;
  const at = more ? place(last) : null;
  return { items: kept.map(toItem), next: at ? encodeCursor(at.at, at.id) : null };
}
