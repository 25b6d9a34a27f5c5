import { CsvRowError } from '../../../platform/csv/read-csv.ts';
import type { CsvRow } from '../../../platform/csv/read-csv.ts';
import type { DoseLimits } from './dose-limits.ts';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { MedicineForm } from './medicine-form.ts';
import type { Ingredient } from './ingredient.ts';
import type { ListsOfHospital } from '../own-formulary/own-row.ts';
import type { MedicineProduct, ProductRow } from './product.ts';

/**
 * The medicines that can be prescribed, and the data about their ingredients. Immutable; a new list is a new version. Withdrawn products can still be
 * looked up for old records, but not prescribed.
 */
export interface Formulary {
  readonly version: string;
  /** Products that may be prescribed. */
  readonly products: readonly MedicineProduct[];
  readonly ingredients: readonly Ingredient[];
  /** Returns any known product, including withdrawn ones. */
  product(id: string): MedicineProduct | undefined;
  mayBePrescribed(id: string): boolean;
  /** Returns the largest doses on file of an ingredient by route and form; null without any. */
  limitsOf(ingredient: string, route: MedicineRoute, form: MedicineForm): DoseLimits | null;
  ingredient(id: string): Ingredient | undefined;
  /** The hospital’s lists behind it, from which another thread can build the same formulary; null for the built-in one. */
  readonly madeOf: ListsOfHospital | null;
}

/** Rows of one data file, with its name for error messages. */
export interface RowsOf<Row> {
  readonly file: string;
  readonly rows: readonly CsvRow<Row>[];
}

export interface FormularyRows {
  readonly ingredients: readonly RowsOf<Ingredient>[];
  readonly doseLimits: readonly RowsOf<DoseLimits>[];
  readonly products: readonly RowsOf<ProductRow>[];
}

/**
 * Joins the three kinds of rows into products.
 * @throws CsvRowError when an id is repeated, an ingredient is unknown, or "check" has no reason.
 */
export function buildFormulary(version: string, rows: FormularyRows): Formulary {
  const ingredients = unique(rows.ingredients, (row) => row.id);
  const limits = unique(rows.doseLimits, (row) => limitsKey(row.ingredient, row.route, row.form));
  for (const { file, line, row } of flat(rows.doseLimits)) {
    if (!ingredients.has(row.ingredient)) throw new CsvRowError(file, line, `ingredient: ${row.ingredient} is unknown`);
  }
  unique(rows.products, (row) => row.id);
  const products = flat(rows.products).map(({ file, line, row }) => join(row, file, line));

  function join(row: ProductRow, file: string, line: number): MedicineProduct {
    const { en, zh, ingredients: parts, ...rest } = row;
    const joined = parts.map(({ ingredient: id, strength }) => {
      const ingredient = ingredients.get(id);
      if (!ingredient) throw new CsvRowError(file, line, `ingredients: ${id} is unknown`);
      return Object.freeze({ ingredient, strength, limits: limitsOf(id, row.routes[0] ?? 'oral', row.form) });
    });
    return Object.freeze({ ...rest, name: { en, zh }, ingredients: Object.freeze(joined) });
  }

  function limitsOf(id: string, route: MedicineRoute, form: MedicineForm): DoseLimits | null {
    return limits.get(limitsKey(id, route, form)) ?? limits.get(limitsKey(id, route, null)) ?? null;
  }

  const byId = new Map(products.map((product) => [product.id, product]));
  return Object.freeze({
    version,
    products: Object.freeze(products),
    ingredients: Object.freeze([...ingredients.values()]),
    product: (id: string) => byId.get(id),
    mayBePrescribed: (id: string) => byId.has(id),
    limitsOf,
    ingredient: (id: string) => ingredients.get(id),
    madeOf: null,
  });
}

function limitsKey(ingredient: string, route: MedicineRoute, form: MedicineForm | null): string {
  return `${ingredient} ${route} ${form ?? 'any form'}`;
}

function flat<Row>(files: readonly RowsOf<Row>[]): { file: string; line: number; row: Row }[] {
  return files.flatMap(({ file, rows }) => rows.map(({ line, row }) => ({ file, line, row })));
}

function unique<Row extends { confidence: string; note: string }>(
  files: readonly RowsOf<Row>[],
  keyOf: (row: Row) => string,
): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const { file, line, row } of flat(files)) {
    const key = keyOf(row);
    if (found.has(key)) throw new CsvRowError(file, line, `${key} appears twice`);
    if (row.confidence === 'check' && row.note === '')
      throw new CsvRowError(file, line, 'note: must say what to check');
    found.set(key, Object.freeze(row));
  }
  return found;
}
