import { describe, expect, it } from 'vitest';
import { sparklinePath } from './sparkline.ts';

describe('A sparkline', () => {
  it('runs from left to right, with the highest value at the top', () => {
    expect(sparklinePath([1, 3, 2], 100, 20)).toBe('M0 20L50 0L100 10');
  });

  it('breaks where nothing was measured', () => {
    expect(sparklinePath([1, null, 2, 3], 90, 20)).toBe('M0 20M60 10L90 0');
  });

  it('runs through the middle when nothing changes', () => {
    expect(sparklinePath([4, 4], 10, 20)).toBe('M0 10L10 10');
  });

  it('does not exaggerate small changes', () => {
    expect(sparklinePath([100, 99], 10, 20)).toBe('M0 9.5L10 10.5');
  });

  it('is empty with fewer than two values', () => {
    expect(sparklinePath([], 10, 20)).toBe('');
    expect(sparklinePath([null, 5], 10, 20)).toBe('');
  });
});
