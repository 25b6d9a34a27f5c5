import { Decimal } from 'decimal.js';
import type { Amount } from './dose.ts';
import { positiveDecimalOf } from './dose.ts';
import type { AsNeeded, Timing } from './timing.ts';
import { HOURS_OF_PERIOD } from './timing.ts';

/** A further part of a course with its own dose, as in a taper. */
export interface CourseStep {
  readonly dose: Amount;
  readonly timing: Timing;
  readonly days: number;
}

/**
 * Dose, timing and duration. `durationDays` is the whole course; with further `steps`, the first dose and timing apply to the days that the steps
 * leave.
 */
export interface Course {
  readonly dose: Amount;
  readonly timing: Timing;
  readonly durationDays: number | null;
  readonly asNeeded: AsNeeded | null;
  readonly steps?: readonly CourseStep[] | undefined;
}

/** One part of a course: `fromDay` counts from 1; `days` is null without an end. */
export interface DoseStep {
  readonly dose: Amount;
  readonly timing: Timing;
  readonly fromDay: number;
  readonly days: number | null;
}

const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;

/** Returns the parts of a course in order; one without a taper. */
export function doseSteps({ dose, timing, durationDays, steps = [] }: Course): DoseStep[] {
  const later = steps.reduce((sum, { days }) => sum + days, 0);
  const all: DoseStep[] = [{ dose, timing, fromDay: 1, days: durationDays === null ? null : durationDays - later }];
  let fromDay = 1 + (all[0]?.days ?? 0);
  for (const step of steps) {
    all.push({ ...step, fromDay });
    fromDay += step.days;
  }
  return all;
}

/**
 * Returns whether the steps fit into the course’s days, leave at least one for the first dose, and all have one unit, so that they can be added up.
 */
export function stepsFit(course: Course): boolean {
  if (!course.steps || course.steps.length === 0) return true;
  const [first] = doseSteps(course);
  return (
    !!first &&
    first.days !== null &&
    first.days >= 1 &&
    course.steps.every(({ dose }) => dose.unit === course.dose.unit)
  );
}

/**
 * Returns the doses within that many days. A partly used last period counts whole: every other day for 7 days is 4 doses. With weekdays it is the
 * maximum over all starting days.
 */
export function dosesInDays({ frequency, period, periodUnit, weekdays }: Timing, days: number): Decimal {
  if (weekdays && weekdays.length > 0) return new Decimal(maxWeekdaysIn(weekdays, days));
  return new Decimal(frequency)
    .times(days)
    .times(HOURS_A_DAY)
    .div(new Decimal(period).times(HOURS_OF_PERIOD[periodUnit]))
    .ceil();
}

function maxWeekdaysIn(weekdays: readonly number[], days: number): number {
  const weeks = Math.floor(days / DAYS_A_WEEK);
  const rest = days % DAYS_A_WEEK;
  const inRest = (start: number) => weekdays.filter((day) => (day - start + DAYS_A_WEEK) % DAYS_A_WEEK < rest).length;
  return weeks * weekdays.length + Math.max(...weekdays.map(inRest));
}

/** Returns the most doses on one day: 1 for every other day, 5 for every five hours, 4 with six hours between doses. */
export function dosesOnFullestDay(timing: Timing, asNeeded: AsNeeded | null): Decimal {
  const planned = dosesInDays(timing, 1);
  if (!asNeeded) return planned;
  const apart = asNeeded.minHoursBetween ? Math.ceil(HOURS_A_DAY / asNeeded.minHoursBetween) : Infinity;
  return Decimal.min(planned, asNeeded.maxPerDay, apart);
}

/** Returns the doses of a number of days; as needed, the most that the maximum a day and the minimum interval allow. */
export function maxDosesInDays(timing: Timing, asNeeded: AsNeeded | null, days: number): Decimal {
  const planned = dosesInDays(timing, days);
  if (!asNeeded) return planned;
  const { maxPerDay, minHoursBetween } = asNeeded;
  const apart = minHoursBetween ? Math.ceil((HOURS_A_DAY * days) / minHoursBetween) : Infinity;
  return Decimal.min(planned, maxPerDay * days, apart);
}

/** The unit of a quantity, and the number per usual pack; null where packs vary. */
export interface DispensedProduct {
  readonly unit: string;
  readonly packSize?: string | null | undefined;
}

export interface CourseQuantity extends Amount {
  /** The same in whole packs, rounded up; null where packs vary. */
  readonly packs: { readonly count: string; readonly size: string; readonly total: string } | null;
}

/**
 * Returns the quantity in whole dispensable units: ceil(dose × doses in the course), added up over the steps; for as-needed use the most that may be
 * taken. Undefined when unknown: no end, a dose in another unit than is dispensed (mg of a tablet, drops of a bottle), or an incomplete number.
 */
export function quantityOf(course: Course, product: DispensedProduct): CourseQuantity | undefined {
  if (course.durationDays === null || !stepsFit(course)) return undefined;
  let sum = new Decimal(0);
  for (const { dose, timing, days } of doseSteps(course)) {
    const each = positiveDecimalOf(dose.value);
    if (!each || days === null || dose.unit !== product.unit) return undefined;
    sum = sum.plus(each.times(maxDosesInDays(timing, course.asNeeded, days)));
  }
  const quantity = sum.ceil();
  if (quantity.lte(0)) return undefined;
  return { value: quantity.toFixed(), unit: product.unit, packs: packsOf(quantity.toFixed(), product) };
}

/** Returns a quantity in whole packs, rounded up: 14 capsules in packs of 12 are 2 packs, 24 in total. Null where packs vary. */
export function packsOf(value: string, { packSize }: DispensedProduct): CourseQuantity['packs'] {
  const size = packSize ? positiveDecimalOf(packSize) : undefined;
  const wanted = positiveDecimalOf(value);
  if (!size || !wanted) return null;
  const count = wanted.div(size).ceil();
  return { count: count.toFixed(), size: size.toFixed(), total: count.times(size).toFixed() };
}

/**
 * Returns how many whole days a quantity lasts as planned; the last step continues with the rest. Undefined when units differ or for as-needed use.
 */
export function daysOfQuantity(quantity: Amount, course: Course): number | undefined {
  let held = positiveDecimalOf(quantity.value);
  if (!held || course.asNeeded) return undefined;
  let lasted = 0;
  const steps = doseSteps(course);
  for (const [index, { dose, timing, days }] of steps.entries()) {
    const each = positiveDecimalOf(dose.value);
    if (!each || quantity.unit !== dose.unit) return undefined;
    const needed = days === null ? undefined : each.times(dosesInDays(timing, days));
    const isLast = index === steps.length - 1;
    if (isLast || !needed || held.lt(needed)) return lasted + daysOfDoses(held.div(each).floor(), timing);
    held = held.minus(needed);
    lasted += days ?? 0;
  }
  return lasted;
}

function daysOfDoses(doses: Decimal, { frequency, period, periodUnit }: Timing): number {
  // Divide once and last: a seventh of a day has no exact decimal.
  const hours = doses.times(period).times(HOURS_OF_PERIOD[periodUnit]);
  return hours.div(new Decimal(frequency).times(HOURS_A_DAY)).floor().toNumber();
}
