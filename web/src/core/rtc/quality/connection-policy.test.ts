import { describe, expect, it } from 'vitest';
import { uplinkAtStart, nextUplinkState, pauseMs, type UplinkSample, type UplinkState } from './connection-policy.ts';

type Way = Omit<UplinkSample, 'atMs'>;
const good: Way = { availableKbps: 1500, lossSent: 0, roundTripMs: 40 };
const weak: Way = { ...good, availableKbps: 90 };

/** Adds one sample a second to the given state. */
function after(state: UplinkState, way: Way, seconds: number): UplinkState {
  let next = state;
  for (let second = 1; second <= seconds; second += 1) next = nextUplinkState(next, { ...way, atMs: clock(1) });
  return next;
}

let now = 0;
const clock = (seconds: number) => (now += seconds * 1000);
const start = () => uplinkAtStart((now = 0));

describe('The picture on a connection', () => {
  it('is sent on a good connection', () => {
    expect(after(start(), good, 600)).toMatchObject({ picture: 'full', failures: 0 });
  });

  it('is not judged before the browser has estimated the bandwidth', () => {
    expect(after(start(), weak, 9).picture).toBe('full');
    expect(after(start(), { ...good, availableKbps: null }, 60).picture).toBe('full');
  });

  it('pauses when the connection stays weak, not after a short weakness', () => {
    let state = after(start(), good, 20);
    state = after(state, weak, 3);
    state = after(state, good, 1);
    state = after(state, weak, 4);
    expect(state.picture).toBe('full');
    expect(after(state, weak, 1).picture).toBe('paused');
  });

  it('pauses when no frame can arrive complete, or when sound queues behind it', () => {
    expect(after(start(), { ...good, lossSent: 0.5 }, 20).picture).toBe('paused');
    expect(after(start(), { ...good, roundTripMs: 2500 }, 20).picture).toBe('paused');
  });

  it('continues at a loss that sound and picture tolerate', () => {
    expect(after(start(), { ...good, lossSent: 0.2, roundTripMs: 260 }, 60).picture).toBe('full');
  });

  it('is tried again after a pause, and returns when the connection carries it', () => {
    let state = after(after(start(), good, 20), weak, 5);
    expect(state).toMatchObject({ picture: 'paused', failures: 1 });
    // Without a picture to send, the browser continues to estimate a weak connection.
    state = after(state, weak, 7);
    expect(state.picture).toBe('paused');
    state = after(state, weak, 1);
    expect(state.picture).toBe('trial');
    state = after(state, good, 5);
    expect(state.picture).toBe('full');
  });

  it('waits twice as long after each failed trial, up to a minute', () => {
    let state = after(after(start(), good, 20), weak, 5);
    const rests: number[] = [];
    for (let trial = 0; trial < 6; trial += 1) {
      const pausedAt = now;
      while (state.picture === 'paused') state = after(state, weak, 1);
      rests.push((now - pausedAt) / 1000);
      while (state.picture === 'trial') state = after(state, weak, 1);
    }
    expect(rests).toEqual([8, 16, 32, 60, 60, 60]);
    expect(pauseMs(1)).toBe(8000);
  });

  it('is not tried while sound itself is impaired', () => {
    const paused = after(after(start(), good, 20), weak, 5);
    expect(after(paused, { ...weak, lossSent: 0.3 }, 120).picture).toBe('paused');
    expect(after(paused, { ...weak, roundTripMs: 1200 }, 120).picture).toBe('paused');
  });

  it('resets earlier failures after a minute of stable picture', () => {
    let state: UplinkState = { picture: 'paused', sinceMs: now, weakSinceMs: null, failures: 4 };
    state = after(state, good, 60);
    expect(state.picture).toBe('trial');
    state = after(after(state, good, 70), weak, 5);
    expect(state).toMatchObject({ picture: 'paused', failures: 1 });
  });

  it('is paused again, for longer, when it fails soon after a successful trial', () => {
    let state = after(after(start(), good, 20), weak, 5);
    state = after(state, good, 8 + 5 + 10);
    expect(state.picture).toBe('full');
    expect(after(state, weak, 5)).toMatchObject({ picture: 'paused', failures: 2 });
  });
});
