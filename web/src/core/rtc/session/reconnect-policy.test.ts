import { describe, expect, it } from 'vitest';
import {
  longestDelayMs,
  nextStep,
  steadyBeforePicturesMs,
  wantsAudioOnly,
  type Loss,
  type ReconnectHistory,
} from './reconnect-policy.ts';

const whole: ReconnectHistory = {
  lost: 'socket',
  failure: null,
  joins: 0,
  resumes: 0,
  iceRestarts: 0,
  rebuilds: 0,
  resumable: true,
  socketUp: true,
  mediaUp: true,
  online: true,
};
const silent: ReconnectHistory = { ...whole, lost: 'transport', mediaUp: false };
const cut: ReconnectHistory = { ...whole, lost: 'socket', socketUp: false };
const losses: readonly Loss[] = ['transport', 'socket', 'notice', 'place', 'join'];

describe('Lost packets with working signalling', () => {
  it('first restart ICE on the same transports, at once', () => {
    expect(nextStep(silent, 0.5)).toEqual({ rung: 'ice-restart', delayMs: 0 });
  });

  it('then create new transports at once: the ICE restart has taken long enough', () => {
    expect(nextStep({ ...silent, iceRestarts: 1 }, 0.5)).toEqual({ rung: 'rebuild', delayMs: 0 });
  });

  it('count an earlier resume as the ICE restart that it contains', () => {
    expect(nextStep({ ...silent, resumes: 1 }, 0.5)).toEqual({ rung: 'rebuild', delayMs: 0 });
  });

  it('rejoin when new transports did not help either', () => {
    expect(nextStep({ ...silent, iceRestarts: 1, rebuilds: 1 }, 0)).toEqual({
      rung: 'rejoin',
      delayMs: 0,
      keepMedia: false,
    });
  });

  it('start at the lowest step again on a new stay that is also silent', () => {
    expect(nextStep({ ...silent, joins: 3 }, 0)).toEqual({ rung: 'ice-restart', delayMs: 0 });
  });
});

describe('A lost socket', () => {
  it('is replaced at once, and the picture stays', () => {
    expect(nextStep(cut, 0.5)).toEqual({ rung: 'resume', delayMs: 0 });
  });

  it('is replaced also when packets have stopped: one round trip restores both', () => {
    expect(nextStep({ ...silent, socketUp: false }, 0.5)).toEqual({ rung: 'resume', delayMs: 0 });
  });

  it('is followed by a rejoin when the stay cannot be resumed', () => {
    expect(nextStep({ ...cut, resumes: 1, resumable: false }, 0)).toMatchObject({ rung: 'rejoin', delayMs: 0 });
    expect(nextStep({ ...cut, resumes: 1, failure: 'unreachable' }, 0)).toMatchObject({
      rung: 'rejoin',
      keepMedia: true,
    });
  });

  it('leads to resume and rejoin in turn while neither answers', () => {
    const rungs = [];
    let [joins, resumes] = [0, 0];
    for (let turn = 0; turn < 6; turn += 1) {
      const { rung } = nextStep(
        { ...cut, lost: joins > 0 ? 'join' : 'socket', joins, resumes, failure: 'unreachable' },
        0,
      );
      rungs.push(rung);
      if (rung === 'resume') resumes += 1;
      else joins += 1;
    }
    expect(rungs).toEqual(['resume', 'rejoin', 'resume', 'rejoin', 'resume', 'rejoin']);
  });

  it('waits once for each pair of attempts', () => {
    const later = { ...cut, lost: 'join' as const, joins: 2, failure: 'unreachable' as const };
    expect(nextStep({ ...later, resumes: 2 }, 0)).toEqual({ rung: 'resume', delayMs: 400 });
    expect(nextStep({ ...later, lost: 'socket', resumes: 3 }, 0)).toMatchObject({ rung: 'rejoin', delayMs: 0 });
  });
});

describe('A closed stay', () => {
  it('drops the old transports when the node has closed it', () => {
    expect(nextStep({ ...whole, lost: 'place' }, 0)).toMatchObject({ rung: 'rejoin', keepMedia: false });
  });

  it('keeps the picture while the draining node still carries it', () => {
    expect(nextStep({ ...whole, lost: 'notice' }, 0)).toMatchObject({ rung: 'rejoin', keepMedia: true });
  });

  it('spreads the first attempt so that the visits of a dead node do not return in one instant', () => {
    expect(nextStep({ ...whole, lost: 'place' }, 0.5)).toMatchObject({ delayMs: 100 });
  });
});

describe('The delay between attempts', () => {
  const delays = (jitter: number, more: Partial<ReconnectHistory> = {}) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 6000].map((joins) => {
      const step = nextStep({ ...cut, lost: 'join', resumable: false, joins, failure: 'unreachable', ...more }, jitter);
      return step.rung === 'stop' ? null : step.delayMs;
    });

  it('grows to five seconds and never gives up', () => {
    expect(delays(0)).toEqual([300, 400, 500, 500, 500, 500, 500, 500, 500, 2000, 3000, 5000]);
  });

  it('is shortened by jitter, never lengthened', () => {
    for (const [index, delay] of delays(0.99).entries()) {
      expect(delay).toBeLessThan(delays(0)[index] ?? 0);
      expect(delay).toBeGreaterThan(0);
      expect(delay).toBeLessThanOrEqual(longestDelayMs);
    }
  });

  it('is longer from the start when the node is full, on any step', () => {
    expect(delays(0, { failure: 'call.busy' })[0]).toBe(2000);
    expect(delays(0, { failure: 'request.rate-limited' })[0]).toBe(2000);
    expect(nextStep({ ...silent, failure: 'request.rate-limited' }, 0)).toEqual({ rung: 'ice-restart', delayMs: 2000 });
    expect(nextStep({ ...cut, joins: 1, resumes: 1, failure: 'call.busy' }, 0)).toEqual({
      rung: 'resume',
      delayMs: 2000,
    });
  });

  it('lasts until the network returns while the browser is offline', () => {
    for (const history of [silent, cut, { ...whole, lost: 'place' as const }]) {
      expect(nextStep({ ...history, online: false }, 0.5)).toMatchObject({ delayMs: longestDelayMs });
    }
  });

  it('is never negative', () => {
    for (const lost of losses)
      for (const socketUp of [true, false])
        for (const resumable of [true, false])
          for (const joins of [0, 1, 9])
            for (const tried of [0, 1, 2]) {
              const history = { ...whole, lost, socketUp, resumable, joins, resumes: tried, iceRestarts: tried };
              const step = nextStep(history, 0.99);
              if (step.rung !== 'stop') expect(step.delayMs).toBeGreaterThanOrEqual(0);
            }
  });

  it('sends no request over a lost socket, and resumes no stay that is over', () => {
    for (const lost of losses)
      for (const joins of [0, 1, 5])
        for (const resumes of [0, 1, 5]) {
          const { rung } = nextStep({ ...whole, lost, joins, resumes, socketUp: false }, 0);
          expect(['resume', 'rejoin']).toContain(rung);
          expect(nextStep({ ...whole, lost, joins, resumes, socketUp: false, resumable: false }, 0).rung).toBe(
            'rejoin',
          );
        }
  });
});

describe('Reconnect policy', () => {
  it.each([
    ['call.ended', 'ended'],
    ['visit.not-in-progress', 'refused'],
    ['call.replaced', 'replaced'],
    ['call.removed', 'removed'],
    ['call.not-permitted', 'refused'],
    ['resource.not-found', 'refused'],
    ['auth.session-expired', 'signed-out'],
    ['unsupported', 'unsupported'],
  ] as const)('on %s stops as %s, whatever was lost', (failure, reason) => {
    for (const lost of losses) {
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
    'call.not-found',
    'internal',
  ] as const)('on %s makes another attempt', (failure) => {
    expect(nextStep({ ...whole, lost: 'join', failure, joins: 200 }, 0.5).rung).toBe('rejoin');
  });

  it('treats a third rejection of its parameters as an unsupported browser', () => {
    const history: ReconnectHistory = { ...whole, lost: 'join', failure: 'call.invalid-parameters' };
    expect(nextStep({ ...history, joins: 2 }, 0).rung).toBe('rejoin');
    expect(nextStep({ ...history, joins: 3 }, 0)).toEqual({ rung: 'stop', reason: 'unsupported' });
  });
});

describe('Sound alone', () => {
  it('is requested of a connection that has failed three times in a minute', () => {
    expect(wantsAudioOnly([0, 20_000], 20_000)).toBe(false);
    expect(wantsAudioOnly([0, 20_000, 59_000], 59_000)).toBe(true);
    expect(wantsAudioOnly([0, 20_000, 61_000], 61_000)).toBe(false);
  });

  it('lasts longer each time, but not for ever', () => {
    expect([1, 2, 3, 4, 5, 50].map(steadyBeforePicturesMs)).toEqual([
      30_000, 60_000, 120_000, 240_000, 240_000, 240_000,
    ]);
  });
});
