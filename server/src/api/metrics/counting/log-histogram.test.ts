import { describe, expect, it } from 'vitest';
import {
  addTo,
  bucketOf,
  countOf,
  countUpTo,
  mergeInto,
  quantileOf,
  RELATIVE_ERROR,
  valueOf,
  type LogHistogram,
} from './log-histogram.ts';

/** Returns a repeatable random generator (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const histogramOf = (values: readonly number[]): LogHistogram => {
  const histogram: LogHistogram = new Map();
  for (const value of values) addTo(histogram, bucketOf(value), 1);
  return histogram;
};
const merged = (...parts: LogHistogram[]) => {
  const whole: LogHistogram = new Map();
  for (const part of parts) mergeInto(whole, part);
  return whole;
};
const draw = (next: () => number, count: number) =>
  Array.from({ length: count }, () => Math.floor(Math.exp(next() * 14) * (next() < 0.1 ? 0 : 1)));

describe('a histogram with growing buckets', () => {
  it('approximates every value within the relative error, from one to years in milliseconds', () => {
    for (let value = 1; value < 1e11; value = Math.ceil(value * 1.00137))
      expect(Math.abs(valueOf(bucketOf(value)) - value) / value).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-9);
    expect([0, 0.4].map((value) => valueOf(bucketOf(value)))).toEqual([0, 0]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('returns each quantile within the error of the value of that rank (%i)', (seed) => {
    const next = chance(seed);
    const values = draw(next, 1 + Math.floor(next() * 800));
    const histogram = histogramOf(values);
    const sorted = [...values].sort((a, b) => a - b);
    for (const share of [0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1]) {
      const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0;
      expect(Math.abs((quantileOf(histogram, share) ?? -1) - exact)).toBeLessThanOrEqual(exact * RELATIVE_ERROR + 1e-6);
    }
    expect(countOf(histogram)).toBe(values.length);
  });

  it.each([11, 12, 13, 14])(
    'is the same in whatever order parts are merged, and removed values leave no trace (%i)',
    (seed) => {
      const next = chance(seed);
      const [a, b, c] = [draw(next, 50), draw(next, 80), draw(next, 3)].map(histogramOf) as [
        LogHistogram,
        LogHistogram,
        LogHistogram,
      ];
      const whole = merged(a, b, c);
      expect(merged(merged(c, a), b)).toEqual(whole);
      expect(merged(c, merged(b, a))).toEqual(whole);
      const negative = new Map([...b].map(([bucket, times]) => [bucket, -times]));
      expect(merged(whole, negative)).toEqual(merged(a, c));
    },
  );

  it('counts values within a limit exactly, unless they are within a hundredth of it', () => {
    const values = Array.from({ length: 2000 }, (_, i) => i);
    const within = countUpTo(histogramOf(values), 600);
    expect(within).toBeGreaterThanOrEqual(601);
    expect(within).toBeLessThanOrEqual(607 + 6);
    expect(countUpTo(histogramOf([100, 200, 650]), 600)).toBe(2);
    expect(quantileOf(new Map(), 0.5)).toBeNull();
  });
});
