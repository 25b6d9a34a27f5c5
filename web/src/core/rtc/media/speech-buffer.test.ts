import { describe, expect, it } from 'vitest';
import { nextSpeechBuffer, noSpeechBuffer, type SpeechBuffer, type SpeechSample } from './speech-buffer.ts';

const sample: SpeechSample = { atMs: 0, concealed: 0, askedAgain: 0, roundTripMs: 200 };
const lossy: SpeechSample = { ...sample, concealed: 0.06, askedAgain: 0.15 };

function after(
  buffer: SpeechBuffer,
  seen: Omit<SpeechSample, 'atMs'>,
  fromSecond: number,
  seconds: number,
): SpeechBuffer {
  let next = buffer;
  for (let second = 1; second <= seconds; second += 1) {
    next = nextSpeechBuffer(next, { ...seen, atMs: (fromSecond + second) * 1000 });
  }
  return next;
}

describe('The playout delay of speech', () => {
  it('is left to the browser on a connection without loss, or with timely repair', () => {
    expect(nextSpeechBuffer(noSpeechBuffer, sample)).toBe(noSpeechBuffer);
    expect(nextSpeechBuffer(noSpeechBuffer, { ...lossy, concealed: 0.01 })).toBe(noSpeechBuffer);
  });

  it('is a little more than a round trip where gaps are audible', () => {
    expect(nextSpeechBuffer(noSpeechBuffer, lossy).targetMs).toBe(320);
    expect(nextSpeechBuffer(noSpeechBuffer, { ...lossy, roundTripMs: 40 }).targetMs).toBe(144);
  });

  it('does not exceed what a conversation tolerates, and is not raised where repair arrives too late', () => {
    expect(nextSpeechBuffer(noSpeechBuffer, { ...lossy, roundTripMs: 600 })).toBe(noSpeechBuffer);
    expect(nextSpeechBuffer(noSpeechBuffer, { ...lossy, askedAgain: 0 })).toBe(noSpeechBuffer);
    const waiting = nextSpeechBuffer(noSpeechBuffer, lossy);
    expect(nextSpeechBuffer(waiting, { ...lossy, roundTripMs: 900 }).targetMs).toBe(400);
  });

  it('grows step by step where the loss is on the other side’s long connection', () => {
    const near = { ...lossy, roundTripMs: 2 };
    const waiting = nextSpeechBuffer(noSpeechBuffer, near);
    expect(waiting.targetMs).toBe(102);
    expect(after(waiting, near, 0, 6).targetMs).toBe(182);
    expect(after(waiting, near, 0, 60).targetMs).toBe(400);
    expect(after(waiting, { ...near, concealed: 0.01 }, 0, 60).targetMs).toBe(102);
  });

  it('stays while the connection continues to lose packets, even when gaps are no longer audible', () => {
    const waiting = nextSpeechBuffer(noSpeechBuffer, lossy);
    expect(after(waiting, { ...lossy, concealed: 0, roundTripMs: 150 }, 0, 120).targetMs).toBe(320);
  });

  it('ends when the connection has been calm for a while', () => {
    let buffer = nextSpeechBuffer(noSpeechBuffer, lossy);
    buffer = after(buffer, sample, 0, 15);
    buffer = after(buffer, { ...lossy, concealed: 0 }, 15, 1);
    buffer = after(buffer, sample, 16, 20);
    expect(buffer.targetMs).toBe(320);
    expect(after(buffer, sample, 36, 1)).toEqual(noSpeechBuffer);
  });

  it('does not change while no speech arrives', () => {
    const waiting = nextSpeechBuffer(noSpeechBuffer, lossy);
    expect(nextSpeechBuffer(waiting, { ...sample, concealed: null, atMs: 99_000 })).toBe(waiting);
  });
});
