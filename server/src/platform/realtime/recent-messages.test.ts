import { describe, expect, it } from 'vitest';
import { keptMilliseconds, RecentMessages, type RecentMessage } from './recent-messages.ts';

const now = 1_800_000_000_000;
/** When the database started. */
const began = now - 3_600_000;
const rooms = new Set(['account:a']);
const message = (id: string, xact: bigint, { room = 'account:a', at = now } = {}): RecentMessage => ({
  kind: 'changed',
  id,
  at,
  xact,
  rooms: [room],
  change: { event: 'x', entity: 'visit', id: 'v', visitId: null, version: null, at: '2026-11-29T00:00:00Z' },
});
const ids = (found: RecentMessage[] | null) => found?.map(({ id }) => id) ?? null;
const at = (until: number, xact: string) => ({ until, xact });

function recent(): RecentMessages {
  const messages = new RecentMessages();
  messages.complete(now, 100n, began);
  return messages;
}

describe('recent messages', () => {
  it('returns to a reconnecting page what it missed, for its rooms only', () => {
    const messages = recent();
    const { position } = messages;
    messages.add(message('before', 99n));
    messages.add(message('missed', 100n));
    messages.add(message('of others', 101n, { room: 'account:b' }));
    messages.complete(now + 2_000, 102n, began);
    expect(ids(messages.since(position, rooms))).toEqual(['missed']);
    expect(ids(messages.since(messages.position, rooms))).toEqual([]);
  });

  it('includes messages stored before and committed after the page disconnected', () => {
    const messages = recent();
    messages.add(message('slow', 100n, { at: now - 30_000 }));
    expect(ids(messages.since(at(now, '100'), rooms))).toEqual(['slow']);
  });

  it('returns null when some may be missing: disconnected for too long, a clock that was ahead, a restored database', () => {
    const messages = recent();
    expect(messages.since(at(now - keptMilliseconds, '50'), rooms)).toBeNull();
    expect(messages.since(at(now + 1, '100'), rooms)).toBeNull();
    expect(messages.since(at(now, '101'), rooms)).toBeNull();
    messages.forget(now);
    expect(messages.since(at(now, '100'), rooms)).toBeNull();
    expect(new RecentMessages().since(at(now, '100'), rooms)).toBeNull();
  });

  it('drops the oldest by age and number, and then reports them as missing', () => {
    const messages = recent();
    for (let i = 0; i <= 20_000; i++) messages.add(message(`m${i}`, BigInt(100 + i), { at: now + i }));
    messages.complete(now + 70_000, 30_000n, began);
    expect(messages.since(at(now, '100'), rooms)).toBeNull();
    expect(messages.since(at(now + 60_001, '101'), rooms)).toHaveLength(20_000);
    messages.complete(now + 2 * keptMilliseconds, 30_001n, began);
    expect(messages.since(at(now + 2 * keptMilliseconds, '101'), rooms)).toEqual([]);
  });

  it('stays incomplete after a gap when older messages are added', () => {
    const messages = recent();
    messages.forget(now);
    for (let i = 0; i <= 20_000; i++) messages.add(message(`m${i}`, BigInt(100 + i), { at: now - 120_000 + i }));
    messages.complete(now, 30_000n, began);
    expect(messages.since(at(now, '100'), rooms)).toBeNull();
  });

  it('knows no position of before a start of the database, whose numbers of transactions mean others', () => {
    const messages = new RecentMessages();
    messages.add(message('of another transaction', 90n));
    messages.complete(now, 120n, now - 1_000);
    expect(messages.since(at(now - 1_001, '100'), rooms)).toBeNull();
    expect(ids(messages.since(at(now - 1_000, '90'), rooms))).toEqual(['of another transaction']);
  });
});
