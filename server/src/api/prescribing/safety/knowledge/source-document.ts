import type { Formulary } from '../../../catalogues/index.ts';
import { table } from './document-table.ts';
import { shippedTables } from './knowledge-tables.ts';
import { missingParts, sourceParts, type SourcePart } from './source-parts.ts';

export interface SourceCount extends Record<SourcePart, number> {
  readonly table: string;
  readonly rows: number;
  /** Rows that lack at least one part. */
  readonly incomplete: number;
}

/** Counts the rows of every table whose source does not name a part. Tables that cite `sources.csv` name all of them. */
export function sourceCounts({ ingredients, products }: Formulary): SourceCount[] {
  const ofTables = Object.entries(shippedTables()).flatMap(([name, rows]) => {
    const stated = rows.flatMap(({ row }) => row['source'] ?? []);
    const cited = rows.filter(({ row }) => row['sourceId'] !== undefined).length;
    return stated.length + cited > 0 ? [countOf(name, stated, cited)] : [];
  });
  const ofFormulary = { ingredients, products };
  return [
    ...ofTables,
    ...Object.entries(ofFormulary).map(([name, rows]) =>
      countOf(
        name,
        rows.map(({ source }) => source),
      ),
    ),
  ];
}

function countOf(name: string, stated: readonly string[], cited = 0): SourceCount {
  const missing = stated.map(missingParts);
  const without = (part: SourcePart) => missing.filter((parts) => parts.includes(part)).length;
  const [holder, country, date, section] = sourceParts.map(without) as [number, number, number, number];
  const incomplete = missing.filter((parts) => parts.length > 0).length;
  return { table: name, rows: stated.length + cited, incomplete, holder, country, date, section };
}

/** Returns the part of the reference that says how far sources are named. */
export function sources(formulary: Formulary): string[] {
  return [
    '## Sources',
    '',
    'A source names work, holder, country, date and section; an article its year, volume and page. Rows with a label that is not cited so have low confidence. No row',
    'has been reviewed by a clinician. The table counts the rows that do not name a part.',
    '',
    table(
      ['Table', 'Rows', 'Incomplete', 'Holder', 'Country', 'Date', 'Section'],
      sourceCounts(formulary).map((one) => [
        one.table,
        one.rows,
        one.incomplete,
        one.holder,
        one.country,
        one.date,
        one.section,
      ]),
    ),
    '',
  ];
}
