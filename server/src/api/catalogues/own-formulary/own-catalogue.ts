import type { Formulary } from '../formulary/formulary.ts';
import type { Ingredient } from '../formulary/ingredient.ts';
import type { MedicineProduct } from '../formulary/product.ts';
import { ownProductOf } from './own-product.ts';
import type { OwnList } from './own-row.ts';

/**
 * Builds a hospital's formulary. With its own list active only that list may be prescribed. Built-in medicines and earlier lists can still be looked
 * up, so that old records are readable and checked. An unreadable list leaves nothing to prescribe.
 * @param active the active list; null for the built-in one
 * @param earlier lists that were active before, newest first
 */
export function ownCatalogue(curated: Formulary, active: OwnList | null, earlier: readonly OwnList[]): Formulary {
  const known = new Map<string, MedicineProduct>();
  for (const list of earlier.toReversed())
    for (const product of productsOf(list, curated)) known.set(product.id, product);
  for (const product of curated.products) known.set(product.id, product);
  const listed = active
    ? [...new Map(productsOf(active, curated).map((product) => [product.id, product])).values()]
    : curated.products;
  for (const product of listed) known.set(product.id, product);
  const ingredients = new Map<string, Ingredient>();
  for (const product of known.values())
    for (const { ingredient } of product.ingredients)
      if (ingredient.unknown) ingredients.set(ingredient.id, ingredient);
  for (const ingredient of curated.ingredients) ingredients.set(ingredient.id, ingredient);
  const prescribed = new Set(listed.map(({ id }) => id));
  return Object.freeze({
    version: versionOf(curated, active),
    products: Object.freeze([...listed]),
    ingredients: Object.freeze([...ingredients.values()]),
    product: (id: string) => known.get(id),
    mayBePrescribed: (id: string) => prescribed.has(id),
    ingredient: (id: string) => ingredients.get(id),
    limitsOf: curated.limitsOf,
    madeOf: { active, earlier },
  });
}

function versionOf(curated: Formulary, active: OwnList | null): string {
  if (!active) return curated.version;
  return `${curated.version} + ${active.version}${active.rows ? '' : ' (not readable)'}`;
}

function productsOf({ rows }: OwnList, curated: Formulary): MedicineProduct[] {
  return (rows ?? []).flatMap((row) =>
    row.kind === 'own' ? ownProductOf(row, curated) : (curated.product(row.productId) ?? []),
  );
}
