import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const en = createFormats('en', 'Asia/Shanghai');
const zh = createFormats('zh-CN', 'Asia/Shanghai');
// A quarter to midnight in London is the next morning in Wuzhen.
const instant = '2026-11-23T23:45:00Z';

describe('times', () => {
  it('are those of the hospital, whatever the device says', () => {
    expect(en.time(instant)).toBe('07:45');
    expect(en.date(instant)).toBe('Nov 24, 2026');
    expect(zh.date(instant)).toBe('2026年11月24日');
  });

  it('are said as people say them', () => {
    const sameDay = Date.parse('2026-11-24T10:00:00Z');
    expect(en.when(instant, sameDay)).toBe('today, 07:45');
    expect(zh.when(instant, sameDay)).toBe('今天 07:45');
    expect(en.when(instant, sameDay + DAY_MS)).toBe('yesterday, 07:45');
    expect(zh.when(instant, sameDay + 2 * DAY_MS)).toBe('2026年11月24日 07:45');
  });

  it('count days by the hospital’s calendar, not by 24 hours', () => {
    // Ten minutes before and after midnight in Wuzhen.
    expect(en.when('2026-11-24T15:50:00Z', Date.parse('2026-11-24T16:10:00Z'))).toBe('yesterday, 23:50');
  });

  it('leave a calendar date as it is, in any zone', () => {
    const west = createFormats('en', 'America/Los_Angeles');
    expect(west.plainDate('1990-02-03')).toBe('Feb 3, 1990');
    expect(zh.plainDate('1990-02-03')).toBe('1990年2月3日');
  });
});

describe('spans', () => {
  it.each([
    [0, '0 sec', '0秒'],
    [59.6, '1 min', '1分钟'],
    [360, '6 min', '6分钟'],
    [3600, '1 hr', '1小时'],
    [5400, '1 hr 30 min', '1小时30分钟'],
  ])('%s seconds', (seconds, english, chinese) => {
    expect(en.duration(seconds)).toBe(english);
    expect(zh.duration(seconds)).toBe(chinese);
  });

  it('run as a clock', () => {
    expect([0, 67, 3723].map(en.clock)).toEqual(['0:00', '1:07', '1:02:03']);
    expect(en.clock(-5)).toBe('0:00');
  });
});

describe('numbers', () => {
  it('are written for the reader', () => {
    expect(en.number(12345)).toBe('12,345');
    expect(en.percent(0.1254)).toBe('12.5%');
  });
});
