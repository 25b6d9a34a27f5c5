import { AppError } from '@yunzhen/shared/core/errors';
import type { Grain } from '@yunzhen/shared/metrics/figures.contract';
import { MAX_PERIODS } from '@yunzhen/shared/metrics/figures.constants';
import { daysIn, firstOfMonth, mondayOf, shiftDay, shiftMonth } from '@yunzhen/shared/core/time/calendar-day';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { grainCodes } from '../counting/rollup-cells.ts';

/** A stretch of rollup rows of one grain: from, up to but without to. */
export interface Segment {
  readonly grain: number;
  readonly from: Date;
  readonly to: Date;
}

/** Days of the hospital’s calendar, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** Refuses what is no range, or too long: three years; of hours and days as many as an answer may have. */
export function requireRange(range: DayRange, grain?: Grain): void {
  const days = daysIn(range);
  const refuse = (rule: string) => {
    throw new AppError('validation.failed', `range: ${rule}`, { fields: [{ path: 'to', rule }] });
  };
  if (!(days >= 1)) refuse('before-from');
  if (days > 1100) refuse('too-long');
  if (grain === 'day' && days > MAX_PERIODS) refuse('too-long');
  if (grain === 'hour' && days * 24 > MAX_PERIODS) refuse('too-long');
}

/** What a range is compared with: as many whole months before whole months, else as many days before. */
export function rangeBefore(range: DayRange): DayRange {
  const to = shiftDay(range.from, -1);
  const wholeMonths = range.from === firstOfMonth(range.from) && shiftDay(range.to, 1) === shiftMonth(range.to, 1);
  if (!wholeMonths) return { from: shiftDay(range.from, -daysIn(range)), to };
  let months = 0;
  while (shiftMonth(range.from, months) <= range.to) months++;
  return { from: shiftMonth(range.from, -months), to };
}

/** The fewest rows that hold a range: its whole months, the whole weeks before and after them, and the days before and after those. */
export function segmentsOf({ from, to }: DayRange): Segment[] {
  return monthsWithin(from, shiftDay(to, 1), weeksWithin);
}

/** The months of days up to but without `end`, and what holds the days before and after them. */
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

/** The rows of days that hold a range. */
export const daysOf = ({ from, to }: DayRange): Segment[] => daysUpTo(from, shiftDay(to, 1));

const daysUpTo = (from: string, to: string): Segment[] =>
  from < to ? [{ grain: grainCodes.day, from: midnight(from), to: midnight(to) }] : [];

/** The stretches of a range, how they are named, and the rows that hold them. */
export interface Periods {
  readonly labels: readonly string[];
  readonly segments: readonly Segment[];
  /** The label of a row by its beginning. */
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

/** The instants between which a range of days lies in the hospital’s zone. */
export function instantsOf({ from, to }: DayRange, timeZone: string): { from: Date; to: Date } {
  return { from: endOfDay(timeZone, shiftDay(from, -1)), to: endOfDay(timeZone, to) };
}

function hoursOf(range: DayRange, timeZone: string): Periods {
  const { from, to } = instantsOf(range, timeZone);
  const labels: string[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += 3_600_000) labels.push(new Date(at).toISOString());
  const places = new Set(labels);
  return {
    labels,
    segments: [{ grain: grainCodes.hour, from, to }],
    // Where clocks are put forward or back by half an hour an hour begins between two: it is shown in the one that it began in.
    labelOf: (starts) => {
      const whole = starts.toISOString();
      if (places.has(whole)) return whole;
      const since = Math.floor((starts.getTime() - from.getTime()) / 3_600_000);
      return labels[Math.max(0, since)] ?? whole;
    },
  };
}
