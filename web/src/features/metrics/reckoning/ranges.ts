import { daysBetween, daysIn, firstOfMonth, shiftDay, shiftMonth } from '@yunzhen/shared/core/time/calendar-day';
import type { FigureLevel } from '@yunzhen/shared/metrics/figure';
import type { Grain } from '@yunzhen/shared/metrics/figures.contract';
import { grains, MAX_PERIODS } from '@yunzhen/shared/metrics/figures.constants';

export const presets = ['today', '7d', '30d', '90d', '12m', 'own'] as const;
export type Preset = (typeof presets)[number];

/** Days of the hospital’s calendar (ISO), both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Returns the days of a preset. Incomplete days and months would look like a decline, so all presets but `today` end with the last complete one. */
export function rangeOf(preset: Exclude<Preset, 'own'>, today: string): DayRange {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case '12m':
      return { from: shiftMonth(today, -12), to: shiftDay(firstOfMonth(today), -1) };
    case '7d':
    case '30d':
    case '90d':
      return { from: shiftDay(today, -Number.parseInt(preset)), to: shiftDay(today, -1) };
  }
}

const maxDays = 1100;

/** Returns what is wrong with a chosen range; undefined when it is valid. */
export function faultOf({ from, to }: DayRange, today: string): 'missing' | 'reversed' | 'future' | 'long' | undefined {
  if (Number.isNaN(daysBetween(from, to))) return 'missing';
  if (from > to) return 'reversed';
  if (to > today) return 'future';
  return daysIn({ from, to }) > maxDays ? 'long' : undefined;
}

const fewestDays: Record<Grain, number> = { hour: 1, day: 2, week: 14, month: 59 };
const maxOf: Record<Grain, number> = {
  hour: Math.floor(MAX_PERIODS / 24),
  day: 400,
  week: maxDays,
  month: maxDays,
};

/** Returns the grains into which a range can be divided for a meaningful chart. */
export function grainsFor(range: DayRange): Grain[] {
  const days = daysIn(range);
  return grains.filter((grain) => days >= fewestDays[grain] && days <= maxOf[grain]);
}

/** Returns the default grain of a range; longer for a part of the hospital, where most short periods would be folded. */
export function usualGrain(range: DayRange, level: FigureLevel = 'hospital'): Grain {
  const days = daysIn(range);
  if (days <= 2) return 'hour';
  const part = level !== 'hospital';
  if (days <= (part ? 14 : 92)) return 'day';
  return days <= (part ? 92 : 400) ? 'week' : 'month';
}

/**
 * Returns the comparison range. Days are compared with the same weekdays, as many complete weeks earlier as needed; other grains with the previous
 * period.
 */
export function rangeBeside(
  range: DayRange,
  grain: Grain,
  before: DayRange,
): { range: DayRange; weeks: number | null } {
  if (grain !== 'day') return { range: before, weeks: null };
  const weeks = Math.ceil(daysIn(range) / 7);
  return { range: { from: shiftDay(range.from, -7 * weeks), to: shiftDay(range.to, -7 * weeks) }, weeks };
}

const lastDayOf = (label: string, grain: Exclude<Grain, 'hour'>): string =>
  ({ day: label, week: shiftDay(label, 6), month: shiftDay(shiftMonth(label, 1), -1) })[grain];

/** Returns whether a period is incomplete: cut by the range or not over yet. Its counts are less meaningful. */
export function isPart(label: string, grain: Grain, range: DayRange, today: string): boolean {
  if (grain === 'hour') return false;
  const end = lastDayOf(label, grain);
  return label < range.from || end > range.to || end >= today;
}

/** Returns the days of a period within the range; undefined for an hour, and where the range is that period. */
export function daysOfPeriod(label: string, grain: Grain, range: DayRange): DayRange | undefined {
  if (grain === 'hour') return undefined;
  const end = lastDayOf(label, grain);
  const found = { from: label < range.from ? range.from : label, to: end > range.to ? range.to : end };
  return found.from === range.from && found.to === range.to ? undefined : found;
}

/** Returns the index of the period in which a day lies; -1 for none, and where periods are hours. */
export function placeOfDay(day: string, labels: readonly string[], grain: Grain): number {
  if (grain === 'hour') return -1;
  return labels.findIndex((label) => label <= day && day <= lastDayOf(label, grain));
}

/** Returns whether a period has begun; later ones have no data. */
export function hasBegun(label: string, grain: Grain, today: string, now: number): boolean {
  return grain === 'hour' ? Date.parse(label) <= now : label <= today;
}
