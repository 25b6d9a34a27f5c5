import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** An invalid row in a data file that ships with the program. A unit test reads every such file, so that none is released. */
export class CsvRowError extends Error {
  readonly file: string;
  /** Line of the file, where the header is line 1. */
  readonly line: number;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'CsvRowError';
    this.file = file;
    this.line = line;
  }
}

/** A valid row with its line number. */
export interface CsvRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/**
 * Parses UTF-8 CSV text with a header row and validates every row against `schema`. Empty fields are ''.
 * @throws CsvRowError naming file, line, column and reason, at the first invalid row.
 */
export function parseCsv<Row>(file: string, text: string, schema: z.ZodType<Row>): CsvRow<Row>[] {
  return parseRecords(file, text).map((record) => checkRecord(file, record, schema));
}

/**
 * Validates one record of a file.
 * @throws CsvRowError naming file, line, column and reason.
 */
export function checkRecord<Row>(file: string, { line, row }: CsvRow<unknown>, schema: z.ZodType<Row>): CsvRow<Row> {
  const checked = schema.safeParse(row);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new CsvRowError(file, line, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  return { line, row: checked.data };
}

/** Reads a file’s records as they are, one text per column, without validating them. */
export function readRecords(path: string): CsvRow<Readonly<Record<string, string>>>[] {
  return parseRecords(basename(path), readFileSync(path, 'utf8'));
}

/** Runs `parseCsv` on a file, for data that is read once. */
export function readCsv<Row>(path: string, schema: z.ZodType<Row>): CsvRow<Row>[] {
  return parseCsv(basename(path), readFileSync(path, 'utf8'), schema);
}

function parseRecords(file: string, text: string): CsvRow<Readonly<Record<string, string>>>[] {
  try {
    const parsed: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
    });
    return parsed.map(({ record, info }) => ({ line: info.lines, row: record }));
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    throw new CsvRowError(file, line, error instanceof Error ? error.message : 'not readable as CSV');
  }
}
