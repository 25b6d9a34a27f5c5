import { describe, expect, it } from 'vitest';
import { ReplayWindow } from './replay-window.ts';

describe('The replay window', () => {
  it('accepts each counter once, in any order', () => {
    const window = new ReplayWindow(8);
    expect([3, 0, 2, 1, 9].map((counter) => window.take(counter))).toEqual([true, true, true, true, true]);
    expect([3, 0, 2, 1, 9].map((counter) => window.take(counter))).toEqual([false, false, false, false, false]);
  });

  it('rejects every counter older than its length, received before or not', () => {
    const window = new ReplayWindow(8);
    window.take(100);
    expect(window.isFresh(93)).toBe(true);
    expect(window.isFresh(92)).toBe(false);
    expect(window.take(92)).toBe(false);
    expect(window.take(93)).toBe(true);
  });

  it('works the same after a long silence', () => {
    const window = new ReplayWindow(8);
    window.take(1);
    window.take(1_000_001);
    expect(window.take(1)).toBe(false);
    expect(window.take(1_000_000)).toBe(true);
  });
});
