import { describe, expect, it } from 'vitest';
import { lineAtStart, nextLineState, pauseMs, type LineLook, type LineState } from './line-policy.ts';

type Way = Omit<LineLook, 'atMs'>;
const good: Way = { availableKbps: 1500, lossSent: 0, roundTripMs: 40 };
const weak: Way = { ...good, availableKbps: 90 };

/** Adds one sample a second to the given state. */
function look(state: LineState, way: Way, seconds: number): LineState {
  let next = state;
  for (let second = 1; second <= seconds; second += 1) next = nextLineState(next, { ...way, atMs: clock(1) });
  return next;
}

let now = 0;
const clock = (seconds: number) => (now += seconds * 1000);
const start = () => lineAtStart((now = 0));

describe('The picture on a connection', () => {
  it('is sent on a good connection', () => {
    expect(look(start(), good, 600)).toMatchObject({ picture: 'full', failures: 0 });
  });

  it('is not judged before the browser has estimated the bandwidth', () => {
    expect(look(start(), weak, 9).picture).toBe('full');
    expect(look(start(), { ...good, availableKbps: null }, 60).picture).toBe('full');
  });

  it('pauses when the connection stays weak, not after a short weakness', () => {
    let state = look(start(), good, 20);
    state = look(state, weak, 3);
    state = look(state, good, 1);
    state = look(state, weak, 4);
    expect(state.picture).toBe('full');
    expect(look(state, weak, 1).picture).toBe('paused');
  });

  it('pauses when no frame can arrive complete, or when sound queues behind it', () => {
    expect(look(start(), { ...good, lossSent: 0.5 }, 20).picture).toBe('paused');
    expect(look(start(), { ...good, roundTripMs: 2500 }, 20).picture).toBe('paused');
  });

  it('continues at a loss that sound and picture tolerate', () => {
    expect(look(start(), { ...good, lossSent: 0.2, roundTripMs: 260 }, 60).picture).toBe('full');
  });

  it('is tried again after a pause, and returns when the connection carries it', () => {
    let state = look(look(start(), good, 20), weak, 5);
    expect(state).toMatchObject({ picture: 'paused', failures: 1 });
    // Without a picture to send, the browser continues to estimate a weak connection.
    state = look(state, weak, 7);
    expect(state.picture).toBe('paused');
    state = look(state, weak, 1);
    expect(state.picture).toBe('trial');
    state = look(state, good, 5);
    expect(state.picture).toBe('full');
  });

  it('waits twice as long after each failed trial, up to a minute', () => {
    let state = look(look(start(), good, 20), weak, 5);
    const rests: number[] = [];
    for (let trial = 0; trial < 6; trial += 1) {
      const pausedAt = now;
      while (state.picture === 'paused') state = look(state, weak, 1);
      rests.push((now - pausedAt) / 1000);
      while (state.picture === 'trial') state = look(state, weak, 1);
    }
    expect(rests).toEqual([8, 16, 32, 60, 60, 60]);
    expect(pauseMs(1)).toBe(8000);
  });

  it('is not tried while sound itself is impaired', () => {
    const paused = look(look(start(), good, 20), weak, 5);
    expect(look(paused, { ...weak, lossSent: 0.3 }, 120).picture).toBe('paused');
    expect(look(paused, { ...weak, roundTripMs: 1200 }, 120).picture).toBe('paused');
  });

  it('resets earlier failures after a minute of stable picture', () => {
    let state: LineState = { picture: 'paused', sinceMs: now, weakSinceMs: null, failures: 4 };
    state = look(state, good, 60);
    expect(state.picture).toBe('trial');
    state = look(look(state, good, 70), weak, 5);
    expect(state).toMatchObject({ picture: 'paused', failures: 1 });
  });

  it('is paused again, for longer, when it fails soon after a successful trial', () => {
    let state = look(look(start(), good, 20), weak, 5);
    state = look(state, good, 8 + 5 + 10);
    expect(state.picture).toBe('full');
    expect(look(state, weak, 5)).toMatchObject({ picture: 'paused', failures: 2 });
  });
});
