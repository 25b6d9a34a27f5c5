import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from './duration.ts';
import {
  endOfDay,
  firstInstantFrom,
  hourStart,
  instantsOf,
  offsetAt,
  offsetChanges,
  startOfDay,
} from './wall-clock.ts';

describe('the end of a day', () => {
  it('is the next day’s first moment, also when clocks change', () => {
    expect(endOfDay('Asia/Shanghai', '2026-11-24')).toEqual(new Date('2026-11-24T16:00:00Z'));
    // The clocks of Zurich go back on the night to 25 October: that day has 25 hours.
    expect(endOfDay('Europe/Zurich', '2026-10-24')).toEqual(new Date('2026-10-24T22:00:00Z'));
    expect(endOfDay('Europe/Zurich', '2026-10-25')).toEqual(new Date('2026-10-25T23:00:00Z'));
    expect(endOfDay('Europe/Zurich', '2026-03-28')).toEqual(new Date('2026-03-28T23:00:00Z'));
    expect(endOfDay('Europe/Zurich', '2026-03-29')).toEqual(new Date('2026-03-29T22:00:00Z'));
  });

  it('is New York’s midnight on both nights of a change', () => {
    expect(endOfDay('America/New_York', '2026-03-07')).toEqual(new Date('2026-03-08T05:00:00Z'));
    expect(endOfDay('America/New_York', '2026-03-08')).toEqual(new Date('2026-03-09T04:00:00Z'));
    expect(endOfDay('America/New_York', '2026-10-31')).toEqual(new Date('2026-11-01T04:00:00Z'));
    expect(endOfDay('America/New_York', '2026-11-01')).toEqual(new Date('2026-11-02T05:00:00Z'));
  });

  it('is the first moment of the next day where midnight is skipped or repeated', () => {
    // Cairo goes from 24:00 straight to 01:00 on 24 April 2026; Beirut repeats the last hour of 24 October.
    expect(endOfDay('Africa/Cairo', '2026-04-23')).toEqual(new Date('2026-04-23T22:00:00Z'));
    expect(endOfDay('Asia/Beirut', '2026-10-24')).toEqual(new Date('2026-10-24T22:00:00Z'));
  });

  it.each([
    ['2026-11-24', 'Asia/Shanghai', '2026-11-23T16:00:00.000Z', '2026-11-24T16:00:00.000Z'],
    ['2026-11-24', 'UTC', '2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
    ['2026-11-24', 'America/Los_Angeles', '2026-11-24T08:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    // Days with a clock change are 23 and 25 hours long.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('is as far from its start as the day is long: %s in %s', (day, zone, start, end) => {
    expect(startOfDay(zone, day).toISOString()).toBe(start);
    expect(endOfDay(zone, day).toISOString()).toBe(end);
  });
});

describe('a local time', () => {
  it('is one instant, none, or two', () => {
    const at = (day: string, time: string) =>
      instantsOf('America/New_York', day, time).map((instant) => new Date(instant).toISOString());
    expect(at('2026-07-01', '09:00')).toEqual(['2026-07-01T13:00:00.000Z']);
    expect(at('2026-03-08', '02:30')).toEqual([]);
    expect(at('2026-11-01', '01:30')).toEqual(['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z']);
    expect(at('2026-11-01', '24:00')).toEqual(['2026-11-02T05:00:00.000Z']);
  });

  it('starts at the change when it is skipped', () => {
    expect(new Date(firstInstantFrom('Australia/Lord_Howe', '2026-10-04', '02:10')).toISOString()).toBe(
      '2026-10-03T15:30:00.000Z',
    );
  });
});

describe('a local hour', () => {
  it('starts at its own minute in zones half an hour off', () => {
    const start = hourStart('Asia/Kolkata', Date.parse('2026-11-24T10:15:00Z'));
    expect(new Date(start).toISOString()).toBe('2026-11-24T09:30:00.000Z');
  });

  it('starts twice when it is repeated', () => {
    const starts = ['2026-10-25T00:20:00Z', '2026-10-25T01:20:00Z'].map((at) =>
      new Date(hourStart('Europe/Zurich', Date.parse(at))).toISOString(),
    );
    expect(starts).toEqual(['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z']);
  });
});

describe('the offset of a zone', () => {
  /** Returns the platform’s own result, by formatting. */
  function formatted(format: Intl.DateTimeFormat, at: number): number {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 60_000);
  }

  it.each([
    'UTC',
    'Asia/Shanghai',
    'Asia/Kathmandu',
    'Europe/Zurich',
    'America/St_Johns',
    'Australia/Lord_Howe',
    // Two changes within five weeks, around Ramadan.
    'Africa/Casablanca',
    'Pacific/Apia',
  ])('equals the platform’s on every day and at both sides of every change: %s', (zone) => {
    const [from, until] = [Date.UTC(2008, 0, 1), Date.UTC(2032, 0, 1)];
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const changes = offsetChanges(zone, from, until).flatMap(({ at }) => [at - 1, at]);
    const days = Array.from({ length: (until - from) / DAY_MS }, (_, i) => from + i * DAY_MS);
    for (const at of [...changes, ...days.filter((_, i) => i % 5 === 0)])
      expect(`${at} ${offsetAt(zone, at) || 0}`).toBe(`${at} ${formatted(format, at) || 0}`);
  });
});
