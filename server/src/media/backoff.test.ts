import { describe, expect, it } from 'vitest';
import { backoffDelay } from './backoff.ts';

const policy = { firstMs: 100, longestMs: 1000 };

describe('backoff', () => {
  it('doubles from the first delay to the longest', () => {
    expect([1, 2, 3, 4, 5].map((failures) => backoffDelay(failures, policy))).toEqual([100, 200, 400, 800, 1000]);
  });

  it('stays finite after any number of failures', () => {
    expect(backoffDelay(10_000, policy)).toBe(1000);
  });
});
