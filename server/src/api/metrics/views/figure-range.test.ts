import { describe, expect, it } from 'vitest';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { createRandom } from '../../../demo/random.ts';
import { periodsOf, rangeBefore, requireRange, segmentsOf } from './figure-range.ts';

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const said = (range: { from: string; to: string }) =>
  segmentsOf(range).map(({ grain, from, to }) => `${grain} ${dayOf(from)} ${dayOf(to)}`);

describe('a range of days', () => {
  it.each([
    ['one day', '2026-03-05', '2026-03-05', ['1 2026-03-05 2026-03-06']],
    ['days within a month', '2026-03-02', '2026-03-30', ['3 2026-03-02 2026-03-30', '1 2026-03-30 2026-03-31']],
    ['a month', '2026-03-01', '2026-03-31', ['2 2026-03-01 2026-04-01']],
    [
      'days over the end of a month',
      '2026-03-20',
      '2026-04-10',
      ['1 2026-03-20 2026-03-23', '3 2026-03-23 2026-04-06', '1 2026-04-06 2026-04-11'],
    ],
    ['days of two weeks', '2026-03-05', '2026-03-15', ['1 2026-03-05 2026-03-09', '3 2026-03-09 2026-03-16']],
    ['five days over a Sunday', '2026-03-06', '2026-03-10', ['1 2026-03-06 2026-03-11']],
    [
      'months with weeks before',
      '2026-01-14',
      '2026-02-28',
      ['1 2026-01-14 2026-01-19', '3 2026-01-19 2026-01-26', '1 2026-01-26 2026-02-01', '2 2026-02-01 2026-03-01'],
    ],
    [
      'months with days on both sides, over a leap day and a new year',
      '2027-12-30',
      '2028-03-01',
      ['1 2027-12-30 2028-01-01', '2 2028-01-01 2028-03-01', '1 2028-03-01 2028-03-02'],
    ],
  ])('is read as the fewest rows: %s', (_name, from, to, expected) => {
    expect(said({ from, to })).toEqual(expected);
  });

  it('is covered by its segments without gap or overlap', () => {
    const random = createRandom('ranges');
    for (let trial = 0; trial < 300; trial++) {
      const from = shiftDay('2024-01-01', random.between(0, 900));
      const to = shiftDay(from, random.between(0, 800));
      let next = from;
      for (const segment of segmentsOf({ from, to })) {
        expect(dayOf(segment.from)).toBe(next);
        next = dayOf(segment.to);
      }
      expect(next).toBe(shiftDay(to, 1));
    }
  });

  it.each([
    ['as many days', '2026-03-10', '2026-03-16', '2026-03-03', '2026-03-09'],
    ['the month before a month, however long', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['a quarter', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['a leap year', '2028-01-01', '2028-12-31', '2027-01-01', '2027-12-31'],
    ['a month that lacks its last day', '2026-03-01', '2026-03-30', '2026-01-30', '2026-02-28'],
  ])('is compared with %s', (_name, from, to, beforeFrom, beforeTo) => {
    expect(rangeBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo });
  });

  it.each([
    ['an empty range', '2026-03-02', '2026-03-01', 'month', 'before-from'],
    ['more than three years', '2020-01-01', '2026-03-01', 'month', 'too-long'],
    ['more hours than an answer has', '2026-01-01', '2026-03-01', 'hour', 'too-long'],
    ['more days than an answer has', '2023-06-01', '2026-01-01', 'day', 'too-long'],
  ] as const)('is rejected when it has %s', (_name, from, to, grain, rule) => {
    expect(() => requireRange({ from, to }, grain)).toThrow(rule);
  });
});

describe('periods of a range', () => {
  const labels = (from: string, to: string, grain: 'hour' | 'day' | 'week' | 'month', zone = 'Asia/Shanghai') =>
    periodsOf({ from, to }, grain, zone).labels;

  it('start on calendar days, weeks on Monday', () => {
    expect(labels('2026-02-27', '2026-03-02', 'day')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    expect(labels('2026-02-27', '2026-03-02', 'week')).toEqual(['2026-02-23', '2026-03-02']);
    expect(labels('2026-02-27', '2026-03-02', 'month')).toEqual(['2026-02-01', '2026-03-01']);
  });

  it('include as many hours as the day has', () => {
    expect(labels('2026-03-28', '2026-03-28', 'hour', 'Europe/Berlin')).toHaveLength(24);
    expect(labels('2026-03-29', '2026-03-29', 'hour', 'Europe/Berlin')).toHaveLength(23);
    expect(labels('2026-10-25', '2026-10-25', 'hour', 'Europe/Berlin')).toHaveLength(25);
    expect(labels('2026-01-30', '2026-01-30', 'hour', 'Asia/Kathmandu')[0]).toBe('2026-01-29T18:15:00.000Z');
  });

  it('cover every row of their range', () => {
    for (const grain of ['hour', 'day', 'week', 'month'] as const) {
      const periods = periodsOf({ from: '2026-03-27', to: '2026-04-02' }, grain, 'Europe/Berlin');
      for (const { from } of periods.segments) expect(periods.labels).toContain(periods.labelOf(from));
    }
  });
});
