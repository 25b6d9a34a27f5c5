import { doseSteps, maxDosesInDays } from '@yunzhen/shared/prescribing/dose/course';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { SingleDoseGrade } from '../knowledge/combined-rule.ts';
import type { Side } from '../sides.ts';
import { amountOf } from './timed-dose.ts';

/** Returns whether a medicine is given once in its whole course, in a dose up to that of the rule. What is not known counts as more. */
export function isSingleDose(
  { given }: Side,
  ingredient: Ingredient,
  { unit, perDose }: Pick<SingleDoseGrade, 'unit' | 'perDose'>,
): boolean {
  if (!given) return false;
  const { product, course } = given;
  const [step, ...further] = doseSteps(course);
  if (!step || step.days === null || further.length > 0) return false;
  if (!maxDosesInDays(step.timing, course.asNeeded, step.days).eq(1)) return false;
  return amountOf({ product }, ingredient, step.dose, unit)?.lte(perDose) ?? false;
}
