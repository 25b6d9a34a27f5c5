import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';

export const daysOfHistory = 45;

/** Returns the hospital’s calendar days (ISO) of the history up to today, oldest first. */
export function historyDays(timeZone: string, now: Date): string[] {
  const today = dayIn(timeZone, now);
  return Array.from({ length: daysOfHistory + 1 }, (_, i) => shiftDay(today, i - daysOfHistory));
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
