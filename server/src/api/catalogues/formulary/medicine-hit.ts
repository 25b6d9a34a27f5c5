import type { MedicineHit } from '@yunzhen/shared/prescribing/prescribing.contract';
import { unitName } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { medicineForms } from './medicine-form.ts';
import type { MedicineProduct } from './product.ts';
import { ingredientNames, strengthText } from './product.ts';

/** Returns a product as a search hit of the contract. */
export function medicineHitOf(product: MedicineProduct): MedicineHit {
  return {
    productId: product.id,
    name: product.name,
    ingredients: ingredientNames(product),
    atc: product.atc,
    strength: strengthText(product),
    form: medicineForms[product.form],
    route: product.routes[0] ?? 'oral',
    routes: [...product.routes],
    packSize: product.packSize,
    strengths: product.ingredients.map(({ ingredient, strength }) => ({
      name: { en: ingredient.en, zh: ingredient.zh },
      value: strength.value,
      unit: strength.unit,
      per: strength.per,
    })),
    doseLimits: doseLimitsOf(product),
    unit: product.unit,
    unitName: unitName(product.unit),
    controlClass: product.controlClass,
    usualSigs: [...product.usualSigs],
  };
}

/** Returns no limits for combinations, where a dose by weight has no meaning. */
function doseLimitsOf({ ingredients }: MedicineProduct): MedicineHit['doseLimits'] {
  const [only, other] = ingredients;
  if (!only?.limits || other) return null;
  const { unit, childPerDosePerKg, childPerDayPerKg, childMaxPerDose, childMaxPerDay, adultPerDose, adultPerDay } =
    only.limits;
  return { unit, childPerDosePerKg, childPerDayPerKg, childMaxPerDose, childMaxPerDay, adultPerDose, adultPerDay };
}
