import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Formulary, Ingredient, MedicineProduct } from '../../../catalogues/index.ts';
import type { NameMatcher } from './name-matcher.ts';
import { createNameMatcher } from './name-matcher.ts';
import type { ActiveMedicine, DraftItem } from '../safety-input.ts';

export interface ResolvedItem {
  readonly item: DraftItem;
  readonly product: MedicineProduct;
  readonly label: LocalizedText;
  readonly ingredients: readonly Ingredient[];
}

export interface ResolvedMedicine {
  readonly medicine: ActiveMedicine;
  /** Undefined when only ingredients were recognised in free text. */
  readonly product: MedicineProduct | undefined;
  readonly label: LocalizedText;
  readonly ingredients: readonly Ingredient[];
}

export interface UnresolvedText {
  readonly medicine: ActiveMedicine;
  readonly part: string;
}

const SAYS_NONE =
  /^\s*(none|nil|no|nothing|no (regular )?(medicines?|medications?)|n\/a|无|没有|未服药|未用药|否)[\s.。]*$/i;
const matchers = new WeakMap<Formulary, NameMatcher>();

/** Draft lines with their products; lines whose product the catalogue does not hold come back as `unknown`. */
export function resolveItems(
  items: readonly DraftItem[],
  catalogue: Formulary,
): { known: ResolvedItem[]; unknown: DraftItem[] } {
  const known: ResolvedItem[] = [];
  const unknown: DraftItem[] = [];
  for (const item of items) {
    const product = catalogue.product(item.productId);
    if (product) known.push({ item, product, label: product.name, ingredients: ingredientsOf(product) });
    else unknown.push(item);
  }
  return { known, unknown };
}

/** Current medicines with their ingredients, by product where there is one, else by the names in the text. */
export function resolveActive(
  medicines: readonly ActiveMedicine[],
  catalogue: Formulary,
): { known: ResolvedMedicine[]; unresolved: UnresolvedText[] } {
  const known: ResolvedMedicine[] = [];
  const unresolved: UnresolvedText[] = [];
  for (const medicine of medicines) {
    const product = medicine.productId === null ? undefined : catalogue.product(medicine.productId);
    if (product) {
      known.push({ medicine, product, label: product.name, ingredients: ingredientsOf(product) });
      continue;
    }
    if (SAYS_NONE.test(medicine.text)) continue;
    const named = matcherOf(catalogue).find(medicine.text);
    const ingredients = named.ids.flatMap((id) => catalogue.ingredient(id) ?? []);
    if (ingredients.length > 0) {
      const label = { en: medicine.text, zh: medicine.text };
      known.push({ medicine, product: undefined, label, ingredients });
    }
    const parts = ingredients.length === 0 && named.unknownParts.length === 0 ? [medicine.text] : named.unknownParts;
    unresolved.push(...parts.map((part) => ({ medicine, part })));
  }
  return { known, unresolved };
}

/** Every name by which an ingredient may be written: its own, and those of products, which may stand for several. */
export function ingredientNamesOf(catalogue: Formulary): (readonly [name: string, ids: readonly string[]])[] {
  const names: (readonly [string, readonly string[]])[] = [];
  for (const { id, en, zh, synonyms } of catalogue.ingredients) {
    for (const name of [en, zh, ...synonyms]) names.push([name, [id]]);
  }
  for (const product of catalogue.products) {
    if (product.own) continue;
    const ids = product.ingredients.map(({ ingredient }) => ingredient.id);
    for (const name of product.synonyms) names.push([name, ids]);
  }
  return names;
}

function matcherOf(catalogue: Formulary): NameMatcher {
  const existing = matchers.get(catalogue);
  if (existing) return existing;
  const made = createNameMatcher(ingredientNamesOf(catalogue));
  matchers.set(catalogue, made);
  return made;
}

function ingredientsOf(product: MedicineProduct): Ingredient[] {
  return product.ingredients.map(({ ingredient }) => ingredient);
}
