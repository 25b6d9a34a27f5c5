import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCsv } from '../../../../platform/csv/read-csv.ts';
import { list, slug, slugList } from '../../../catalogues/index.ts';

/** A common name of medicines, with its constituents. */
interface StatedName {
  readonly names: readonly string[];
  readonly ingredients: readonly string[];
  /** A constituent that the catalogue does not contain; empty for none. */
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

/** Reads brands and compounds that are not products of the formulary, once. @throws CsvRowError on an invalid row. */
export function statedNameData(): readonly StatedName[] {
  names ??= readCsv(fileURLToPath(new URL('data/stated-names.csv', import.meta.url)), statedNameRowSchema).map(
    ({ row }) => Object.freeze(row),
  );
  return names;
}

/** Returns the salts of each ingredient that are also medicines themselves, in both languages. */
export function saltsOfIngredients(): ReadonlyMap<string, readonly string[]> {
  salts ??= new Map(
    readCsv(fileURLToPath(new URL('data/salts.csv', import.meta.url)), saltRowSchema).map(({ row }) => [
      row.ingredient,
      row.salts,
    ]),
  );
  return salts;
}
