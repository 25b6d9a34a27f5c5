import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** A row of a data file that ships with the program is wrong: the program must not start on it. */
export class CsvRowError extends Error {
  readonly file: string;
  /** Line of the file, the header being line 1. */
  readonly line: number;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'CsvRowError';
    this.file = file;
    this.line = line;
  }
}

/** A row that passed the schema, and the line that it stands on. */
export interface CsvRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/**
 * Reads UTF-8 CSV text with a header row and checks every row against `schema`. Empty fields arrive as ''.
 * @throws CsvRowError naming file, line, column and reason, at the first row that does not pass.
 */
export function parseCsv<Row>(file: string, text: string, schema: z.ZodType<Row>): CsvRow<Row>[] {
  return parseRecords(file, text).map(({ line, record }) => {
    const checked = schema.safeParse(record);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      throw new CsvRowError(file, line, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
    }
    return { line, row: checked.data };
  });
}

/** `parseCsv` of a file on disk, for reading data once while the program starts. */
export function readCsv<Row>(path: string, schema: z.ZodType<Row>): CsvRow<Row>[] {
  return parseCsv(basename(path), readFileSync(path, 'utf8'), schema);
}

function parseRecords(file: string, text: string): { line: number; record: unknown }[] {
  try {
    const parsed: { record: unknown; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
    });
    return parsed.map(({ record, info }) => ({ line: info.lines, record }));
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    throw new CsvRowError(file, line, error instanceof Error ? error.message : 'not readable as CSV');
  }
}
