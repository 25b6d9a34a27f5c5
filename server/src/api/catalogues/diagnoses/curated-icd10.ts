import { fileURLToPath } from 'node:url';
import { CsvRowError, readCsv } from '../../../platform/csv/read-csv.ts';
import type { Icd10Concept } from './icd10-concept.ts';
import { icd10RowSchema } from './icd10-concept.ts';
import { icd10Manifest } from './icd10-manifest.ts';

export interface CuratedIcd10 {
  readonly version: string;
  readonly concepts: readonly Icd10Concept[];
}

let loaded: CuratedIcd10 | undefined;

/**
 * Returns the built-in diagnosis list, read from its files on first use and frozen.
 * @throws CsvRowError when a row is invalid or a code is repeated: such data must not be released.
 */
export function loadCuratedIcd10(): CuratedIcd10 {
  loaded ??= Object.freeze({ version: icd10Manifest.version, concepts: Object.freeze(readAll()) });
  return loaded;
}

function readAll(): Icd10Concept[] {
  const concepts = new Map<string, Icd10Concept>();
  for (const file of icd10Manifest.files) {
    const path = fileURLToPath(new URL(`data/${file}`, import.meta.url));
    for (const { line, row } of readCsv(path, icd10RowSchema)) {
      if (concepts.has(row.code)) throw new CsvRowError(file, line, `code: ${row.code} appears twice`);
      concepts.set(row.code, Object.freeze(row));
    }
  }
  return [...concepts.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
