import { describe, expect, it } from 'vitest';
import { dateFormat, dateShapes } from './date-format.ts';
import { zonedFormat } from './zoned-format.ts';

const instant = new Date('2026-11-30T02:15:00Z');
const timeZone = 'Asia/Shanghai';

describe('Dates and times', () => {
  it.each([
    ['date', '30 Nov 2026', '2026年11月30日'],
    ['time', '10:15', '10:15'],
    ['dateTime', '30 Nov 2026, 10:15', '2026年11月30日 10:15'],
    ['dayOfYear', '30 Nov', '11月30日'],
    ['weekday', 'Mon 30 Nov', '11月30日周一'],
  ] as const)('have one order in each language: %s', (shape, english, chinese) => {
    expect(dateFormat('en', { timeZone, ...dateShapes[shape] }).format(instant)).toBe(english);
    expect(dateFormat('zh-CN', { timeZone, ...dateShapes[shape] }).format(instant)).toBe(chinese);
  });

  it('have the zone after the time', () => {
    expect(zonedFormat('en', timeZone, dateShapes.dateTime)(instant)).toBe('30 Nov 2026, 10:15 GMT+8');
    expect(zonedFormat('zh-CN', timeZone, dateShapes.dateTime)(instant)).toBe('2026年11月30日 10:15 GMT+8');
    expect(zonedFormat('zh-CN', 'America/New_York', dateShapes.time)(instant)).toBe('21:15 GMT-5');
  });
});
