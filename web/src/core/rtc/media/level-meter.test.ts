import { describe, expect, it } from 'vitest';
import { levelOf } from './level-meter.ts';

const tone = (amplitude: number) =>
  Float32Array.from({ length: 1024 }, (_, i) => amplitude * Math.sin((i * Math.PI) / 16));

describe('The sound level', () => {
  it('is 0 for silence and for anything below a quiet room', () => {
    expect(levelOf(new Float32Array(1024))).toBe(0);
    expect(levelOf(tone(0.0001))).toBe(0);
    expect(levelOf(new Float32Array(0))).toBe(0);
  });

  it('is close to 1 at full scale', () => {
    expect(levelOf(tone(1))).toBeCloseTo(0.95, 2);
  });

  it('grows by the same step with each doubling, as loudness is perceived', () => {
    const [a, b, c] = [levelOf(tone(0.01)), levelOf(tone(0.02)), levelOf(tone(0.04))];
    expect(b - a).toBeCloseTo(0.1, 2);
    expect(c - b).toBeCloseTo(b - a, 5);
  });
});
