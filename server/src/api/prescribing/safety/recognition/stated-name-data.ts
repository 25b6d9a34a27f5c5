import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCsv } from '../../../../platform/csv/read-csv.ts';
import { list, slug, slugList } from '../../../catalogues/index.ts';

/** A name under which people know medicines, and what is in them. */
interface StatedName {
  readonly names: readonly string[];
  readonly ingredients: readonly string[];
  /** What it holds besides that nothing is on file of; empty for nothing. */
  readonly unknown: string;
}

const statedNameRowSchema: z.ZodType<StatedName> = z.strictObject({
  names: list,
  ingredients: slugList,
  unknown: z.string(),
});
const saltRowSchema = z.strictObject({ ingredient: slug, salts: list });

let names: readonly StatedName[] | undefined;
let salts: ReadonlyMap<string, readonly string[]> | undefined;

/** Brands and compounds that are not products of the formulary. Read once. @throws CsvRowError on a bad row. */
export function statedNameData(): readonly StatedName[] {
  names ??= readCsv(fileURLToPath(new URL('data/stated-names.csv', import.meta.url)), statedNameRowSchema).map(
    ({ row }) => Object.freeze(row),
  );
  return names;
}

/** The salts that a substance is sold as and that are medicines by themselves, by ingredient; in both languages. */
export function saltsOfIngredients(): ReadonlyMap<string, readonly string[]> {
  salts ??= new Map(
    readCsv(fileURLToPath(new URL('data/salts.csv', import.meta.url)), saltRowSchema).map(({ row }) => [
      row.ingredient,
      row.salts,
    ]),
  );
  return salts;
}
