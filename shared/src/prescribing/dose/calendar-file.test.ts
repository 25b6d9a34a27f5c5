import rrule from 'rrule';
import { convertIcsCalendar, timeZoneOffsetToMilliseconds, type IcsEvent, type IcsTimezone } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';
import { localAt } from '../../core/time/wall-clock.ts';
import type { Course } from './course.ts';
import { plannedDoses, usualDayTimes } from './day-plan.ts';
import type { Timing } from './timing.ts';

const daily: Timing = { frequency: 2, period: 1, periodUnit: 'd', when: null };
const course = (over: Partial<Course>): Course => ({
  dose: { value: '2', unit: 'tablet' },
  timing: daily,
  durationDays: 10,
  asNeeded: null,
  ...over,
});
const courses: Record<string, Course> = {
  daily: course({}),
  alternate: course({ timing: { ...daily, frequency: 1, period: 2 } }),
  weekdays: course({ timing: { ...daily, frequency: 2, periodUnit: 'wk', weekdays: [1, 4] }, durationDays: 28 }),
  hours: course({ timing: { ...daily, frequency: 1, period: 5, periodUnit: 'h' }, durationDays: 4 }),
  taper: course({
    steps: [{ dose: { value: '1', unit: 'tablet' }, timing: { ...daily, frequency: 1, period: 2 }, days: 5 }],
  }),
};

function fileOf(given: Course, timeZone: string, start: string): string {
  return calendarFile({
    name: 'Medicines; 用药, reminder',
    timeZone,
    madeAt: new Date('2026-10-20T08:00:00Z'),
    reminders: [
      {
        id: 'item-1',
        description: 'After the meal, with water; 饭后\nsecond line',
        doses: plannedDoses(given, start, usualDayTimes).map(({ date, time, dose }) => ({
          date,
          time,
          summary: `${dose.value} × 阿莫西林, a rather long name of a medicine that needs folding`,
        })),
      },
    ],
  });
}

/** Parses every event of a file as other programs do: the instant by the file’s time zone, the local time, and the text. */
function readBack(text: string): { local: string; instant: number; summary: string }[] {
  const calendar = convertIcsCalendar(undefined, text);
  const [zone] = calendar.timezones ?? [];
  return (calendar.events ?? [])
    .flatMap((event) => {
      expect(event.alarms?.[0]?.action).toBe('DISPLAY');
      expect(event.start.local?.timezone).toBe(zone?.id);
      return localTimes(event).map((at) => ({
        local: at.toISOString().slice(0, 16),
        instant: at.getTime() - offsetAt(zone, at),
        summary: event.summary ?? '',
      }));
    })
    .toSorted((a, b) => (a.local < b.local ? -1 : 1));
}

/** Returns the local times of an event by expanding its rule; local times are written as if they were UTC. */
function localTimes({ start, recurrenceRule }: IcsEvent): Date[] {
  const first = start.local?.date ?? start.date;
  if (!recurrenceRule) return [first];
  const { interval = 1, count = 1 } = recurrenceRule;
  expect(recurrenceRule.frequency).toBe('DAILY');
  return new rrule.RRule({ freq: rrule.RRule.DAILY, dtstart: first, interval, count }).all();
}

/** RFC 5545, 3.6.5: the latest observance applies. The parser returns its start computed with the following offset. */
function offsetAt(zone: IcsTimezone | undefined, local: Date): number {
  const observances = (zone?.props ?? []).map(({ start, offsetTo }) => {
    const offset = timeZoneOffsetToMilliseconds(offsetTo);
    return { offset, begins: start.getTime() + offset };
  });
  const begun = observances.filter(({ begins }) => begins <= local.getTime());
  return begun.toSorted((a, b) => b.begins - a.begins)[0]?.offset ?? Number.NaN;
}

describe('calendarFile', () => {
  // Clocks change on 25 October 2026 in Berlin, on 1 November in New York, on 4 October in Sydney; never in Shanghai.
  const places = [
    ['Europe/Berlin', '2026-10-22'],
    ['America/New_York', '2026-10-29'],
    ['Australia/Lord_Howe', '2026-10-01'],
    ['Asia/Shanghai', '2026-10-22'],
    ['Asia/Kathmandu', '2026-12-28'],
    ['Europe/Berlin', '2027-03-26'],
  ] as const;

  for (const [name, given] of Object.entries(courses))
    it.each(places)(`of a ${name} course in %s from %s is read by another program as it was planned`, (zone, start) => {
      const planned = plannedDoses(given, start, usualDayTimes);
      const read = readBack(fileOf(given, zone, start));
      expect(read.map(({ local, summary }) => `${local} ${summary[0]}`)).toEqual(
        planned.map(({ date, time, dose }) => `${date}T${time} ${dose.value}`),
      );
      for (const { local, instant } of read) {
        const shown = new Date(localAt(zone, instant)).toISOString().slice(0, 16);
        // A local time that does not exist is read with the offset before the change, one hour later.
        if (!local.includes('T02:')) expect(shown).toBe(local);
      }
    });

  it('keeps lines within 75 octets, ends them with CRLF, and splits no character', () => {
    const text = fileOf(course({}), 'Asia/Shanghai', '2026-11-24');
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(encodeURIComponent(line).replaceAll(/%../g, 'x').length).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\n');
    }
    const [event] = convertIcsCalendar(undefined, text).events ?? [];
    expect(event?.description).toBe('After the meal, with water; 饭后\nsecond line');
  });
});
