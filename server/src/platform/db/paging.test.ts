import { describe, expect, it } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { newId } from '../ids.ts';
import { cutPage, decodeCursor, encodeCursor } from './paging.ts';

const of = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('is decoded as it was encoded', () => {
    const place = { at: new Date('2026-11-24T08:00:00.123Z'), id: newId() };
    expect(decodeCursor(encodeCursor(place))).toEqual(place);
    expect(decodeCursor(encodeCursor({ ...place, rank: 1 }))).toEqual({ ...place, rank: 1 });
    expect(decodeCursor(undefined)).toBeNull();
    expect(decodeCursor('')).toBeNull();
  });

  it.each([
    ['invalid base64', '%%%'],
    ['invalid JSON', Buffer.from('{').toString('base64url')],
    ['another shape', of({ at: 1 })],
    ['null', of(null)],
    ['an id of dashes', of(['2026-11-24T08:00:00.000Z', '-'.repeat(36)])],
    ['an id in capitals', of(['2026-11-24T08:00:00.000Z', newId().toUpperCase()])],
    ['an impossible day', of(['2026-13-45T08:00:00.000Z', newId()])],
    ['a time before the calendar', of(['-271821-04-20T00:00:00.000Z', newId()])],
    ['a time beyond it', of(['+275760-09-13T00:00:00.000Z', newId()])],
    ['a number for a time', of([0, newId()])],
  ])('is rejected for %s', (_what, cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(AppError);
  });
});

describe('a page of a list', () => {
  const rows = [3, 2, 1].map((n) => ({ at: new Date(n * 1000), id: `0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e1${n}`, n }));
  const cut = (limit: number, from = rows) =>
    cutPage(
      from,
      limit,
      (row) => row,
      (row) => row.n,
    );

  it('ends with the cursor of its last item when there is more', () => {
    const { items, next } = cut(2);
    expect(items).toEqual([3, 2]);
    expect(decodeCursor(next ?? '')).toEqual({ at: rows[1]?.at, id: rows[1]?.id });
  });

  it('is the last one when no further row was read', () => {
    expect(cut(3)).toEqual({ items: [3, 2, 1], next: null });
    expect(cut(3, [])).toEqual({ items: [], next: null });
  });
});
