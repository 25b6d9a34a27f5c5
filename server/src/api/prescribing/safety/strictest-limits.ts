import { Decimal } from 'decimal.js';
import type { DoseLimits } from '../../catalogues/index.ts';

/** The columns of amounts. */
export const doseAmounts = [
  'adultPerDose',
  'adultPerDay',
  'adultPerWeek',
  'childPerDosePerKg',
  'childPerDayPerKg',
  'childMaxPerDose',
  'childMaxPerDay',
] as const;

/** Returns the smallest of each figure and the largest minimum age when an ingredient has several limits in one unit, for example the hospital's own. */
export function strictest(all: readonly [DoseLimits, ...DoseLimits[]]): DoseLimits {
  const joined = { ...all[0] };
  for (const name of doseAmounts) {
    const figures = all.flatMap((limits) => limits[name] ?? []);
    joined[name] = figures.length > 0 ? Decimal.min(...figures).toFixed() : null;
  }
  joined.minAgeMonths = oldest(all);
  return joined;
}

/** Returns the largest minimum age, in months; null when none is stated. */
export function oldest(all: readonly DoseLimits[]): number | null {
  const ages = all.flatMap(({ minAgeMonths }) => minAgeMonths ?? []);
  return ages.length > 0 ? Math.max(...ages) : null;
}

/** Returns the limits without their amounts: a maximum dose that is switched off says nothing about the minimum age. */
export function ageAlone(limits: DoseLimits): DoseLimits {
  return { ...limits, ...Object.fromEntries(doseAmounts.map((name) => [name, null])) };
}

/** Returns whether any amount is known. */
export function hasAmounts(limits: DoseLimits): boolean {
  return doseAmounts.some((name) => limits[name] !== null);
}
