import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Formulary, Ingredient, MedicineProduct } from '../../../catalogues/index.ts';
import { medicineClauses } from './clauses.ts';
import { PATENT } from './marks.ts';
import { partialDenials } from './medicine-denials.ts';
import type { NameMatcher, Reading } from './name-matcher.ts';
import { createNameMatcher } from './name-matcher.ts';
import { saltsOfIngredients, statedNameData } from './stated-name-data.ts';
import { loadPatentMedicines, type PatentMedicine } from '../patents/patent-medicine.ts';
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
  /** Chinese patent medicines that the text names; their constituents are among the ingredients. */
  readonly patents: readonly PatentMedicine[];
}

export interface UnresolvedText {
  readonly medicine: ActiveMedicine;
  readonly part: string;
  /** The known name that a misspelt part was read as. The checks use it, but the reading may be wrong. */
  readonly readAs?: string;
}

/** Marks a constituent of a name that the catalogue does not contain. */
const UNKNOWN_PART = '?';
const ETHANOL = 'ethanol';
const matchers = new WeakMap<Formulary, NameMatcher>();

/** Returns the draft lines with their products, and as `unknown` those whose product the catalogue does not contain. */
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

/** Returns current medicines with their ingredients, by product when there is one, otherwise by names in the text. */
export function resolveActive(
  medicines: readonly ActiveMedicine[],
  catalogue: Formulary,
): { known: ResolvedMedicine[]; unresolved: UnresolvedText[]; partlyDenied: string[] } {
  const known: ResolvedMedicine[] = [];
  const unresolved: UnresolvedText[] = [];
  const partlyDenied: string[] = [];
  for (const medicine of medicines) {
    const product = medicine.productId === null ? undefined : catalogue.product(medicine.productId);
    if (product) {
      known.push({ medicine, product, label: product.name, ingredients: ingredientsOf(product), patents: [] });
      continue;
    }
    const matcher = matcherOf(catalogue);
    const clauses = medicineClauses(medicine.text, matcher);
    const stated = clauses.filter(({ negated }) => !negated);
    const unclear = clauses.filter((clause) => clause.unclear).map(({ text }) => text.trim());
    partlyDenied.push(
      ...partialDenials(clauses.flatMap(({ negated, unclear: open, text }) => (negated && !open ? [text] : []))),
    );
    unresolved.push(...unclear.map((part) => ({ medicine, part })));
    if (clauses.length > 0 && stated.length === 0) continue;
    const named = findIn(matcher, clauses.length === stated.length ? [medicine.text] : stated.map(({ text }) => text));
    const { ids, besides, patents } = withoutUnknown(named.ids);
    const ingredients = ids.flatMap((id) => catalogue.ingredient(id) ?? []);
    const recognised = ingredients.length > 0 || patents.length > 0;
    if (recognised) {
      const label = { en: medicine.text, zh: medicine.text };
      known.push({ medicine, product: undefined, label, ingredients, patents });
    }
    const nothing = !recognised && unclear.length === 0 && named.unknownParts.length === 0 && besides.length === 0;
    const parts = nothing ? [medicine.text] : [...named.unknownParts, ...besides];
    unresolved.push(...parts.map((part) => ({ medicine, part })));
    unresolved.push(...named.readings.map(({ written, name }) => ({ medicine, part: written, readAs: name })));
  }
  return { known, unresolved, partlyDenied };
}

/** Returns every name of an ingredient: its own names and those of products, which may map to several ingredients. */
export function ingredientNamesOf(catalogue: Formulary): (readonly [name: string, ids: readonly string[]])[] {
  const names: (readonly [string, readonly string[]])[] = [];
  for (const { id, en, zh, synonyms } of catalogue.ingredients) {
    for (const name of [en, zh, ...synonyms]) names.push([name, [id]]);
  }
  for (const product of catalogue.products) {
    if (product.own) continue;
    const ids = product.ingredients.map(({ ingredient }) => ingredient.id);
    for (const name of [...product.synonyms, product.name.zh]) names.push([name, ids]);
  }
  for (const { names: written, ingredients, unknown } of statedNameData())
    for (const name of written)
      names.push([name, unknown === '' ? ingredients : [...ingredients, UNKNOWN_PART + unknown]]);
  for (const patent of loadPatentMedicines())
    for (const name of [...patent.names, ...patent.latinNames])
      names.push([name, [...constituentsOf(patent), PATENT + patent.id]]);
  return names;
}

/** Combines what was found in several clauses of one statement. */
export function findIn(matcher: NameMatcher, texts: readonly string[]): ReturnType<NameMatcher['find']> {
  const found = texts.map((text) => matcher.find(text));
  const ids = [...new Set(found.flatMap((one) => one.ids))];
  const reactionParts = found.flatMap((one) => one.reactionParts);
  return {
    ids,
    unknownParts: found
      .flatMap(({ unknownParts }) => unknownParts)
      .filter((part) => ids.length === 0 || !reactionParts.includes(part)),
    reactionParts,
    readings: found.flatMap(({ readings }): readonly Reading[] => readings),
  };
}

/** Ids of what a patent medicine brings into the body, as far as the tables know it. */
export function constituentsOf({ western, herbs, topical, ethanol }: PatentMedicine): string[] {
  return [...western, ...(topical ? [] : herbs), ...(ethanol ? [ETHANOL] : [])];
}

/** Ids of a name without those that mean what is not on file, these as text, and the patent medicines named. */
export function withoutUnknown(ids: readonly string[]): {
  ids: string[];
  besides: string[];
  patents: PatentMedicine[];
} {
  const marked = new Set(ids.flatMap((id) => (id.startsWith(PATENT) ? id.slice(PATENT.length) : [])));
  return {
    ids: ids.filter((id) => !id.includes(UNKNOWN_PART) && !id.startsWith(PATENT)),
    patents: marked.size === 0 ? [] : loadPatentMedicines().filter(({ id }) => marked.has(id)),
    besides: ids.flatMap((id) => (id.includes(UNKNOWN_PART) ? id.slice(id.indexOf(UNKNOWN_PART) + 1) : [])),
  };
}

function matcherOf(catalogue: Formulary): NameMatcher {
  const existing = matchers.get(catalogue);
  if (existing) return existing;
  const made = createNameMatcher(ingredientNamesOf(catalogue), { salts: saltsOfIngredients() });
  matchers.set(catalogue, made);
  return made;
}

function ingredientsOf(product: MedicineProduct): Ingredient[] {
  return product.ingredients.map(({ ingredient }) => ingredient);
}
