import type { MedicineHit } from '@yunzhen/shared/contract/prescribing';
import { unitName } from '@yunzhen/shared/domain/medicine-words';
import { medicineForms } from './medicine-form.ts';
import type { MedicineProduct } from './product.ts';
import { ingredientNames, strengthText } from './product.ts';

/** A product as the search answers it over the wire. */
export function medicineHitOf(product: MedicineProduct): MedicineHit {
  return {
    productId: product.id,
    name: product.name,
    ingredients: ingredientNames(product),
    atc: product.atc,
    strength: strengthText(product),
    form: medicineForms[product.form],
    route: product.routes[0] ?? 'oral',
    unit: product.unit,
    unitName: unitName(product.unit),
    controlClass: product.controlClass,
    usualSigs: [...product.usualSigs],
  };
}
