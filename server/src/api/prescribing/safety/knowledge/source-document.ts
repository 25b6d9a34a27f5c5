import { confidenceIn, missingParts, type Formulary } from '../../../catalogues/index.ts';
import { table } from './document-table.ts';
import { shippedTables } from './knowledge-tables.ts';

export interface SourceCount {
  readonly table: string;
  readonly rows: number;
  /** Rows whose source lacks holder, country, date or section. The program does not load them. */
  readonly incomplete: number;
  /** Rows that were not compared with the work, or of which something is unsure. */
  readonly lowConfidence: number;
}

interface Sourced {
  readonly source: string | null;
  readonly confidence: string | undefined;
}

/** Counts the rows of every table with a source. Rows that cite `sources.csv` name all parts of it there. */
export function sourceCounts({ ingredients, products }: Formulary): SourceCount[] {
  const ofTables = Object.entries(shippedTables()).flatMap(([name, rows]) => {
    const sourced = rows.flatMap(({ row }): Sourced[] => {
      const { source, sourceId, confidence } = row;
      return source === undefined && sourceId === undefined ? [] : [{ source: source ?? null, confidence }];
    });
    return sourced.length > 0 ? [countOf(name, sourced)] : [];
  });
  return [...ofTables, countOf('ingredients', ingredients), countOf('products', products)];
}

function countOf(name: string, rows: readonly Sourced[]): SourceCount {
  return {
    table: name,
    rows: rows.length,
    incomplete: rows.filter(({ source }) => source !== null && missingParts(source).length > 0).length,
    lowConfidence: rows.filter(({ source, confidence }) => confidenceIn(confidence, source ?? '') === 'low').length,
  };
}

/** Returns the part of the reference that says how far sources are named. */
export function sources(formulary: Formulary): string[] {
  const counts = sourceCounts(formulary);
  const sum = (of: 'rows' | 'lowConfidence') => counts.reduce((total, one) => total + one[of], 0);
  return [
    '## Sources',
    '',
    'Every source names work, holder, country, date and section; an article its year, volume and page. The program does not load other rows. A row that was not',
    `compared with a work says that it is unverified and has low confidence: ${sum('lowConfidence')} of ${sum('rows')} rows. No row has been reviewed by a clinician.`,
    '',
    table(
      ['Table', 'Rows', 'Low confidence'],
      counts.map((one) => [one.table, one.rows, one.lowConfidence]),
    ),
    '',
  ];
}
