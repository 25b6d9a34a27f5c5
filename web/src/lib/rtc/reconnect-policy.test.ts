import { describe, expect, it } from 'vitest';
import { longestDelayMs, nextStep, type ReconnectHistory } from './reconnect-policy.ts';

const whole: ReconnectHistory = {
  lost: 'socket',
  failure: null,
  joins: 0,
  iceRestarts: 0,
  socketUp: true,
  mediaUp: true,
  online: true,
};

describe('the recovery ladder', () => {
  it('restarts ICE on the same transports first, at once', () => {
    expect(nextStep({ ...whole, lost: 'transport', mediaUp: false }, 0.5)).toEqual({ rung: 'restart-ice', delayMs: 0 });
  });

  it('rejoins when two ICE restarts brought nothing', () => {
    const history: ReconnectHistory = { ...whole, lost: 'transport', mediaUp: false };
    expect(nextStep({ ...history, iceRestarts: 1 }, 0)).toMatchObject({ rung: 'restart-ice', delayMs: 500 });
    expect(nextStep({ ...history, iceRestarts: 2 }, 0)).toMatchObject({ rung: 'rejoin', keepMedia: false });
  });

  it('rejoins at once when transport and socket are both gone: there is nobody to ask for an ICE restart', () => {
    const step = nextStep({ ...whole, lost: 'transport', socketUp: false, mediaUp: false }, 0);
    expect(step).toEqual({ rung: 'rejoin', delayMs: 0, keepMedia: false });
  });

  it('keeps the picture when only the socket is gone', () => {
    expect(nextStep({ ...whole, lost: 'socket', socketUp: false }, 0)).toEqual({
      rung: 'rejoin',
      delayMs: 0,
      keepMedia: true,
    });
  });

  it('gives the old transports up when the node has closed the place', () => {
    expect(nextStep({ ...whole, lost: 'place' }, 0)).toMatchObject({ rung: 'rejoin', keepMedia: false });
  });

  it('keeps the picture while the node that has given notice still carries it', () => {
    expect(nextStep({ ...whole, lost: 'notice' }, 0)).toMatchObject({ rung: 'rejoin', keepMedia: true });
  });

  it('spreads the first attempt so that the visits of a dead node do not come back in one instant', () => {
    expect(nextStep({ ...whole, lost: 'place' }, 0.5)).toMatchObject({ delayMs: 100 });
  });
});

describe('waiting between attempts', () => {
  const delays = (jitter: number, more: Partial<ReconnectHistory> = {}) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 6000].map((joins) => {
      const step = nextStep(
        { ...whole, lost: 'join', socketUp: false, joins, failure: 'unreachable', ...more },
        jitter,
      );
      return step.rung === 'stop' ? null : step.delayMs;
    });

  it('grows to five seconds and never gives up', () => {
    expect(delays(0)).toEqual([300, 600, 1200, 2000, 3000, 4000, 5000, 5000, 5000]);
  });

  it('is shortened by jitter, never lengthened', () => {
    for (const [index, delay] of delays(0.99).entries()) {
      expect(delay).toBeLessThan(delays(0)[index] ?? 0);
      expect(delay).toBeGreaterThan(0);
      expect(delay).toBeLessThanOrEqual(longestDelayMs);
    }
  });

  it('is longer from the start when the node is full', () => {
    expect(delays(0, { failure: 'call.busy' })[0]).toBe(2000);
    expect(delays(0, { failure: 'request.rate-limited' })[0]).toBe(2000);
  });

  it('waits for the network while the browser says that there is none', () => {
    expect(delays(0.5, { online: false, joins: 0 }).every((delay) => delay === longestDelayMs)).toBe(true);
    expect(nextStep({ ...whole, lost: 'transport', mediaUp: false, online: false }, 0)).toEqual({
      rung: 'restart-ice',
      delayMs: longestDelayMs,
    });
  });
});

describe('when a call is over', () => {
  it.each([
    ['call.ended', 'ended'],
    ['visit.not-in-progress', 'refused'],
    ['call.replaced', 'replaced'],
    ['call.not-permitted', 'refused'],
    ['resource.not-found', 'refused'],
    ['auth.session-expired', 'signed-out'],
    ['unsupported', 'unsupported'],
  ] as const)('%s stops it as %s, whatever was lost', (failure, reason) => {
    for (const lost of ['transport', 'socket', 'notice', 'place', 'join'] as const) {
      expect(nextStep({ ...whole, lost, failure }, 0.5)).toEqual({ rung: 'stop', reason });
    }
  });

  it.each([
    'unreachable',
    'service.unavailable',
    'service.draining',
    'call.no-media-node',
    'call.ticket-expired',
    'call.ticket-used',
    'call.ticket-wrong-node',
    'internal',
  ] as const)('%s is worth another attempt', (failure) => {
    expect(nextStep({ ...whole, lost: 'join', failure, joins: 200 }, 0.5).rung).toBe('rejoin');
  });

  it('takes a third refusal of its parameters for an unsupported browser', () => {
    const history: ReconnectHistory = { ...whole, lost: 'join', failure: 'call.invalid-parameters' };
    expect(nextStep({ ...history, joins: 2 }, 0).rung).toBe('rejoin');
    expect(nextStep({ ...history, joins: 3 }, 0)).toEqual({ rung: 'stop', reason: 'unsupported' });
  });
});
