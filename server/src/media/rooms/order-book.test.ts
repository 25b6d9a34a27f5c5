import { beforeEach, describe, expect, it } from 'vitest';
import type { RoomState } from '@yunzhen/shared/calls/call.contract';
import { OrderBook } from './order-book.ts';

let now: number;
let book: OrderBook;
const visitId = 'visit';
const ticket = (iat: number, sub = 'guest', sessionId = 'session') => ({ visitId, sub, sessionId, iat });
const order = (room: RoomState | null, removed: string[] = []) => book.note({ visitId, room, removed });
const open = (revision: number): RoomState => ({ revision, phase: 'open' });

beforeEach(() => {
  now = 1_000_000;
  book = new OrderBook({ now: () => new Date(now) });
});

describe('room orders', () => {
  it('replace each other by revision, not by arrival', () => {
    expect(order({ revision: 5, phase: 'held' })).toBe(true);
    expect(order(open(4), ['guest'])).toBe(false);
    expect(book.wishFor(visitId)).toEqual({
      room: { revision: 5, phase: 'held' },
      removed: new Set(),
      endedSessions: new Set(),
    });
    expect(book.refusalOf(ticket(1_001))).toBeUndefined();
  });

  it('of a known revision keep the phase and update the removed participants', () => {
    order(open(5));
    expect(order({ revision: 5, phase: 'waiting' }, ['guest'])).toBe(true);
    expect(book.wishFor(visitId)).toEqual({ room: open(5), removed: new Set(['guest']), endedSessions: new Set() });
  });

  it('are remembered as long as an earlier ticket is usable', () => {
    order(open(5));
    now += 119_000;
    expect(book.wishFor(visitId)).toBeDefined();
    now += 1_000;
    expect(book.wishFor(visitId)).toBeUndefined();
  });
});

describe('a call ticket', () => {
  it('from before the end is void, a later one is valid', () => {
    order(null);
    expect(book.refusalOf(ticket(1_000))).toBe('call.ended');
    expect(book.refusalOf(ticket(1_001))).toBeUndefined();
  });

  it('of a removed participant is void, whenever it was issued', () => {
    order(open(1), ['guest']);
    expect(book.refusalOf(ticket(1_000))).toBe('call.removed');
    expect(book.refusalOf(ticket(2_000))).toBe('call.removed');
    expect(book.refusalOf(ticket(1_000, 'doctor'))).toBeUndefined();
  });

  it('of an ended session is void, whichever order named it and whenever it was issued', () => {
    order(open(2));
    expect(book.note({ visitId, room: open(1), removed: [], endedSessions: ['session'] })).toBe(false);
    order(open(3));
    expect(book.refusalOf(ticket(1_000))).toBe('auth.session-expired');
    expect(book.refusalOf(ticket(2_000))).toBe('auth.session-expired');
    expect(book.refusalOf(ticket(1_000, 'guest', 'another'))).toBeUndefined();
  });

  it('from before the removal stays void when the participant may return', () => {
    order(open(1), ['guest']);
    order(open(2));
    expect(book.refusalOf(ticket(1_000))).toBe('call.removed');
    expect(book.refusalOf(ticket(1_001))).toBeUndefined();
  });
});
