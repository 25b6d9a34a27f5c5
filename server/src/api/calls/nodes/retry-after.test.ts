import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

describe('retryAfterSeconds', () => {
  it('follows the rate at which visits end, within limits', () => {
    expect(retryAfterSeconds(60)).toBe(60);
    expect(retryAfterSeconds(7)).toBe(120);
    expect(retryAfterSeconds(100)).toBe(36);
    expect(retryAfterSeconds(5000)).toBe(5);
  });

  it('returns half a minute when no visit has ended lately', () => {
    expect(retryAfterSeconds(0)).toBe(30);
  });
});
