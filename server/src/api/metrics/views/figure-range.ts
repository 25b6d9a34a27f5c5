import { AppError } from '@yunzhen/shared/core/errors';
import type { Grain } from '@yunzhen/shared/metrics/figures.contract';
import { MAX_PERIODS } from '@yunzhen/shared/metrics/figures.constants';
import { daysIn, firstOfMonth, mondayOf, shiftDay, shiftMonth } from '@yunzhen/shared/core/time/calendar-day';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import { grainCodes } from '../counting/rollup-cells.ts';

/** A run of rollup rows of one grain: from inclusive, to exclusive. */
export interface Segment {
  readonly grain: number;
  readonly from: Date;
  readonly to: Date;
}

/** Days in the hospital’s time zone, both inclusive. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** Rejects an empty or too long range: at most three years; for hours and days, at most what an answer may contain. */
export function requireRange(range: DayRange, grain?: Grain): void {
  const days = daysIn(range);
  const refuse = (rule: string) => {
    throw new AppError('validation.failed', `range is not valid: ${rule}`, { fields: [{ path: 'to', rule }] });
  };
  if (!(days >= 1)) refuse('before-from');
  if (days > 1100) refuse('too-long');
  if (grain === 'day' && days > MAX_PERIODS) refuse('too-long');
  if (grain === 'hour' && days * 24 > MAX_PERIODS) refuse('too-long');
}

/** Returns the range to compare with: as many whole months before whole months, else as many days before. */
export function rangeBefore(range: DayRange): DayRange {
  const to = shiftDay(range.from, -1);
  const wholeMonths = range.from === firstOfMonth(range.from) && shiftDay(range.to, 1) === shiftMonth(range.to, 1);
  if (!wholeMonths) return { from: shiftDay(range.from, -daysIn(range)), to };
  let months = 0;
  while (shiftMonth(range.from, months) <= range.to) months++;
  return { from: shiftMonth(range.from, -months), to };
}

/** Returns the fewest rows that cover a range: its whole months, the whole weeks around them, and the days around those. */
export function segmentsOf({ from, to }: DayRange): Segment[] {
  return monthsWithin(from, shiftDay(to, 1), weeksWithin);
}

/** Returns the whole months before `end`, and the segments of the days around them. */
function monthsWithin(from: string, end: string, rest: (from: string, end: string) => Segment[]): Segment[] {
  const monthsFrom = from === firstOfMonth(from) ? from : shiftMonth(from, 1);
  const monthsTo = firstOfMonth(end);
  if (monthsFrom >= monthsTo) return rest(from, end);
  const months = { grain: grainCodes.month, from: midnight(monthsFrom), to: midnight(monthsTo) };
  return [...rest(from, monthsFrom), months, ...rest(monthsTo, end)];
}

function weeksWithin(from: string, end: string): Segment[] {
  const weeksFrom = mondayOf(shiftDay(from, 6));
  const weeksTo = mondayOf(end);
  if (weeksFrom >= weeksTo) return daysUpTo(from, end);
  const weeks = { grain: grainCodes.week, from: midnight(weeksFrom), to: midnight(weeksTo) };
  return [...daysUpTo(from, weeksFrom), weeks, ...daysUpTo(weeksTo, end)];
}

/** Returns the daily rows of a range. */
export const daysOf = ({ from, to }: DayRange): Segment[] => daysUpTo(from, shiftDay(to, 1));

const daysUpTo = (from: string, to: string): Segment[] =>
  from < to ? [{ grain: grainCodes.day, from: midnight(from), to: midnight(to) }] : [];

/** The periods of a range, their labels, and the rows that cover them. */
export interface Periods {
  readonly labels: readonly string[];
  readonly segments: readonly Segment[];
  /** Returns the label of a row from its start. */
  labelOf(starts: Date): string;
}

export function periodsOf(range: DayRange, grain: Grain, timeZone: string): Periods {
  if (grain === 'hour') return hoursOf(range, timeZone);
  const dayOf = (starts: Date) => starts.toISOString().slice(0, 10);
  const beginnings = { day: (day: string) => day, week: mondayOf, month: firstOfMonth }[grain];
  const labels: string[] = [];
  for (let day = range.from; day <= range.to; day = shiftDay(day, 1)) {
    const label = beginnings(day);
    if (labels.at(-1) !== label) labels.push(label);
  }
  return {
    labels,
    segments: {
      day: daysUpTo,
      week: weeksWithin,
      // A week may belong to two months.
      month: (from: string, end: string) => monthsWithin(from, end, daysUpTo),
    }[grain](range.from, shiftDay(range.to, 1)),
    labelOf: (starts) => beginnings(dayOf(starts)),
  };
}

/** Returns the start and end of a range as instants in the hospital’s time zone. */
export function instantsOf({ from, to }: DayRange, timeZone: string): { from: Date; to: Date } {
  return { from: endOfDay(timeZone, shiftDay(from, -1)), to: endOfDay(timeZone, to) };
}

function hoursOf(range: DayRange, timeZone: string): Periods {
  const { from, to } = instantsOf(range, timeZone);
  const labels: string[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += HOUR_MS) labels.push(new Date(at).toISOString());
  const places = new Set(labels);
  return {
    labels,
    segments: [{ grain: grainCodes.hour, from, to }],
    // Where clocks change by half an hour, an hour may start between two labels; it is shown under the one in which it started.
    labelOf: (starts) => {
      const whole = starts.toISOString();
      if (places.has(whole)) return whole;
      const since = Math.floor((starts.getTime() - from.getTime()) / HOUR_MS);
      return labels[Math.max(0, since)] ?? whole;
    },
  };
}
