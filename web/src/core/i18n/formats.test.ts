import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const en = createFormats('en', 'Asia/Shanghai');
const zh = createFormats('zh-CN', 'Asia/Shanghai');
// 23:45 in London is the next morning in Wuzhen.
const instant = '2026-11-23T23:45:00Z';

describe('Times', () => {
  it('use the hospital’s time zone, not the device’s', () => {
    expect(en.time(instant)).toBe('07:45');
    expect(en.date(instant)).toBe('24 Nov 2026');
    expect(zh.date(instant)).toBe('2026年11月24日');
  });

  it('are written as people say them', () => {
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

  it('leave a calendar date unchanged in any zone', () => {
    const west = createFormats('en', 'America/Los_Angeles');
    expect(west.plainDate('1990-02-03')).toBe('3 Feb 1990');
    expect(zh.plainDate('1990-02-03')).toBe('1990年2月3日');
  });
});

describe('Durations', () => {
  it.each([
    [0, '0 sec', '0秒'],
    [59.6, '1 min', '1分钟'],
    [360, '6 min', '6分钟'],
    [3600, '1 hr', '1小时'],
    [5400, '1 hr 30 min', '1小时30分钟'],
  ])('formats %s seconds', (seconds, english, chinese) => {
    expect(en.duration(seconds)).toBe(english);
    expect(zh.duration(seconds)).toBe(chinese);
  });

  it('are formatted as a running clock', () => {
    expect([0, 67, 3723].map(en.clock)).toEqual(['0:00', '1:07', '1:02:03']);
    expect(en.clock(-5)).toBe('0:00');
  });
});

describe('Numbers', () => {
  it('are formatted for the reader’s language', () => {
    expect(en.number(12345)).toBe('12,345');
    expect(en.percent(0.1254)).toBe('12.5%');
  });

  it.each([
    [700_000, '0.7 MB', '0.7 MB'],
    [3.5 * 1024 ** 3, '3.5 GB', '3.5 GB'],
    [2 * 1024 ** 4, '2 TB', '2 TB'],
  ])('%s bytes have a unit', (bytes, english, chinese) => {
    expect([en.bytes(bytes), zh.bytes(bytes)]).toEqual([english, chinese]);
  });
});

describe('Lists', () => {
  it('have no comma before “and”, as in British English', () => {
    expect(en.listWithAnd(['English', 'German', 'French'])).toBe('English, German and French');
    expect(zh.listWithAnd(['英语', '德语', '法语'])).toBe('英语、德语和法语');
  });

  it('separate the names in both languages', () => {
    const names = ['青霉素', '花粉', '海鲜'];
    expect(zh.list(names)).toBe('青霉素、花粉、海鲜');
    expect(en.list(['Penicillin', 'Pollen', 'Shellfish'])).toBe('Penicillin, Pollen, Shellfish');
    expect(zh.list(new Set(['主诉', '主诉']))).toBe('主诉');
  });
});
