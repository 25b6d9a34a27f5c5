import { describe, expect, it } from 'vitest';
import { dayAfter, dayWords, partOfDay } from './calendar-day.ts';

describe('a calendar day', () => {
  it('is followed by the next, over months and leap years', () => {
    expect([dayAfter('2026-11-30', 1), dayAfter('2028-02-28', 1), dayAfter('2026-01-01', -1)]).toEqual([
      '2026-12-01',
      '2028-02-29',
      '2025-12-31',
    ]);
  });

  it('is said in short for the eye and in full for the ear', () => {
    expect(dayWords('2026-11-25', 'en')).toEqual({ weekday: 'Wed', date: '25', long: 'Wednesday, November 25' });
    expect(dayWords('2026-11-25', 'zh-CN')).toEqual({ weekday: '周三', date: '25', long: '11月25日星期三' });
  });
});

describe('a time of the day', () => {
  it('is the hospital’s, not the reader’s', () => {
    const at = '2026-11-25T03:30:00Z';
    expect(partOfDay(at, 'Asia/Shanghai')).toBe('morning');
    expect(partOfDay(at, 'Pacific/Auckland')).toBe('afternoon');
    expect(partOfDay(at, 'America/New_York')).toBe('evening');
  });
});
