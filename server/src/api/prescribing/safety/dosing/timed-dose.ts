import { doseSteps, type DoseStep } from '@yunzhen/shared/prescribing/dose/course';
import { ingredientInDose, positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { Decimal } from 'decimal.js';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { DoseWindow } from '../knowledge/course-rule.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';

/** Returns the amount of one ingredient in a dose, in `unit`; undefined when it can't be calculated. */
export function amountOf(
  { product }: Pick<ResolvedItem, 'product'>,
  ingredient: Ingredient,
  dose: DoseStep['dose'],
  unit: string,
): Decimal | undefined {
  const part = product.ingredients.find((one) => one.ingredient.id === ingredient.id);
  if (!part) return undefined;
  // An amount in mg is ambiguous for a product with several ingredients.
  const counted = dose.unit === product.unit || dose.unit === part.strength.per;
  if (product.ingredients.length > 1 && !counted) return undefined;
  return ingredientInDose(dose, product.unit, part.strength, unit);
}

/** Returns the steps of a line that a rule covers, by route, form and dose. */
export function stepsWithin(item: ResolvedItem, ingredient: Ingredient, rule: DoseWindow): DoseStep[] {
  if (!rule.routes.includes(item.item.route)) return [];
  if (rule.forms.length > 0 && !rule.forms.includes(item.product.form)) return [];
  return doseSteps(item.item).filter(({ dose }) => {
    if (rule.unit === null || (rule.fromPerDose === null && rule.belowPerDose === null)) return true;
    const amount = amountOf(item, ingredient, dose, rule.unit);
    if (!amount) return false;
    const from = rule.fromPerDose === null ? undefined : positiveDecimalOf(rule.fromPerDose);
    const below = rule.belowPerDose === null ? undefined : positiveDecimalOf(rule.belowPerDose);
    return (!from || amount.gte(from)) && (!below || amount.lt(below));
  });
}
