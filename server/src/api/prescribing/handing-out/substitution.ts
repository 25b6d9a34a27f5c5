import type { Formulary, MedicineForm, MedicineProduct } from '../../catalogues/index.ts';

/**
 * Forms that may replace one another when ingredient and strength are the same: swallowed whole or dissolved, immediate release. All other forms
 * replace only themselves, because release and dose differ. The grouping is the project’s own and conservative; check it against the local list of
 * interchangeable medicines.
 */
const formGroups: readonly (readonly MedicineForm[])[] = [
  ['tablet', 'capsule', 'dispersible-tablet', 'chewable-tablet', 'orodispersible-tablet'],
  ['oral-solution', 'syrup', 'oral-liquid'],
];

function sameGroup(one: MedicineForm, other: MedicineForm): boolean {
  return one === other || formGroups.some((group) => group.includes(one) && group.includes(other));
}

function strengthsOf({ ingredients }: MedicineProduct): string {
  return ingredients
    .map(({ ingredient, strength }) => `${ingredient.id} ${strength.value} ${strength.unit}/${strength.per}`)
    .sort()
    .join(' + ');
}

/** Returns products with the same ingredients and strengths, in the same group of forms and with a shared route. */
export function substitutesFor(formulary: Formulary, productId: string): MedicineProduct[] {
  const prescribed = formulary.product(productId);
  // Equivalence can't be established for an unknown substance.
  if (!prescribed || prescribed.ingredients.some(({ ingredient }) => ingredient.unknown)) return [];
  return formulary.products.filter(
    (other) =>
      other.id !== productId &&
      other.controlClass === prescribed.controlClass &&
      sameGroup(prescribed.form, other.form) &&
      other.routes.some((route) => prescribed.routes.includes(route)) &&
      strengthsOf(prescribed) === strengthsOf(other),
  );
}
