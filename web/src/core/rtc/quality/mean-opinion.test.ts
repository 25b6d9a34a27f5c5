import { describe, expect, it } from 'vitest';
import { meanOpinion, speechDelayMs } from './mean-opinion.ts';

describe('The mean opinion score of speech', () => {
  it('is 4.4 at best, as in the E-model', () => {
    expect(meanOpinion({ delayMs: 0, concealed: 0 })).toBeCloseTo(4.41, 2);
  });

  it('hardly falls with an unnoticeable delay, and clearly with one that disrupts a conversation', () => {
    expect(meanOpinion({ delayMs: 150, concealed: 0 })).toBeGreaterThan(4.3);
    expect(meanOpinion({ delayMs: 500, concealed: 0 })).toBeLessThan(3);
  });

  it('falls with every concealed share of sound, and never leaves the scale', () => {
    const scores = [0, 0.01, 0.03, 0.1, 0.2, 0.5, 1].map((concealed) => meanOpinion({ delayMs: 100, concealed }));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(1);
    expect(meanOpinion({ delayMs: 60_000, concealed: 1 })).toBe(1);
  });

  it('counts both legs and the jitter buffer', () => {
    expect(speechDelayMs({ roundTripMs: 200, jitterBufferMs: 80 })).toBe(330);
    expect(speechDelayMs({ roundTripMs: null, jitterBufferMs: null })).toBe(50);
  });
});
