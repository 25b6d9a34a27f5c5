import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import type { SessionEnd } from '../api/session-tokens.ts';
import { OfflineError } from '../api/offline-error.ts';
import { RecordSocket, matches, type ConnectionState } from './record-socket.ts';

const change: RecordChanged = {
  event: 'visit.admitted',
  entity: 'visit',
  id: '0193b5a0-0000-7000-8000-000000000001',
  visitId: '0193b5a0-0000-7000-8000-000000000001',
  version: 2,
  at: '2026-11-24T08:00:00Z',
};

const position = { until: 1_790_000_000_000, xact: '900' };

/** A socket that the test controls. */
function fakeSocket() {
  const listeners = new Map<string, (payload: unknown) => void>();
  return {
    connected: false,
    active: true,
    connects: 0,
    sent: [] as unknown[],
    on(name: string, listener: (payload: unknown) => void) {
      listeners.set(name, listener);
      return this;
    },
    emit(name: string, payload: unknown) {
      this.sent.push([name, payload]);
      return this;
    },
    connect() {
      this.connects++;
      return this;
    },
    disconnect() {
      this.connected = false;
      return this;
    },
    hear(name: string, payload?: unknown) {
      this.connected = name === 'connect' ? true : name === 'disconnect' ? false : this.connected;
      listeners.get(name)?.(payload);
    },
  };
}

function setUp(renew: () => Promise<string> = () => Promise.resolve('token-2'), changesSince?: typeof position) {
  const socket = fakeSocket();
  const ends: SessionEnd[] = [];
  const states: ConnectionState[] = [];
  let granted: (grant: { accessToken: string }) => void = () => {};
  const tokens = {
    current: () => ({ accessToken: 'token-1', ...(changesSince && { changesSince }) }),
    renew,
    onGrant(listener: typeof granted) {
      granted = listener;
      return () => true;
    },
    end: (reason: SessionEnd) => void ends.push(reason),
  };
  let handshake: () => unknown = () => null;
  const record = new RecordSocket(tokens as never, (given) => {
    handshake = given;
    return socket as never;
  });
  record.onState((state) => states.push(state));
  return {
    socket,
    record,
    handshake: () => handshake(),
    ends,
    states,
    grant: (accessToken: string) => granted({ accessToken }),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('The record socket', () => {
  it('passes on changes that match the filter, and none that break the contract', () => {
    const { socket, record } = setUp();
    const heard: string[] = [];
    record.onChanged({ entity: 'visit' }, ({ event }) => heard.push(event));
    const stop = record.onChanged({}, ({ event }) => heard.push(`any ${event}`));
    record.start();
    socket.hear('changed', change);
    socket.hear('changed', { ...change, entity: 'queue' });
    socket.hear('changed', { ...change, entity: 'password' });
    stop();
    socket.hear('changed', change);
    expect(heard).toEqual(['visit.admitted', 'any visit.admitted', 'any visit.admitted', 'visit.admitted']);
  });

  it('requests no refetch after a reconnect when the server sends the missed changes, and delivers them once', async () => {
    const { socket, record, handshake } = setUp();
    let resyncs = 0;
    const heard: string[] = [];
    record.onResync(() => resyncs++);
    record.onChanged({}, ({ event }) => heard.push(event));
    record.start();
    expect(handshake()).toEqual({ accessToken: 'token-1' });
    socket.hear('connect');
    socket.hear('covered', { position, whole: true });
    const messageId = '0193b5a0-0000-7000-8000-00000000000a';
    socket.hear('changed', { ...change, messageId });
    socket.hear('disconnect', 'transport close');
    expect(handshake()).toEqual({ accessToken: 'token-1', since: position });
    socket.hear('connect');
    socket.hear('changed', { ...change, messageId });
    socket.hear('changed', { ...change, event: 'missed', messageId: change.id });
    socket.hear('covered', { position, whole: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(['visit.admitted', 'missed']);
    expect(resyncs).toBe(0);
  });

  it('asks at the first connect for the changes since the session was renewed, because the page read before', () => {
    const { record, handshake } = setUp(undefined, position);
    record.start();
    expect(handshake()).toEqual({ accessToken: 'token-1', since: position });
  });

  it('requests a refetch after a first connection that was rejected, because the position is lost', async () => {
    const { socket, record } = setUp(undefined, position);
    const resynced = vi.fn();
    record.onResync(resynced);
    record.start();
    socket.active = false;
    socket.hear('connect_error', new Error('service.unavailable'));
    socket.active = true;
    resynced.mockClear();
    socket.hear('connect');
    socket.hear('covered', { position, whole: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(resynced).toHaveBeenCalledOnce();
  });

  it('tells missed changes, which later ones may have undone, from those of now', () => {
    const { socket, record } = setUp();
    const heard: [string, boolean][] = [];
    record.onChanged({}, ({ event }, live) => heard.push([event, live]));
    record.start();
    socket.hear('connect');
    socket.hear('changed', { ...change, event: 'first' });
    socket.hear('covered', { position, whole: true });
    socket.hear('disconnect', 'transport close');
    socket.hear('connect');
    socket.hear('changed', { ...change, event: 'missed' });
    socket.hear('covered', { position, whole: true });
    socket.hear('changed', { ...change, event: 'now' });
    expect(heard).toEqual([
      ['first', true],
      ['missed', false],
      ['now', true],
    ]);
  });

  it('requests a refetch when changes are lost, whatever the server says next, or it does not report', async () => {
    const { socket, record } = setUp();
    let resyncs = 0;
    record.onResync(() => resyncs++);
    record.start();
    socket.hear('connect');
    socket.hear('covered', { position, whole: true });
    socket.hear('covered', { position, whole: false });
    socket.hear('covered', { position, whole: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(resyncs).toBe(1);
    socket.hear('disconnect', 'transport close');
    socket.hear('connect');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(resyncs).toBe(2);
  });

  it('requests a refetch after a reconnect to a server that reports nothing, but not after the first connection', async () => {
    const { socket, record, states } = setUp();
    let resyncs = 0;
    record.onResync(() => resyncs++);
    record.start();
    socket.hear('connect');
    expect(resyncs).toBe(0);
    socket.hear('disconnect', 'transport close');
    socket.hear('connect');
    await vi.advanceTimersByTimeAsync(0);
    expect(resyncs).toBe(1);
    expect(states).toEqual(['connecting', 'connected', 'lost', 'connected']);
  });

  it('requests a refetch periodically while no socket can be opened', async () => {
    const { socket, record } = setUp();
    let resyncs = 0;
    record.onResync(() => resyncs++);
    record.start();
    socket.hear('connect_error', new Error('transport close'));
    await vi.advanceTimersByTimeAsync(31_000);
    expect(resyncs).toBe(2);
    socket.hear('connect');
    await vi.advanceTimersByTimeAsync(60_000);
    record.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(resyncs).toBe(2);
  });

  it('sends a renewed token while connected', () => {
    const { socket, record, grant } = setUp();
    record.start();
    grant('too-early');
    socket.hear('connect');
    grant('token-2');
    expect(socket.sent).toEqual([['renew', { accessToken: 'token-2' }]]);
  });

  it('renews the session and reconnects after the server rejected or closed the connection', async () => {
    const { socket, record } = setUp();
    record.start();
    socket.active = false;
    socket.hear('connect_error', new Error('auth.session-expired'));
    await vi.advanceTimersByTimeAsync(500);
    expect(socket.connects).toBe(2);
    socket.hear('disconnect', 'io server disconnect');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(socket.connects).toBe(3);
  });

  it('leaves a lost transport to the client, which reconnects automatically', async () => {
    const { socket, record } = setUp();
    record.start();
    socket.hear('connect');
    socket.hear('disconnect', 'transport close');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.connects).toBe(1);
  });

  it('retries for ever while the network is down, and never waits longer than five seconds', async () => {
    let tries = 0;
    const { socket, record } = setUp(() => {
      tries++;
      return Promise.reject(new OfflineError());
    });
    record.start();
    socket.hear('disconnect', 'io server disconnect');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toBeGreaterThanOrEqual(12);
  });

  it('stops for good on request, also during a reconnect', async () => {
    const { socket, record, states } = setUp(() => Promise.reject(new AppError('auth.session-expired')));
    record.start();
    socket.hear('disconnect', 'io server disconnect');
    record.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.connects).toBe(1);
    expect(states.at(-1)).toBe('idle');
  });

  it('ends the session when the server ends it', () => {
    const { socket, record, ends } = setUp();
    record.start();
    socket.hear('session-ended', { reason: 'reused' });
    expect(ends).toEqual(['reused']);
  });

  it('keeps the session when only its access token has expired, and comes back with a newer one', async () => {
    let renewals = 0;
    const { socket, record, ends } = setUp(() => {
      renewals += 1;
      return renewals < 3 ? Promise.reject(new OfflineError()) : Promise.resolve('token-2');
    });
    record.start();
    socket.hear('connect');
    socket.hear('session-ended', { reason: 'expired' });
    socket.hear('disconnect', 'io server disconnect');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(ends).toEqual([]);
    expect([renewals, socket.connects]).toEqual([3, 2]);
  });
});

describe('The change filter', () => {
  it('matches by entity, by one of several, by id and by visit', () => {
    expect(matches({}, change)).toBe(true);
    expect(matches({ entity: ['note', 'visit'] }, change)).toBe(true);
    expect(matches({ entity: 'note' }, change)).toBe(false);
    expect(matches({ entity: 'visit', id: change.id }, change)).toBe(true);
    expect(matches({ id: 'another' }, change)).toBe(false);
    expect(matches({ visitId: 'another' }, change)).toBe(false);
  });
});
