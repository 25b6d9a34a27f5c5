import type { Prescription, PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { calendarFile } from '@yunzhen/shared/prescribing/dose/calendar-file';
import { daysBetween, shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { plannedDoses, type DayTimes, type PlannedDose } from '@yunzhen/shared/prescribing/dose/day-plan';

export interface DayDose extends PlannedDose {
  readonly item: PrescriptionItem;
}

/** Doses taken together. */
export interface DaySlot {
  readonly time: string;
  readonly part: PlannedDose['part'];
  readonly doses: readonly DayDose[];
}

/** Returns the doses of one day in clock order. */
export function slotsOfDay(
  items: readonly PrescriptionItem[],
  start: string,
  date: string,
  times: DayTimes,
): DaySlot[] {
  const doses = items.flatMap((item) =>
    plannedDoses(item, start, times).flatMap((dose) => (dose.date === date ? [{ ...dose, item }] : [])),
  );
  const slots = Map.groupBy(doses, ({ time }) => time);
  return [...slots]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([time, taken]) => ({ time, part: taken.find(({ part }) => part !== null)?.part ?? null, doses: taken }));
}

/** Returns the last day with a planned dose of these lines. */
export function lastDayOf(items: readonly PrescriptionItem[], start: string): string {
  const days = Math.max(1, ...items.filter(({ asNeeded }) => !asNeeded).map(({ durationDays }) => durationDays));
  return shiftDay(start, days - 1);
}

/** Returns the number of a date’s day in the course, from 1; below 1 before it starts. */
export function dayNumber(start: string, date: string): number {
  return daysBetween(start, date) + 1;
}

/** Returns the probable start of a course: when it was dispensed or approved, else today. The patient may choose another day. */
export function likelyStart({ decidedAt }: Pick<Prescription, 'decidedAt'>, timeZone: string, now: Date): string {
  return dayIn(timeZone, decidedAt ? new Date(decidedAt) : now);
}

/** Returns the reminders of a prescription as a calendar file. */
export function remindersOf(
  items: readonly PrescriptionItem[],
  how: {
    name: string;
    timeZone: string;
    start: string;
    times: DayTimes;
    now: Date;
    summary: (item: PrescriptionItem, dose: PlannedDose) => string;
    description: (item: PrescriptionItem) => string;
  },
): string {
  return calendarFile({
    name: how.name,
    timeZone: how.timeZone,
    madeAt: how.now,
    reminders: items.map((item) => ({
      id: item.id,
      description: how.description(item),
      doses: plannedDoses(item, how.start, how.times).map((dose) => ({
        date: dose.date,
        time: dose.time,
        summary: how.summary(item, dose),
      })),
    })),
  });
}
