import type { Course } from '@yunzhen/shared/prescribing/dose/course';
import { Decimal } from 'decimal.js';
import { fullestOf } from '../dosing/daily-amount.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';

const MOST_MG_A_DAY = 150;
export const LOW_DOSE_ASPIRIN_SOURCE =
  'US Preventive Services Task Force, Aspirin use to prevent preeclampsia, JAMA 2021;326:1186; up to 150 mg a day, results';

export function isAspirin({ id }: { readonly id: string }): boolean {
  return id === 'aspirin';
}

/**
 * Returns true when all aspirin of the draft and of the current medicines is at most 150 mg a day: it prevents pre-eclampsia and is not the aspirin
 * that labels forbid in late pregnancy. An amount that is not known counts as more.
 */
export function isLowDoseAspirin({ items, active }: CheckContext): boolean {
  const amounts = [
    ...items.map(({ product, item, ingredients }) => aspirinOf(ingredients, product, item)),
    ...active.map(({ product, medicine, ingredients }) => aspirinOf(ingredients, product, medicine.course)),
  ];
  const known = amounts.flatMap((amount) => amount ?? []);
  return known.length === amounts.length && Decimal.sum(0, ...known).lte(MOST_MG_A_DAY);
}

/** Returns the mg of aspirin on the fullest day; undefined when there is some and its amount is not known. */
function aspirinOf(
  ingredients: ResolvedItem['ingredients'],
  product: ResolvedItem['product'] | undefined,
  course: Course | undefined,
): Decimal | undefined {
  const aspirin = ingredients.find(isAspirin);
  if (!aspirin) return new Decimal(0);
  return product && course && fullestOf(product, course, aspirin, 'mg')?.perDay;
}
