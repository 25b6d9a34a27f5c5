import { z } from 'zod';
import { CsvRowError, type CsvRow } from '../../../../platform/csv/read-csv.ts';
import { shownSource, slug } from '../../../catalogues/index.ts';

/** A work that rows cite: a label by its holder, country and revision, or a guideline by its edition. */
export interface CitedWork {
  readonly id: string;
  readonly work: string;
  readonly holder: string;
  readonly country: string;
  /** Year, or year and month, of the edition or revision. */
  readonly date: string;
}

export const citedWorkRowSchema: z.ZodType<CitedWork> = z.strictObject({
  id: slug,
  work: z.string().min(1),
  holder: z.string().min(1),
  country: z.string().min(1),
  date: z.string().regex(/^\d{4}(-\d\d)?$/, 'expected a year, or a year and a month'),
});

/** The columns with the source of a row and the confidence of its curators. */
export const citedColumns = {
  sourceId: slug,
  section: z.string().min(1),
  confidence: z.enum(['high', 'low']),
  note: z.string(),
};

export interface Cited {
  readonly sourceId: string;
  readonly section: string;
  readonly confidence: 'high' | 'low';
  readonly note: string;
}

/** Returns work, holder, country, date and section on one line, for reports and the generated reference. */
export function citationOf({ work, holder, country, date }: CitedWork, section: string): string {
  return `${work}, ${holder}, ${country}, ${date}, ${section}`;
}

/**
 * Adds the full citation to each row.
 * @throws CsvRowError when the work is not listed, or a row of low confidence does not say what is unsure.
 */
export function withCitations<Row extends Cited>(
  file: string,
  rows: readonly CsvRow<Row>[],
  works: ReadonlyMap<string, CitedWork>,
): (Row & { readonly source: string })[] {
  return rows.map(({ line, row }) => {
    const work = works.get(row.sourceId);
    if (!work) throw new CsvRowError(file, line, `sourceId: ${row.sourceId} is not in sources.csv`);
    if (row.confidence === 'low' && row.note === '') throw new CsvRowError(file, line, 'note: must say what is unsure');
    const source = shownSource({ source: citationOf(work, row.section), confidence: row.confidence });
    return Object.freeze({ ...row, source });
  });
}
