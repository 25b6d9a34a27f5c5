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

/** Returns the smallest of each figure when an ingredient has several limits in one unit, for example the hospital's own. */
export function strictest(all: readonly [DoseLimits, ...DoseLimits[]]): DoseLimits {
  const joined = { ...all[0] };
  for (const name of doseAmounts) {
    const figures = all.flatMap((limits) => limits[name] ?? []);
    joined[name] = figures.length > 0 ? Decimal.min(...figures).toFixed() : null;
  }
  return joined;
}
