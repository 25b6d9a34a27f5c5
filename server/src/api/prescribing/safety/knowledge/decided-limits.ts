import { doseLimitsRowSchema, type DoseLimits, type Formulary } from '../../../catalogues/index.ts';
import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { MedicineProduct, ProductIngredient } from '../../../catalogues/index.ts';
import { doseAmounts, strictest } from '../strictest-limits.ts';

/** The formulary’s largest doses that differ from those that ship with the program, by `limitsKey`; null for one that is not in the set. */
export type DecidedLimits = ReadonlyMap<string, DoseLimits | null>;

/** A row of the formulary’s largest doses. An amount of zero would be no limit. */
export const decidedLimitsRowSchema = doseLimitsRowSchema.refine(
  (row) => doseAmounts.every((name) => row[name] === null || positiveDecimalOf(row[name]) !== undefined),
  { error: 'an amount is not above zero' },
);

/** Returns where the rows of a set differ from the shipped ones. */
export function decidedLimits(shipped: readonly DoseLimits[], rows: readonly DoseLimits[]): DecidedLimits {
  const before = new Map(shipped.map((row) => [limitsKey(row), JSON.stringify(row)]));
  const now = new Map(rows.map((row) => [limitsKey(row), row]));
  const changed = [...now].filter(([key, row]) => before.get(key) !== JSON.stringify(row));
  const missing = [...before.keys()].filter((key) => !now.has(key));
  return new Map([...changed, ...missing.map((key) => [key, null] as const)]);
}

/**
 * Returns a product with the largest doses of the hospital’s set; without any when the set is not known. What the hospital’s own list states stays,
 * unless the set is stricter.
 */
export function withDecidedLimits(
  product: MedicineProduct,
  decided: DecidedLimits | null,
  catalogue: Pick<Formulary, 'limitsOf'>,
): MedicineProduct {
  if (!decided) return { ...product, ingredients: product.ingredients.map((part) => ({ ...part, limits: null })) };
  if (decided.size === 0) return product;
  const ingredients = product.ingredients.map((part) => partWith(part, product, decided, catalogue));
  return ingredients.every((part, at) => part === product.ingredients[at]) ? product : { ...product, ingredients };
}

function partWith(
  part: ProductIngredient,
  { routes, form }: MedicineProduct,
  decided: DecidedLimits,
  catalogue: Pick<Formulary, 'limitsOf'>,
): ProductIngredient {
  const shipped = catalogue.limitsOf(part.ingredient.id, routes[0] ?? 'oral', form);
  const limits = shipped && decided.get(limitsKey(shipped));
  if (limits === undefined || !shipped || !part.limits) return part;
  if (part.limits === shipped) return { ...part, limits };
  return limits?.unit === part.limits.unit ? { ...part, limits: strictest([part.limits, limits]) } : part;
}

function limitsKey({ ingredient, route, form }: Pick<DoseLimits, 'ingredient' | 'route' | 'form'>): string {
  return `${ingredient} ${route} ${form ?? ''}`;
}
