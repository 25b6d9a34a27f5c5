import { describe, expect, it } from 'vitest';
import { validUntilOf } from './signing.service.ts';

const until = (timeZone: string, signedAt: string, days = 3) =>
  validUntilOf(timeZone, new Date(signedAt), days).toISOString();

describe('how long a prescription is valid', () => {
  it('is the day of issue where the doctor chose no more', () => {
    const signedAt = new Date('2026-11-24T06:00:00Z');
    expect(validUntilOf('Asia/Shanghai', signedAt).toISOString()).toBe('2026-11-24T16:00:00.000Z');
    expect(until('Asia/Shanghai', '2026-11-24T06:00:00Z', 2)).toBe('2026-11-25T16:00:00.000Z');
  });

  it('is at most the day of issue and the two after it, in the hospital’s zone', () => {
    expect(until('Asia/Shanghai', '2026-11-24T06:00:00Z')).toBe('2026-11-26T16:00:00.000Z');
    // Half past midnight in Shanghai is the new day there, and still the old one in UTC.
    expect(until('Asia/Shanghai', '2026-11-24T16:30:00Z')).toBe('2026-11-27T16:00:00.000Z');
  });

  it('is three days of the calendar when clocks change, not seventy-two hours', () => {
    // 7 March 2026, 23:30 in New York; the night after it is an hour shorter.
    expect(until('America/New_York', '2026-03-08T04:30:00Z')).toBe('2026-03-10T04:00:00.000Z');
    // 31 October 2026, 00:30 in New York; 1 November has 25 hours.
    expect(until('America/New_York', '2026-10-31T04:30:00Z')).toBe('2026-11-03T05:00:00.000Z');
  });
});
