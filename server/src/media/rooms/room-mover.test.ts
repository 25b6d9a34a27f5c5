import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomPhase } from '@yunzhen/shared/calls/call.contract';
import { createLogger } from '../../platform/logging/logger.ts';
import { RoomMover, type MovableRoom } from './room-mover.ts';

let asked: string[];
let rooms: MovableRoom[];
let mover: RoomMover;

const room = (visitId: string, phase: RoomPhase = 'open', peers = 2): MovableRoom => ({
  visitId,
  phase,
  peers: Array.from({ length: peers }),
  announceEnd: (reason) => void asked.push(`${visitId} ${reason}`),
});

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  rooms = [room('a'), room('b'), room('c')];
  mover = new RoomMover({
    rooms: () => rooms,
    paceMs: 1_000,
    clock: { now: () => new Date(Date.now()) },
    log: createLogger({ name: 'test', level: 'silent' }),
  });
});
afterEach(() => {
  mover.stop();
  vi.useRealTimers();
});

describe('a node that an operator drains', () => {
  it('asks one call at a time to move, waiting patients first and empty rooms never', () => {
    rooms = [room('empty', 'open', 0), room('a'), room('held', 'held'), room('waits', 'waiting', 1)];
    mover.apply({ drain: true, elsewhere: true });
    expect(asked).toEqual(['waits node-draining']);
    // The heartbeats in between hurry nothing.
    mover.apply({ drain: true, elsewhere: true });
    vi.advanceTimersByTime(999);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(asked).toEqual(['waits node-draining', 'a node-draining']);
    vi.advanceTimersByTime(5_000);
    expect(asked).toEqual(['waits node-draining', 'a node-draining', 'held node-draining']);
  });

  it('asks a call again later that came back because the other node had filled up', () => {
    rooms = [room('a')];
    mover.apply({ drain: true, elsewhere: true });
    vi.advanceTimersByTime(29_000);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(asked).toHaveLength(2);
  });

  it('asks none while no other node has room, and goes on when there is one', () => {
    mover.apply({ drain: true, elsewhere: false });
    vi.advanceTimersByTime(10_000);
    expect([mover.drained, asked]).toEqual([true, []]);
    mover.apply({ drain: true, elsewhere: true });
    expect(asked).toEqual(['a node-draining']);
    mover.apply({ drain: true, elsewhere: false });
    vi.advanceTimersByTime(10_000);
    expect(asked).toHaveLength(1);
  });

  it('leaves the other calls where they are once it is released', () => {
    mover.apply({ drain: true, elsewhere: true });
    mover.apply({ drain: false, elsewhere: true });
    vi.advanceTimersByTime(10_000);
    expect([mover.drained, asked]).toEqual([false, ['a node-draining']]);
  });

  it('stays drained when an api of the release before answers, which says nothing of it', () => {
    mover.apply({ elsewhere: true });
    expect(mover.drained).toBe(false);
    mover.apply({ drain: true, elsewhere: true });
    mover.apply({ elsewhere: true });
    vi.advanceTimersByTime(1_000);
    expect([mover.drained, asked]).toEqual([true, ['a node-draining', 'b node-draining']]);
  });
});
