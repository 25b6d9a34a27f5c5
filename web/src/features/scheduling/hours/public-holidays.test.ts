import { describe, expect, it } from 'vitest';
import { holidayOf, holidaysFrom } from './public-holidays.ts';

describe('Statutory holidays of mainland China', () => {
  it('are the thirteen days of 2026', () => {
    const found = holidaysFrom('2026-01-01').filter(({ day }) => day.startsWith('2026'));
    expect(found.map(({ day }) => day.slice(5)).join(' ')).toBe(
      '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03',
    );
  });

  it.each([
    ['2025-01-28', 'spring'],
    ['2025-04-04', 'qingming'],
    ['2025-05-31', 'dragon-boat'],
    // A leap sixth month lies before it.
    ['2025-10-06', 'mid-autumn'],
    ['2027-02-06', 'spring'],
    ['2027-06-09', 'dragon-boat'],
    ['2027-09-15', 'mid-autumn'],
  ])('%s is %s', (day, holiday) => expect(holidayOf(day)).toBe(holiday));

  it('leave ordinary days alone', () => {
    expect(holidayOf('2026-02-20')).toBeUndefined();
    expect(holidayOf('2026-10-04')).toBeUndefined();
  });
});
