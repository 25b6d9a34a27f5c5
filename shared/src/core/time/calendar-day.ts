import { DAY_MS } from './duration.ts';

// A calendar day is an ISO date (`2026-11-24`) without a time zone: each counts 24 hours here, regardless of clock changes.

/** Returns the calendar day that many days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  return isoDate(midnight(day) + by * DAY_MS);
}

/** Returns how many days later `to` is than `from`; negative when it is earlier, NaN for an invalid date. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

/** Returns the number of days in a range, both ends inclusive. */
export function daysIn({ from, to }: { readonly from: string; readonly to: string }): number {
  return daysBetween(from, to) + 1;
}

/** Returns the ISO weekday: 1 is Monday, 7 Sunday. */
export function isoWeekday(day: string): number {
  return new Date(midnight(day)).getUTCDay() || 7;
}

/** Returns the Monday of a day's week. */
export function mondayOf(day: string): string {
  return shiftDay(day, 1 - isoWeekday(day));
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

/** Returns the first day of the month that many months later, or earlier. */
export function shiftMonth(day: string, by: number): string {
  const date = new Date(midnight(firstOfMonth(day)));
  return isoDate(date.setUTCMonth(date.getUTCMonth() + by));
}

function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
