import { describe, expect, it } from 'vitest';
import { hasExpired } from '@yunzhen/shared/dispensing/dispensing';
import { readExpiry } from './expiry.ts';

describe('readExpiry', () => {
  it.each([
    ['2027-05', '2027-05'],
    [' 2027.5 ', '2027-05'],
    ['202705', '2027-05'],
    ['05/2027', '2027-05'],
    ['05/27', '2027-05'],
    ['2027年5月', '2027-05'],
    ['2027/5/31', '2027-05-31'],
    ['20270531', '2027-05-31'],
    ['2027年05月31日', '2027-05-31'],
  ])('reads %s', (typed, iso) => {
    expect(readExpiry(typed)).toBe(iso);
  });

  it.each(['', '2027', '2027-13', '2027-02-30', '20275', '31.05.2027', 'May 2027', '1927-05', '00/27'])(
    'does not guess at %j',
    (typed) => {
      expect(readExpiry(typed)).toBeUndefined();
    },
  );
});

describe('hasExpired', () => {
  it('keeps a month to its last day, and a day to its end', () => {
    expect(hasExpired('2027-05', '2027-05-31')).toBe(false);
    expect(hasExpired('2027-05', '2027-06-01')).toBe(true);
    expect(hasExpired('2027-05-31', '2027-05-31')).toBe(false);
    expect(hasExpired('2027-05-30', '2027-05-31')).toBe(true);
  });
});
