import { createHash } from 'node:crypto';
import type { DoseLimits } from '../formulary/dose-limits.ts';
import type { Formulary } from '../formulary/formulary.ts';
import type { Ingredient } from '../formulary/ingredient.ts';
import type { MedicineProduct, ProductIngredient } from '../formulary/product.ts';
import { stricterLimits } from './own-limits.ts';
import type { OwnPart, OwnProductRow } from './own-row.ts';
import { keyOf } from './own-terms.ts';

const SOURCE = "The hospital's own list";

/**
 * Returns a row as a product. Its id includes a digest of the medicine's properties. So the same code with another strength in a later list is
 * another product, and old prescriptions keep their meaning.
 */
export function ownProductOf(row: OwnProductRow, curated: Formulary): MedicineProduct {
  const { code, parts, form, routes, unit } = row;
  const digest = shortDigest([
    parts.map(({ ingredient, name, strength }) => [ingredient ?? keyOf(name), strength]),
    form,
    unit,
  ]);
  const twin = twinOf(row, curated);
  return Object.freeze({
    id: `own-${code}-${digest}`,
    name: row.name,
    synonyms: row.synonyms,
    pinyin: row.pinyin.length > 0 ? row.pinyin : (twin?.pinyin ?? []),
    atc:
      row.atc ||
      twin?.atc ||
      (parts.length === 1 ? (ingredientOf(parts[0] as OwnPart, curated, row.atc).atc ?? '') : ''),
    ingredients: Object.freeze(parts.map((part) => partOfProduct(part, row, curated))),
    form,
    routes,
    unit,
    packSize: row.packSize,
    controlClass: row.controlClass,
    usualSigs: row.usualSigs.length > 0 ? row.usualSigs : (twin?.usualSigs ?? []),
    common: row.common,
    source: SOURCE,
    confidence: 'check',
    note: 'Stated by the hospital',
    own: true,
  });
}

function partOfProduct(part: OwnPart, row: OwnProductRow, curated: Formulary): ProductIngredient {
  const ingredient = ingredientOf(part, curated, row.parts.length === 1 ? row.atc : '');
  const route = row.routes[0] ?? 'oral';
  const builtIn = curated.limitsOf(ingredient.id, route, row.form);
  const base: DoseLimits = { ...NOTHING_STATED, ingredient: ingredient.id, route, form: null };
  const limits = row.limits && row.parts.length === 1 ? stricterLimits(builtIn, row.limits, base) : builtIn;
  return Object.freeze({ ingredient, strength: part.strength, limits });
}

function ingredientOf({ ingredient, name }: OwnPart, curated: Formulary, atc: string): Ingredient {
  const known = ingredient === null ? undefined : curated.ingredient(ingredient);
  return (
    known ??
    Object.freeze({
      id: `unknown-${shortDigest(keyOf(name))}`,
      en: name,
      zh: name,
      synonyms: [],
      pinyin: [],
      atc,
      allergenClasses: [],
      pregnancy: 'unknown',
      lactation: 'unknown',
      renal: [],
      hepatic: 'unknown',
      source: SOURCE,
      confidence: 'check',
      note: 'Not known here',
      unknown: true,
    })
  );
}

/** Returns the built-in product that is the same medicine: it supplies pinyin, ATC code and usual sigs. */
function twinOf(row: OwnProductRow, curated: Formulary): MedicineProduct | undefined {
  const what = (parts: readonly { id: string | null; strength: OwnPart['strength'] }[]) =>
    parts
      .map(({ id, strength }) => `${id} ${strength.value} ${strength.unit}/${strength.per}`)
      .toSorted()
      .join();
  const own = what(row.parts.map(({ ingredient, strength }) => ({ id: ingredient, strength })));
  return twinIndex(curated).get(`${row.form} ${row.unit} ${own}`);

  function twinIndex(formulary: Formulary): ReadonlyMap<string, MedicineProduct> {
    const before = twins.get(formulary);
    if (before) return before;
    const made = new Map<string, MedicineProduct>();
    for (const product of formulary.products) {
      const held = product.ingredients.map(({ ingredient, strength }) => ({ id: ingredient.id, strength }));
      made.set(`${product.form} ${product.unit} ${what(held)}`, product);
    }
    twins.set(formulary, made);
    return made;
  }
}
const twins = new WeakMap<Formulary, ReadonlyMap<string, MedicineProduct>>();

function shortDigest(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 8);
}

const NOTHING_STATED: Omit<DoseLimits, 'ingredient' | 'route' | 'form'> = {
  unit: 'mg',
  adultPerDose: null,
  adultPerDay: null,
  adultPerWeek: null,
  childPerDosePerKg: null,
  childPerDayPerKg: null,
  childMaxPerDose: null,
  childMaxPerDay: null,
  minAgeMonths: null,
  source: SOURCE,
  confidence: 'check',
  note: 'Stated by the hospital',
};
