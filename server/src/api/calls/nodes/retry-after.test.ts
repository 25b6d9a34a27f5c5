import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

describe('when to ask again', () => {
  it('is how often visits end, within reason', () => {
    expect(retryAfterSeconds(60)).toBe(60);
    expect(retryAfterSeconds(7)).toBe(120);
    expect(retryAfterSeconds(100)).toBe(36);
    expect(retryAfterSeconds(5000)).toBe(5);
  });

  it('is half a minute where nothing is known', () => {
    expect(retryAfterSeconds(0)).toBe(30);
  });
});
