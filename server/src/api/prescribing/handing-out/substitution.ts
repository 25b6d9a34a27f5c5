import type { Formulary, MedicineForm, MedicineProduct } from '../../catalogues/index.ts';

/**
 * Forms that may stand in for one another when ingredient and strength are the same: swallowed whole or dissolved, released at
 * once. Gastro-resistant, prolonged-release, sublingual, inhaled and injected forms stand in for nothing but themselves, since
 * release and dose differ between them. The grouping is the project’s own and conservative; check it against the list of
 * interchangeable medicines that holds where the hospital is.
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

/** Products with the same ingredients in the same strengths, of the same group of forms and the same way of taking. */
export function substitutesFor(formulary: Formulary, productId: string): MedicineProduct[] {
  const prescribed = formulary.product(productId);
  // Of a substance that nobody here knows it can't be said that another is the same.
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
