import { describe, expect, it } from 'vitest';
import { minutesLeft, shareOf, type WalkPoint } from './time-left.ts';

const way: WalkPoint[] = [
  { page: 'danger' },
  { page: 'questions', asked: 12, open: 12 },
  { page: 'questions', asked: 12, open: 3 },
  { page: 'questions', asked: 12, open: 0 },
  { page: 'record' },
];

describe('The remaining time until the waiting room', () => {
  it('decreases to one minute while the progress bar grows', () => {
    expect(way.map(minutesLeft)).toEqual([3, 3, 2, 1, 1]);
    const shares = way.map(shareOf);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThan(100);
  });
});
