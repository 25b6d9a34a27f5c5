import { describe, expect, it } from 'vitest';
import { dayLabels, partOfDay, zoneName } from './calendar-day.ts';

describe('A calendar day', () => {
  it('has a short text for display and a full one for screen readers', () => {
    expect(dayLabels('2026-11-25', 'en')).toEqual({ weekday: 'Wed', date: '25', long: 'Wednesday 25 November' });
    expect(dayLabels('2026-11-25', 'zh-CN')).toEqual({ weekday: '周三', date: '25', long: '11月25日星期三' });
  });
});

describe('A time zone', () => {
  it('is named by its offset at that time', () => {
    expect(zoneName('2026-11-25T03:30:00Z', 'Asia/Shanghai')).toBe('GMT+8');
    expect(zoneName('2026-07-25T03:30:00Z', 'Europe/Zurich')).toBe('GMT+2');
    expect(zoneName('2026-11-25T03:30:00Z', 'Europe/Zurich')).toBe('GMT+1');
  });
});

describe('A time of day', () => {
  it('is in the hospital’s time zone, not the reader’s', () => {
    const at = '2026-11-25T03:30:00Z';
    expect(partOfDay(at, 'Asia/Shanghai')).toBe('morning');
    expect(partOfDay(at, 'Pacific/Auckland')).toBe('afternoon');
    expect(partOfDay(at, 'America/New_York')).toBe('evening');
  });
});
