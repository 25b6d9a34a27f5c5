import type { PlannedDose } from './day-plan.ts';
import { daysBetween, isoWeekday } from '../../core/time/calendar-day.ts';
import { DAY_MS, MINUTE_MS } from '../../core/time/duration.ts';
import { offsetAt, offsetChanges } from '../../core/time/wall-clock.ts';

/** The text of a calendar’s reminders of one medicine. */
export interface Reminder {
  /** Unique for the medicine and stable, so that importing a file again replaces its own events. */
  readonly id: string;
  readonly doses: readonly (Pick<PlannedDose, 'date' | 'time'> & { readonly summary: string })[];
  readonly description: string;
}

export interface CalendarFile {
  readonly name: string;
  /** IANA time zone of the local times. */
  readonly timeZone: string;
  readonly madeAt: Date;
  readonly reminders: readonly Reminder[];
}

/**
 * Writes a calendar of reminders (RFC 5545), one event per run of equal intervals, each with an alarm. Local times refer to a VTIMEZONE for the days
 * of the file, so that eight o'clock stays eight o'clock across clock changes.
 * Without doses the calendar is empty, which programs reject: the caller must check first.
 */
export function calendarFile(file: CalendarFile): string {
  const dates = file.reminders.flatMap(({ doses }) => doses.map(({ date }) => date)).toSorted();
  const [first = '2000-01-01'] = dates;
  const last = dates.at(-1) ?? first;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yunzhen//Medicine reminders//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(file.name)}`,
    ...zoneLines(file.timeZone, first, last),
    ...file.reminders.flatMap((reminder) => eventLines(reminder, file)),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('\r\n') + '\r\n';
}

function eventLines(reminder: Reminder, file: CalendarFile): string[] {
  const groups = new Map<string, { time: string; summary: string; dates: string[] }>();
  for (const { date, time, summary } of reminder.doses) {
    const key = `${time} ${summary}`;
    const group = groups.get(key) ?? { time, summary, dates: [] };
    group.dates.push(date);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ time, summary, dates }) =>
    runsOf(dates).flatMap(({ from, every, count }) => {
      const start = `${from.replaceAll('-', '')}T${time.replace(':', '')}00`;
      return [
        'BEGIN:VEVENT',
        `UID:${reminder.id}-${start}@yunzhen`,
        `DTSTAMP:${utc(file.madeAt)}`,
        `DTSTART;TZID=${file.timeZone}:${start}`,
        'DURATION:PT15M',
        ...(count > 1 ? [`RRULE:FREQ=DAILY;INTERVAL=${every};COUNT=${count}`] : []),
        `SUMMARY:${escaped(summary)}`,
        ...(reminder.description ? [`DESCRIPTION:${escaped(reminder.description)}`] : []),
        'TRANSP:TRANSPARENT',
        'CLASS:PRIVATE',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(summary)}`,
        'TRIGGER:PT0S',
        'END:VALARM',
        'END:VEVENT',
      ];
    }),
  );
}

interface Run {
  readonly from: string;
  readonly every: number;
  readonly count: number;
}

/** Groups dates into runs of equal intervals; when intervals vary (Monday, Thursday), one run per weekday. */
function runsOf(dates: readonly string[]): Run[] {
  const gaps = dates.slice(1).map((date, index) => daysBetween(dates[index] ?? date, date));
  const [from = ''] = dates;
  const [every = 1] = gaps;
  if (gaps.every((gap) => gap === every)) return [{ from, every, count: dates.length }];
  const byWeekday = Map.groupBy(dates, isoWeekday);
  if (byWeekday.size === 1) return dates.map((date) => ({ from: date, every: 1, count: 1 }));
  return [...byWeekday.values()].flatMap(runsOf);
}

/** Returns VTIMEZONE with the observance of the first day and each change until the last. */
function zoneLines(timeZone: string, first: string, last: string): string[] {
  const from = Date.parse(`${first}T00:00:00Z`) - 2 * DAY_MS;
  const until = Date.parse(`${last}T00:00:00Z`) + 3 * DAY_MS;
  const initial = offsetAt(timeZone, from);
  const january = offsetAt(timeZone, Date.UTC(new Date(from).getUTCFullYear(), 0, 1));
  const july = offsetAt(timeZone, Date.UTC(new Date(from).getUTCFullYear(), 6, 1));
  const standard = Math.min(january, july);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observance(from, initial, initial, standard),
    ...offsetChanges(timeZone, from, until).flatMap(({ at, before, after }) => observance(at, before, after, standard)),
    'END:VTIMEZONE',
  ];
}

function observance(at: number, from: number, to: number, standard: number): string[] {
  const kind = to > standard ? 'DAYLIGHT' : 'STANDARD';
  // RFC 5545, 3.6.5: the start is local time, in the offset before the change.
  const local = utc(new Date(at + from)).slice(0, -1);
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ];
}

function offsetText(offset: number): string {
  const size = Math.round(Math.abs(offset) / MINUTE_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** Returns `20261124T090000Z`. */
export function utc(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Escapes the text of a property (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');
}

/** Folds lines at 75 octets without splitting a character (RFC 5545, 3.1). */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > 74) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}

/** Returns the octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
