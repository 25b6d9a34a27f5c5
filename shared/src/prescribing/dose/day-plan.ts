import { isoWeekday, shiftDay } from '../../core/time/calendar-day.ts';
import type { Course, DoseStep } from './course.ts';
import { doseSteps } from './course.ts';
import type { Amount } from './dose.ts';
import type { Timing, TimingWhen } from './timing.ts';
import { HOURS_OF_PERIOD } from './timing.ts';

/** Parts of a patient's day with their local times, `HH:MM`. */
export const dayParts = ['morning', 'noon', 'evening', 'bedtime'] as const;
export type DayPart = (typeof dayParts)[number];
export type DayTimes = Readonly<Record<DayPart, string>>;
export const usualDayTimes: DayTimes = { morning: '08:00', noon: '12:30', evening: '18:30', bedtime: '22:00' };

/** A dose at a time of a day. `date` is an ISO date and `time` a local time, both in the patient’s time zone. */
export interface PlannedDose {
  readonly date: string;
  readonly time: string;
  /** The part of the day, when the dose is tied to one instead of the clock. */
  readonly part: DayPart | null;
  readonly dose: Amount;
  /** Before, after or with a meal. */
  readonly meal: Extract<TimingWhen, 'before-meal' | 'after-meal' | 'with-meal'> | null;
}

const MINUTES_A_DAY = 1440;

/**
 * Returns every planned dose of a course that starts on a date, in order; none for as-needed use only. A course without an end is planned for
 * `horizon` days.
 */
export function plannedDoses(course: Course, start: string, times: DayTimes, horizon = 90): PlannedDose[] {
  if (course.asNeeded) return [];
  return doseSteps(course).flatMap((step) => dosesOfStep(step, start, times, horizon));
}

function dosesOfStep(step: DoseStep, start: string, times: DayTimes, horizon: number): PlannedDose[] {
  const first = shiftDay(start, step.fromDay - 1);
  const days = step.days ?? horizon;
  const { timing, dose } = step;
  const meal = mealOf(timing.when);
  const at = (date: string, slot: { time: string; part: DayPart | null }): PlannedDose => ({
    date,
    ...slot,
    dose,
    meal,
  });
  if (timing.periodUnit === 'h')
    return byTheClock(step, days, times).map(({ day, time }) => at(shiftDay(first, day), { time, part: null }));
  const onDay = slotsOf(timing, times);
  return Array.from({ length: days }, (_, day) => day).flatMap((day) => {
    const date = shiftDay(first, day);
    return slotsAt(timing, day, date, onDay).map((slot) => at(date, slot));
  });
}

/** Returns which slots are on a day of the step, counted from 0. */
function slotsAt(
  timing: Timing,
  day: number,
  date: string,
  slots: readonly { time: string; part: DayPart | null }[],
): readonly { time: string; part: DayPart | null }[] {
  const { frequency, period, periodUnit, weekdays } = timing;
  if (weekdays && weekdays.length > 0) return weekdays.includes(isoWeekday(date)) ? slots.slice(0, 1) : [];
  const span = periodUnit === 'wk' ? period * 7 : period;
  if (span === 1) return slots;
  // Doses are spread over the period from its first day; several on one day get different times.
  const today = Array.from({ length: frequency }, (_, index) => Math.floor((index * span) / frequency)).filter(
    (place) => place === day % span,
  ).length;
  return slotsOf({ ...timing, frequency: today, period: 1, periodUnit: 'd' }, timesOf(slots)).slice(0, today);
}

function timesOf(slots: readonly { time: string; part: DayPart | null }[]): DayTimes {
  const own = Object.fromEntries(slots.flatMap(({ time, part }) => (part ? [[part, time]] : [])));
  return { ...usualDayTimes, ...own };
}

const partsFor: Readonly<Record<number, readonly DayPart[]>> = {
  1: ['morning'],
  2: ['morning', 'evening'],
  3: ['morning', 'noon', 'evening'],
  4: dayParts,
};

/** Returns the times of one day: a named part, or spread over the waking day. */
function slotsOf({ frequency, when }: Timing, times: DayTimes): { time: string; part: DayPart | null }[] {
  const named = dayParts.find((part) => part === when);
  if (named && frequency === 1) return [{ time: times[named], part: named }];
  const parts = partsFor[frequency];
  if (parts) return parts.map((part) => ({ time: times[part], part }));
  const from = minutesOf(times.morning);
  const to = Math.max(minutesOf(times.bedtime), from + frequency - 1);
  return Array.from({ length: frequency }, (_, index) => ({
    time: clockOf(Math.round(from + (index * (to - from)) / Math.max(1, frequency - 1))),
    part: null,
  }));
}

/** Returns doses at intervals of hours from the morning of the first day, day and night, by local time. */
function byTheClock({ timing }: DoseStep, days: number, times: DayTimes): { day: number; time: string }[] {
  const gap = Math.max(1, Math.round((timing.period * HOURS_OF_PERIOD[timing.periodUnit] * 60) / timing.frequency));
  const found: { day: number; time: string }[] = [];
  // As many doses as fit into the days, and none after them.
  const count = Math.ceil((days * MINUTES_A_DAY) / gap);
  // If the interval divides the day, night doses come first; otherwise doses continue from the morning.
  const from = MINUTES_A_DAY % gap === 0 ? minutesOf(times.morning) % gap : minutesOf(times.morning);
  for (let index = 0; index < count; index++) {
    const minute = from + index * gap;
    if (minute >= days * MINUTES_A_DAY) break;
    found.push({ day: Math.floor(minute / MINUTES_A_DAY), time: clockOf(minute % MINUTES_A_DAY) });
  }
  return found;
}

function mealOf(when: TimingWhen | null): PlannedDose['meal'] {
  return when === 'before-meal' || when === 'after-meal' || when === 'with-meal' ? when : null;
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
