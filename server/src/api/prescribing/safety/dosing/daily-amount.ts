import { doseSteps, dosesOnFullestDay, type Course } from '@yunzhen/shared/prescribing/dose/course';
import { Decimal } from 'decimal.js';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import { amountOf } from './timed-dose.ts';

/** Returns the largest single dose and the highest daily amount of one ingredient in `unit`; undefined when unknown. */
export function fullestOf(
  product: ResolvedItem['product'],
  course: Course,
  ingredient: Ingredient,
  unit: string,
): { perDose: Decimal; perDay: Decimal } | undefined {
  let perDose = new Decimal(0);
  let perDay = new Decimal(0);
  for (const { dose, timing } of doseSteps(course)) {
    const amount = amountOf({ product }, ingredient, dose, unit);
    if (!amount) return undefined;
    perDose = Decimal.max(perDose, amount);
    perDay = Decimal.max(perDay, amount.times(dosesOnFullestDay(timing, course.asNeeded)));
  }
  return { perDose, perDay };
}
