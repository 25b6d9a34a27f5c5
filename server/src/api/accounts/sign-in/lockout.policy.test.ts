import { describe, expect, it } from 'vitest';
import { waitBeforeTry } from './lockout.policy.ts';

const now = new Date('2026-11-29T12:00:00Z');
const tries = (count: number, secondsAgo = 0) => ({ count, lastAt: new Date(now.getTime() - secondsAgo * 1000) });
const none = { count: 0, lastAt: null };
const minutes = (wait: number) => wait / 60_000;

describe('the wait before a sign-in attempt', () => {
  it('is zero for the first ten from one origin, then doubles from a minute to an hour', () => {
    const waits = [9, 10, 11, 12, 15, 16, 17, 1000].map((count) => minutes(waitBeforeTry(tries(count), none, now)));
    expect(waits).toEqual([0, 1, 2, 4, 32, 60, 60, 60]);
  });

  it('starts at the last failure', () => {
    expect(waitBeforeTry(tries(10, 59), none, now)).toBe(1000);
    expect(waitBeforeTry(tries(10, 60), none, now)).toBe(0);
  });

  it('grows for all unknown browsers together, up to five minutes', () => {
    expect(waitBeforeTry(none, tries(49), now)).toBe(0);
    expect(waitBeforeTry(none, tries(50), now)).toBe(10_000);
    expect(waitBeforeTry(none, tries(5000), now)).toBe(300_000);
  });

  it('depends, for a known browser, on its own failures only', () => {
    expect(waitBeforeTry(none, null, now)).toBe(0);
    expect(waitBeforeTry(tries(10), null, now)).toBe(60_000);
  });
});
