import { describe, expect, it } from 'vitest';
import { validUntilOf } from './signing.service.ts';

const until = (timeZone: string, signedAt: string, days = 3) =>
  validUntilOf(timeZone, new Date(signedAt), days).toISOString();

describe('validUntilOf', () => {
  it('returns the end of the day of issue by default', () => {
    const signedAt = new Date('2026-11-24T06:00:00Z');
    expect(validUntilOf('Asia/Shanghai', signedAt).toISOString()).toBe('2026-11-24T16:00:00.000Z');
    expect(until('Asia/Shanghai', '2026-11-24T06:00:00Z', 2)).toBe('2026-11-25T16:00:00.000Z');
  });

  it('returns at most the end of the second day after the day of issue, in the hospital’s time zone', () => {
    expect(until('Asia/Shanghai', '2026-11-24T06:00:00Z')).toBe('2026-11-26T16:00:00.000Z');
    // 00:30 in Shanghai is the new day there, and still the previous day in UTC.
    expect(until('Asia/Shanghai', '2026-11-24T16:30:00Z')).toBe('2026-11-27T16:00:00.000Z');
  });

  it('counts three calendar days when clocks change, not 72 hours', () => {
    // 7 March 2026, 23:30 in New York; the following night is an hour shorter.
    expect(until('America/New_York', '2026-03-08T04:30:00Z')).toBe('2026-03-10T04:00:00.000Z');
    // 31 October 2026, 00:30 in New York; 1 November has 25 hours.
    expect(until('America/New_York', '2026-10-31T04:30:00Z')).toBe('2026-11-03T05:00:00.000Z');
  });
});
