import { checkRecord, type CsvRow } from '../../../../platform/csv/read-csv.ts';
import { doseLimitsRowSchema, EDITION_NOT_NOTED, type DoseLimits, type Formulary } from '../../../catalogues/index.ts';
import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { MedicineProduct, ProductIngredient } from '../../../catalogues/index.ts';
import { ageAlone, doseAmounts, oldest, strictest } from '../strictest-limits.ts';
import { shippedTables, type KnowledgeTables } from './knowledge-tables.ts';

/** The formulary’s largest doses that differ from those that ship with the program, by `limitsKey`; null for one that is not in the set. */
export type DecidedLimits = ReadonlyMap<string, DoseLimits | null>;

/** A row of the formulary’s largest doses. An amount of zero would be no limit. */
const decidedLimitsRowSchema = doseLimitsRowSchema.refine(
  (row) => doseAmounts.every((name) => row[name] === null || positiveDecimalOf(row[name]) !== undefined),
  { error: 'an amount is not above zero' },
);

/**
 * Returns where the largest doses of a set differ from the shipped ones.
 * @throws CsvRowError when a row is invalid.
 */
export function decidedLimitsIn(tables: Pick<KnowledgeTables, 'dose-limits'>): DecidedLimits {
  const shipped = shippedTables()['dose-limits'];
  const parsed = (rows: readonly CsvRow<unknown>[]) =>
    rows.map((row) => checkRecord('dose-limits.csv', row, decidedLimitsRowSchema).row);
  // The formulary has checked the shipped rows.
  return tables['dose-limits'] === shipped ? new Map() : differences(parsed(shipped), parsed(tables['dose-limits']));
}

function differences(shipped: readonly DoseLimits[], rows: readonly DoseLimits[]): DecidedLimits {
  const before = new Map(shipped.map((row) => [limitsKey(row), row]));
  const now = new Map(rows.map((row) => [limitsKey(row), row]));
  const changed = [...now].filter(([key, row]) => !isSame(before.get(key), row));
  const missing = [...before.keys()].filter((key) => !now.has(key));
  return new Map([...changed, ...missing.map((key) => [key, null] as const)]);
}

/** A row of a release from before shipped rows named a work counts by its figures. */
function isSame(shipped: DoseLimits | undefined, row: DoseLimits): boolean {
  const { source, confidence, note } = row;
  const before = shipped && source === EDITION_NOT_NOTED ? { ...shipped, source, confidence, note } : shipped;
  return JSON.stringify(before) === JSON.stringify(row);
}

/**
 * Returns a product with the largest doses of the hospital’s set; without any when the set is not known. What the hospital’s own list states stays,
 * unless the set is stricter. A dose that is switched off leaves the minimum age.
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
  if (part.limits === shipped) return { ...part, limits: limits ?? ageAlone(shipped) };
  if (!limits) return part;
  if (limits.unit === part.limits.unit) return { ...part, limits: strictest([part.limits, limits]) };
  return { ...part, limits: { ...part.limits, minAgeMonths: oldest([part.limits, limits]) } };
}

function limitsKey({ ingredient, route, form }: Pick<DoseLimits, 'ingredient' | 'route' | 'form'>): string {
  return `${ingredient} ${route} ${form ?? ''}`;
}
