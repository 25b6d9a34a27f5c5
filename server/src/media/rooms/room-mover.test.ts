import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../platform/logging/logger.ts';
import { RoomMover, type MovableRoom } from './room-mover.ts';

let asked: string[];
let rooms: MovableRoom[];
let mover: RoomMover;

const room = (visitId: string, peers = 2): MovableRoom => ({
  visitId,
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
  it('asks one call at a time to move, and empty rooms never', () => {
    rooms = [room('empty', 0), room('a'), room('waits', 1), room('b')];
    mover.apply({ drain: true, elsewhere: true });
    expect(asked).toEqual(['a node-draining']);
    // The heartbeats in between hurry nothing.
    rooms = rooms.filter(({ visitId }) => visitId !== 'a');
    mover.apply({ drain: true, elsewhere: true });
    vi.advanceTimersByTime(999);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(asked).toEqual(['a node-draining', 'waits node-draining']);
    // This one does not move: the api may answer first that no other node has room.
    vi.advanceTimersByTime(2_999);
    expect(asked).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(asked).toEqual(['a node-draining', 'waits node-draining', 'b node-draining']);
  });

  it('asks a call that came back again later, each time after a longer pause', () => {
    const start = Date.now();
    const secondsOfAskings: number[] = [];
    rooms = [
      { visitId: 'a', peers: [1, 2], announceEnd: () => void secondsOfAskings.push((Date.now() - start) / 1000) },
    ];
    mover.apply({ drain: true, elsewhere: true });
    vi.advanceTimersByTime(1_500_000);
    expect(secondsOfAskings).toEqual([0, 30, 90, 210, 450, 930, 1410]);
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

  it('asks none while the api does not accept its heartbeats, then goes on and hurries nothing', () => {
    mover.apply({ drain: true, elsewhere: true });
    mover.apply(null);
    vi.advanceTimersByTime(20_000);
    expect([mover.drained, asked]).toEqual([true, ['a node-draining']]);
    mover.apply({ drain: true, elsewhere: true });
    vi.advanceTimersByTime(9_999);
    // Its turn was half a minute: `a` is not asked again before.
    expect(asked).toEqual(['a node-draining', 'b node-draining', 'c node-draining']);
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
    vi.advanceTimersByTime(3_000);
    expect([mover.drained, asked]).toEqual([true, ['a node-draining', 'b node-draining']]);
  });
});

describe('a drained node with 35 waiting patients and 40 running calls, when another node has 40 free places', () => {
  const waiting = Array.from({ length: 35 }, (_, i) => `waiting-${i}`);
  const running = Array.from({ length: 40 }, (_, i) => `running-${i}`);
  let free: number;

  /** Returns rooms that move when asked while there is a free place and they `may`; the participants of the others come back. */
  function roomsThatMove(visitIds: readonly string[], may: (visitId: string) => boolean): MovableRoom[] {
    return visitIds.map((visitId) => ({
      visitId,
      peers: [1],
      announceEnd: () => {
        asked.push(visitId);
        if (free === 0 || !may(visitId)) return;
        free -= 1;
        rooms = rooms.filter((each) => each.visitId !== visitId);
      },
    }));
  }
  function drainFor(seconds: number): void {
    for (let passed = 0; passed < seconds; passed += 2) {
      mover.apply({ drain: true, elsewhere: free > 0 });
      vi.advanceTimersByTime(2_000);
    }
  }
  const timesAsked = (visitId: string) => asked.filter((each) => each === visitId).length;

  beforeEach(() => {
    free = 40;
  });

  it('uses every free place, and asks no one twice', () => {
    rooms = roomsThatMove([...waiting, ...running], () => true);
    drainFor(3_600);
    expect([free, rooms.length]).toEqual([0, 35]);
    expect(asked).toHaveLength(new Set(asked).size);
  });

  it('moves the running calls while waiting patients find no place, and asks these ever more rarely', () => {
    const isRunning = (visitId: string) => visitId.startsWith('running');
    rooms = roomsThatMove([...waiting, ...running], isRunning);
    free = 41;
    drainFor(180);
    expect([free, rooms.map(({ visitId }) => visitId)]).toEqual([1, waiting]);
    // The place that is left is not for them, for an hour.
    drainFor(3_600);
    expect(running.map(timesAsked)).toEqual(running.map(() => 1));
    for (const visitId of waiting) expect(timesAsked(visitId)).toBeLessThanOrEqual(11);
  });

  it('moves everyone in turn when places become free one by one', () => {
    free = 0;
    rooms = roomsThatMove([...waiting, ...running], () => true);
    for (let i = 0; i < 75; i++) {
      free += 1;
      drainFor(10);
    }
    drainFor(480);
    expect(rooms).toEqual([]);
    // Before the next answer says that the place is taken, one more is asked.
    expect(asked.length).toBeLessThanOrEqual(2 * 75);
    for (const visitId of [...waiting, ...running]) expect(timesAsked(visitId)).toBeLessThanOrEqual(5);
  });
});
