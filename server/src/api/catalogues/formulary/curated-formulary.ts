import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { CsvRowError, readCsv, readRecords, type CsvRow } from '../../../platform/csv/read-csv.ts';
import { sourceProblem, type SourcedRow } from '../source-parts.ts';
import { doseLimitsRowSchema } from './dose-limits.ts';
import type { Formulary, RowsOf } from './formulary.ts';
import { buildFormulary } from './formulary.ts';
import { formularyManifest } from './formulary-manifest.ts';
import { ingredientRowSchema } from './ingredient.ts';
import { productRowSchema } from './product.ts';

let loaded: Formulary | undefined;

/**
 * Returns the built-in formulary, read from its files on first use and frozen.
 * @throws CsvRowError naming file, line and reason when a row is invalid: such data must not be released.
 */
export function loadCuratedFormulary(): Formulary {
  loaded ??= buildFormulary(formularyManifest.version, {
    ingredients: readFiles(formularyManifest.ingredientFiles, ingredientRowSchema),
    doseLimits: readFiles(formularyManifest.doseLimitFiles, doseLimitsRowSchema),
    products: readFiles(formularyManifest.productFiles, productRowSchema),
  });
  return loaded;
}

/** Returns the rows of the largest doses as they are written, one text per column. */
export function curatedDoseLimitRecords(): CsvRow<Readonly<Record<string, string>>>[] {
  return formularyManifest.doseLimitFiles.flatMap((file) => readRecords(pathOf(file)));
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`data/${file}`, import.meta.url));
}

function readFiles<Row extends SourcedRow>(files: readonly string[], schema: z.ZodType<Row>): RowsOf<Row>[] {
  return files.map((file) => ({
    file,
    rows: withSources(file, readCsv(pathOf(file), schema)),
  }));
}

/**
 * Returns the rows of a shipped file.
 * @throws CsvRowError for a row without holder, country, date or section of its source, or that is unverified and counts as sure.
 */
export function withSources<Row extends SourcedRow>(file: string, rows: CsvRow<Row>[]): CsvRow<Row>[] {
  for (const { line, row } of rows) {
    const problem = sourceProblem(row);
    if (problem) throw new CsvRowError(file, line, problem);
  }
  return rows;
}
