import { describe, expect, it } from 'vitest';
import { overlapOf, slotsOfDay, type HoursOfDay, type Schedule, type WeeklyHours } from './schedule.ts';

const hours = (over: Partial<HoursOfDay> = {}): HoursOfDay => ({
  departmentId: 'd',
  from: '09:00',
  to: '12:00',
  slotMinutes: 15,
  bufferMinutes: 0,
  capacity: 1,
  ...over,
});
const everyDay = (over: Partial<WeeklyHours> = {}): WeeklyHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    ...hours(over),
    weekday,
    validFrom: '2020-01-01',
    validUntil: null,
    ...over,
    ...(over.weekday ? {} : { weekday }),
  }));
const night = (over: Partial<HoursOfDay> = {}): Schedule => ({
  weekly: everyDay({ from: '00:00', to: '05:00', slotMinutes: 30, ...over }),
  exceptions: [],
});
/** Returns the local clock time of each slot’s start. */
function shown(schedule: Schedule, day: string, timeZone: string): string[] {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return slotsOfDay(schedule, day, timeZone).map(({ startsAt }) => clock.format(startsAt));
}
const halfHours = (...left: string[]) =>
  ['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30', '04:00', '04:30'].filter(
    (time) => !left.includes(time),
  );

describe('the slots of a day', () => {
  it('are cut from the weekly hours, with the buffer between them', () => {
    const schedule = { weekly: everyDay({ slotMinutes: 20, bufferMinutes: 10, to: '10:30' }), exceptions: [] };
    expect(shown(schedule, '2026-11-25', 'Asia/Shanghai')).toEqual(['09:00', '09:30', '10:00']);
  });

  it('apply within the valid days only, both inclusive', () => {
    const schedule = { weekly: everyDay({ validFrom: '2026-11-24', validUntil: '2026-11-25' }), exceptions: [] };
    const counts = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(
      (day) => slotsOfDay(schedule, day, 'Asia/Shanghai').length,
    );
    expect(counts).toEqual([0, 12, 12, 0]);
  });

  it('respect days off, hours off, changed hours and extra hours', () => {
    const day = '2026-11-25';
    const withException = (...exceptions: Schedule['exceptions']) =>
      shown({ weekly: everyDay({ slotMinutes: 60 }), exceptions }, day, 'Asia/Shanghai');
    expect(withException({ kind: 'day-off', day, from: null, to: null })).toEqual([]);
    expect(withException({ kind: 'day-off', day, from: '10:30', to: '10:45' })).toEqual(['09:00', '11:00']);
    const evening = hours({ from: '18:00', to: '20:00', slotMinutes: 60 });
    expect(withException({ kind: 'changed-hours', day, ...evening })).toEqual(['18:00', '19:00']);
    expect(withException({ kind: 'extra-hours', day, ...evening })).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '18:00',
      '19:00',
    ]);
    expect(
      withException({ kind: 'extra-hours', day, ...evening }, { kind: 'day-off', day, from: null, to: null }),
    ).toEqual([]);
    expect(withException({ kind: 'day-off', day: '2026-11-26', from: null, to: null })).toHaveLength(3);
  });

  it('never overlap, even between departments and extra hours', () => {
    const day = '2026-11-25';
    const extra = hours({ from: '09:10', to: '12:30', departmentId: 'other' });
    const schedule: Schedule = { weekly: everyDay(), exceptions: [{ kind: 'extra-hours', day, ...extra }] };
    const slots = slotsOfDay(schedule, day, 'Asia/Shanghai');
    for (const [index, slot] of slots.slice(1).entries())
      expect(slot.startsAt).toBeGreaterThanOrEqual(slots[index]?.endsAt ?? 0);
    expect(slots.at(-1)?.departmentId).toBe('other');
  });

  it('extend to midnight', () => {
    expect(
      shown({ weekly: everyDay({ from: '23:00', to: '24:00' }), exceptions: [] }, '2026-11-25', 'Asia/Shanghai'),
    ).toEqual(['23:00', '23:15', '23:30', '23:45']);
  });
});

describe('slots on a night when the clocks change', () => {
  it.each([
    ['Europe/London skips 01:00 → 02:00', 'Europe/London', '2026-03-29', halfHours('01:00', '01:30')],
    ['America/New_York skips 02:00 → 03:00', 'America/New_York', '2026-03-08', halfHours('02:00', '02:30')],
    ['Australia/Lord_Howe skips 02:00 → 02:30', 'Australia/Lord_Howe', '2026-10-04', halfHours('02:00')],
    ['Europe/London repeats 01:00', 'Europe/London', '2026-10-25', halfHours()],
    ['America/New_York repeats 01:00', 'America/New_York', '2026-11-01', halfHours()],
    ['Australia/Lord_Howe repeats 01:30', 'Australia/Lord_Howe', '2026-04-05', halfHours()],
    ['Asia/Shanghai never changes', 'Asia/Shanghai', '2026-03-29', halfHours()],
  ])(
    'exclude missing times, include repeated ones once, and have full length when %s',
    (_, timeZone, day, expected) => {
      expect(shown(night(), day, timeZone)).toEqual(expected);
      const slots = slotsOfDay(night(), day, timeZone);
      for (const [index, slot] of slots.entries()) {
        expect(slot.endsAt - slot.startsAt).toBe(30 * 60_000);
        expect(slot.startsAt).toBeGreaterThanOrEqual(slots[index - 1]?.endsAt ?? 0);
      }
    },
  );

  it('keep their length when they run into the gap, and displace no other slot', () => {
    const schedule = night({ from: '00:40', to: '03:00', slotMinutes: 25 });
    // 00:40 ends at 02:05 local time; 01:05, 01:30 and 01:55 do not exist; 02:20 is free again.
    expect(shown(schedule, '2026-03-29', 'Europe/London')).toEqual(['00:40', '02:20']);
  });

  it('do not exist within the gap', () => {
    expect(shown(night({ from: '01:10', to: '01:50', slotMinutes: 10 }), '2026-03-29', 'Europe/London')).toEqual([]);
  });

  it('treat a doctor who is off until a repeated hour as off for both', () => {
    const day = '2026-10-25';
    const schedule: Schedule = { ...night(), exceptions: [{ kind: 'day-off', day, from: '00:00', to: '01:30' }] };
    expect(shown(schedule, day, 'Europe/London')).toEqual(['02:00', '02:30', '03:00', '03:30', '04:00', '04:30']);
  });
});

describe('weekly hours', () => {
  it('are rejected when a doctor would be in two places at once', () => {
    const monday = (over: Partial<WeeklyHours>): WeeklyHours => ({
      ...hours(),
      weekday: 1,
      validFrom: '2026-01-01',
      validUntil: null,
      ...over,
    });
    expect(overlapOf([monday({}), monday({ from: '12:00', to: '13:00' })])).toBeNull();
    expect(overlapOf([monday({}), monday({ from: '11:59', to: '13:00', departmentId: 'e' })])).toEqual([0, 1]);
    expect(overlapOf([monday({ validUntil: '2026-06-30' }), monday({ validFrom: '2026-07-01' })])).toBeNull();
    expect(overlapOf([monday({}), monday({ weekday: 2 })])).toBeNull();
  });
});
