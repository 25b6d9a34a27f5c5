import { describe, expect, it } from 'vitest';
import { daysIn } from '@yunzhen/shared/core/time/calendar-day';
import {
  daysOfPeriod,
  faultOf,
  grainsFor,
  hasBegun,
  isPart,
  placeOfDay,
  rangeBeside,
  rangeOf,
  usualGrain,
} from './ranges.ts';

const today = '2026-03-05';

describe('A range of days', () => {
  it('ends with the last complete day or month', () => {
    expect(rangeOf('today', today)).toEqual({ from: today, to: today });
    expect(rangeOf('7d', today)).toEqual({ from: '2026-02-26', to: '2026-03-04' });
    expect(daysIn(rangeOf('30d', today))).toBe(30);
    expect(daysIn(rangeOf('90d', today))).toBe(90);
    expect(rangeOf('12m', today)).toEqual({ from: '2025-03-01', to: '2026-02-28' });
  });

  it('is rejected where the server could not answer', () => {
    expect(faultOf({ from: '', to: today }, today)).toBe('missing');
    expect(faultOf({ from: today, to: '2026-03-04' }, today)).toBe('reversed');
    expect(faultOf({ from: today, to: '2026-03-06' }, today)).toBe('future');
    expect(faultOf({ from: '2022-01-01', to: today }, today)).toBe('long');
    expect(faultOf({ from: '2026-01-01', to: today }, today)).toBeUndefined();
  });

  it('is divided so that no chart has more periods than an answer', () => {
    expect(grainsFor({ from: today, to: today })).toEqual(['hour']);
    expect(grainsFor(rangeOf('30d', today))).toEqual(['hour', 'day', 'week']);
    expect(grainsFor(rangeOf('90d', today))).toEqual(['day', 'week', 'month']);
    expect(['today', '30d', '90d', '12m'].map((preset) => usualGrain(rangeOf(preset as 'today', today)))).toEqual([
      'hour',
      'day',
      'day',
      'week',
    ]);
    expect(usualGrain(rangeOf('30d', today), 'department')).toBe('week');
  });
});

describe('The comparison range', () => {
  const before = { from: '2026-01-04', to: '2026-02-02' };
  it('of days has the same weekdays, complete weeks earlier', () => {
    const range = { from: '2026-02-03', to: '2026-03-04' };
    expect(rangeBeside(range, 'day', before)).toEqual({ range: { from: '2025-12-30', to: '2026-01-28' }, weeks: 5 });
  });

  it('of anything else is the previous period', () => {
    expect(rangeBeside(rangeOf('90d', today), 'week', before)).toEqual({ range: before, weeks: null });
  });
});

describe('A period of a range', () => {
  it('is incomplete where the range or the current day cuts it', () => {
    const range = { from: '2026-02-01', to: '2026-03-04' };
    expect(isPart('2026-02-23', 'week', range, today)).toBe(false);
    expect(isPart('2026-03-02', 'week', range, today)).toBe(true);
    expect(isPart('2026-02-01', 'month', range, today)).toBe(false);
    expect(isPart('2026-01-26', 'week', range, today)).toBe(true);
    expect(isPart(today, 'day', { from: today, to: today }, today)).toBe(true);
  });

  it('opens as its days within the range', () => {
    const range = { from: '2026-02-03', to: '2026-03-04' };
    expect(daysOfPeriod('2026-02-05', 'day', range)).toEqual({ from: '2026-02-05', to: '2026-02-05' });
    expect(daysOfPeriod('2026-02-02', 'week', range)).toEqual({ from: '2026-02-03', to: '2026-02-08' });
    expect(daysOfPeriod('2026-03-01', 'month', range)).toEqual({ from: '2026-03-01', to: '2026-03-04' });
    expect(daysOfPeriod('2026-03-01T08:00:00Z', 'hour', range)).toBeUndefined();
    const oneDay = { from: '2026-02-03', to: '2026-02-03' };
    expect(daysOfPeriod('2026-02-03', 'day', oneDay)).toBeUndefined();
  });

  it('has the notes of its days', () => {
    expect(placeOfDay('2026-02-05', ['2026-02-04', '2026-02-05'], 'day')).toBe(1);
    expect(placeOfDay('2026-02-08', ['2026-02-02', '2026-02-09'], 'week')).toBe(0);
    expect(placeOfDay('2026-03-31', ['2026-02-01', '2026-03-01'], 'month')).toBe(1);
    expect(placeOfDay('2026-04-01', ['2026-02-01', '2026-03-01'], 'month')).toBe(-1);
    expect(placeOfDay('2026-02-05', ['2026-02-05T08:00:00Z'], 'hour')).toBe(-1);
  });

  it('in the future has not begun', () => {
    const now = Date.parse('2026-03-05T08:30:00Z');
    expect(hasBegun('2026-03-05T08:00:00.000Z', 'hour', today, now)).toBe(true);
    expect(hasBegun('2026-03-05T09:00:00.000Z', 'hour', today, now)).toBe(false);
    expect(hasBegun('2026-03-06', 'day', today, now)).toBe(false);
  });
});
