import { describe, expect, it } from 'vitest';
import { daysBetween, daysIn, firstOfMonth, isoWeekday, mondayOf, shiftDay, shiftMonth } from './calendar-day.ts';

describe('a calendar day', () => {
  it('shifts over months, years and leap days', () => {
    expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31');
    expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29');
    expect(shiftDay('2026-11-30', 1)).toBe('2026-12-01');
    expect(shiftDay('2026-11-24', -30)).toBe('2026-10-25');
  });

  it('counts the days to another one, across clock changes', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(daysIn({ from: '2026-03-28', to: '2026-03-28' })).toBe(1);
    expect(daysBetween('', '2026-03-28')).toBeNaN();
  });

  it('has a weekday and a Monday', () => {
    expect([isoWeekday('2026-11-23'), isoWeekday('2026-11-29')]).toEqual([1, 7]);
    expect([mondayOf('2026-11-23'), mondayOf('2026-11-29'), mondayOf('2027-01-01')]).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-12-28',
    ]);
  });

  it('has a month, from whose last day the next one follows', () => {
    expect(firstOfMonth('2026-11-24')).toBe('2026-11-01');
    expect([shiftMonth('2026-01-31', 1), shiftMonth('2026-01-31', -1)]).toEqual(['2026-02-01', '2025-12-01']);
  });
});
