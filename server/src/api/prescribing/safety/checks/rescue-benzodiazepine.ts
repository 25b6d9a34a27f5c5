import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { CheckContext } from '../safety-check.ts';
import { isWithinCode } from './combined-rules.ts';

const SAME_CLASS = 'duplicate:class:hypnotics:';
const EPILEPSY = ['G40', 'G41'];
const RESCUE: ReadonlySet<string> = new Set(['midazolam', 'diazepam']);
const ROUTES: ReadonlySet<MedicineRoute> = new Set(['oromucosal', 'nasal', 'rectal']);
/** How a statement without a product says that a medicine is given in a fit. */
const WORDS =
  /\b(?:buccal|(?:intra)?nasal|rectal|rescue|suppositor\w+|enema|buccolam|epistatus|nayzilam|valtoco|diastat)\b|颊|鼻|直肠|肛|灌肠|栓剂|急救|发作时/i;

/** Drops “same class twice” for a benzodiazepine every day beside another to be given in a fit, which guidance uses in epilepsy. */
export function withoutRescue(issues: readonly DetectedIssue[], context: CheckContext): DetectedIssue[] {
  const codes = context.input.conditionCodes ?? [];
  if (!codes.some((code) => EPILEPSY.some((beginning) => isWithinCode(code, beginning)))) return [...issues];
  const rescue = rescueKeys(context);
  return issues.filter(({ id }) => {
    if (!id.startsWith(SAME_CLASS)) return true;
    return (
      id
        .slice(SAME_CLASS.length)
        .split(':')
        .filter((key) => rescue.has(key)).length !== 1
    );
  });
}

/** Returns the lines and the taken medicines that are given in a fit only. */
function rescueKeys({ items, active }: CheckContext): ReadonlySet<string> {
  const lines = items.filter(({ item, ingredients }) => isRescue(ingredients) && ROUTES.has(item.route));
  const taken = active.filter(({ medicine, product, ingredients }) => {
    const route = product?.routes[0];
    return isRescue(ingredients) && (route === undefined ? WORDS.test(medicine.text) : ROUTES.has(route));
  });
  return new Set([...lines.map(({ item }) => item.id), ...taken.map(({ medicine }) => medicine.id)]);
}

function isRescue(ingredients: readonly Ingredient[]): boolean {
  return ingredients.every(({ id }) => RESCUE.has(id));
}
