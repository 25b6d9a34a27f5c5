import { isoWeekday } from '@yunzhen/shared/core/time/calendar-day';
import { firstInstantFrom, instantsOf } from '@yunzhen/shared/core/time/wall-clock';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';

/** Hours in which a doctor takes appointments. Times are `HH:MM` in the hospital’s time zone; `to` may be `24:00`. */
export interface HoursOfDay {
  readonly departmentId: string;
  readonly from: string;
  readonly to: string;
  /** Length of one appointment. */
  readonly slotMinutes: number;
  /** Minutes kept free after each appointment. */
  readonly bufferMinutes: number;
  /** Number of patients for one time. */
  readonly capacity: number;
}

export interface WeeklyHours extends HoursOfDay {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** First and last calendar day on which they apply; null for no end. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export type ScheduleException =
  /** Off all day or within hours, whatever else is planned. */
  | { readonly kind: 'day-off'; readonly day: string; readonly from: string | null; readonly to: string | null }
  /** In addition to the weekly hours of that day. */
  | ({ readonly kind: 'extra-hours'; readonly day: string } & HoursOfDay)
  /** Instead of the weekly hours of that day. */
  | ({ readonly kind: 'changed-hours'; readonly day: string } & HoursOfDay);

export interface Schedule {
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly ScheduleException[];
}

/** A bookable time, as instants in milliseconds. */
export interface Slot {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly departmentId: string;
  readonly capacity: number;
}

/**
 * Returns the slots of one calendar day of the hospital, ordered and without overlap. They follow local time: a time in the gap of a clock change
 * does not exist, and a repeated one counts once, the first time. Every slot has its full length.
 */
export function slotsOfDay(schedule: Schedule, day: string, timeZone: string): Slot[] {
  const absences = absencesOf(schedule, day, timeZone);
  const slots: Slot[] = [];
  for (const hours of hoursOf(schedule, day)) {
    for (const slot of slotsWithin(hours, day, timeZone)) {
      const taken = [...slots, ...absences];
      if (taken.every((other) => other.endsAt <= slot.startsAt || slot.endsAt <= other.startsAt)) slots.push(slot);
    }
  }
  return slots.toSorted((a, b) => a.startsAt - b.startsAt);
}

/** Returns the hours that apply on a day, weekly or changed ones before extra ones. */
function hoursOf({ weekly, exceptions }: Schedule, day: string): HoursOfDay[] {
  const ofDay = exceptions.filter((exception) => exception.day === day);
  const changed = ofDay.filter((exception) => exception.kind === 'changed-hours');
  const weekday = isoWeekday(day);
  const usual = weekly.filter(
    (hours) =>
      hours.weekday === weekday && hours.validFrom <= day && (hours.validUntil === null || day <= hours.validUntil),
  );
  return [
    ...(changed.length > 0 ? changed : usual),
    ...ofDay.filter(({ kind }) => kind === 'extra-hours'),
  ] as HoursOfDay[];
}

function slotsWithin(hours: HoursOfDay, day: string, timeZone: string): Slot[] {
  const end = minuteOf(hours.to);
  const closes = firstInstantFrom(timeZone, day, hours.to);
  const slots: Slot[] = [];
  for (let at = minuteOf(hours.from); at + hours.slotMinutes <= end; at += hours.slotMinutes + hours.bufferMinutes) {
    const [startsAt] = instantsOf(timeZone, day, timeOf(at));
    if (startsAt === undefined) continue;
    const endsAt = startsAt + hours.slotMinutes * MINUTE_MS;
    if (endsAt > closes) continue;
    slots.push({ startsAt, endsAt, departmentId: hours.departmentId, capacity: hours.capacity });
  }
  return slots;
}

function absencesOf({ exceptions }: Schedule, day: string, timeZone: string): { startsAt: number; endsAt: number }[] {
  return exceptions.flatMap((exception) => {
    if (exception.kind !== 'day-off' || exception.day !== day) return [];
    const until = exception.to ?? '24:00';
    return [
      {
        startsAt: firstInstantFrom(timeZone, day, exception.from ?? '00:00'),
        // An end in a repeated hour is the second one: a doctor who is off must not be booked.
        endsAt: instantsOf(timeZone, day, until).at(-1) ?? firstInstantFrom(timeZone, day, until),
      },
    ];
  });
}

/**
 * Returns the indices of the first two weekly hours that conflict (same weekday, same weeks, overlapping times: a doctor is in one place); null
 * without a conflict.
 */
export function overlapOf(weekly: readonly WeeklyHours[]): [number, number] | null {
  for (const [index, one] of weekly.entries()) {
    const other = weekly.findIndex((two, at) => at > index && overlap(one, two));
    if (other >= 0) return [index, other];
  }
  return null;
}

function overlap(one: WeeklyHours, two: WeeklyHours): boolean {
  const sameWeeks =
    (one.validUntil === null || two.validFrom <= one.validUntil) &&
    (two.validUntil === null || one.validFrom <= two.validUntil);
  return one.weekday === two.weekday && sameWeeks && one.from < two.to && two.from < one.to;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
