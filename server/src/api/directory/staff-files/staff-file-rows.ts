import { parse } from 'csv-parse/sync';
import {
  maxStaffRows,
  requiredStaffColumns,
  staffFileColumns,
  type StaffFileColumn,
  type staffFileFaults,
} from '@yunzhen/shared/directory/staff-file.constants';
import { decodeText } from '../../../platform/csv/decode-text.ts';
import { formulaGuard } from '../../../platform/csv/write-csv.ts';

/** The cells of a row by column; a missing column is ''. */
export type StaffCells = Readonly<Record<StaffFileColumn, string>>;

export interface StaffFileRow {
  /** The line on which the row ends. */
  readonly line: number;
  readonly cells: StaffCells;
  /** The row has more cells than the heading. */
  readonly tooLong: boolean;
}

export interface FileFailure {
  rule: (typeof staffFileFaults)[number];
  line: number | null;
  columns: string[];
}

/** Including the heading and rows without text, which spreadsheets add. Parsing takes tens of microseconds a record, in which the process does nothing else. */
const MAX_RECORDS = 2_000;
const MAX_COLUMNS = 100;
const MAX_RECORD_LENGTH = 20_000;

const options = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  to: MAX_RECORDS + 1,
  max_record_size: MAX_RECORD_LENGTH,
} as const;

const failed = (rule: FileFailure['rule'], line: number | null = null, columns: string[] = []): FileFailure => ({
  rule,
  line,
  columns,
});

/** Reads the rows of a staff file. Returns why it is unusable as a whole otherwise. */
export function staffFileRows(bytes: Uint8Array): StaffFileRow[] | FileFailure {
  const text = decodeText(bytes);
  if (text === null) return failed('encoding');
  if (text.split(/[\r\n]/).some((line) => line.length > MAX_RECORD_LENGTH)) return failed('csv');
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(text, options) as unknown as typeof parsed;
  } catch (error) {
    return failed('csv', error instanceof Error && 'lines' in error ? Number(error.lines) : null);
  }
  if (parsed.length > MAX_RECORDS) return failed('rows');
  const [heading, ...rows] = parsed;
  const filled = rows.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  if (!heading || filled.length === 0) return failed('empty');
  if (filled.length > maxStaffRows) return failed('rows');
  if (heading.record.length > MAX_COLUMNS) return failed('columns', heading.info.lines);
  const columns = heading.record.map(columnOf);
  const unknown = heading.record.filter((_, at) => columns[at] === undefined);
  const missing = requiredStaffColumns.filter((name) => !columns.includes(name));
  const twice = columns.filter((name, at) => name !== undefined && columns.indexOf(name) !== at).map(String);
  if (unknown.length + missing.length + twice.length > 0)
    return failed('columns', heading.info.lines, [...missing, ...unknown, ...twice].slice(0, 30));
  return filled.map(({ record, info }) => ({
    line: info.lines,
    tooLong: record.length > columns.length,
    cells: Object.fromEntries(
      staffFileColumns.map(([name]) => [name, plain(record[columns.indexOf(name)] ?? '')]),
    ) as StaffCells,
  }));
}

function columnOf(heading: string): StaffFileColumn | undefined {
  const wanted = heading.trim().toLowerCase();
  return staffFileColumns.find(
    ([key, { en, zh }]) =>
      key.toLowerCase() === wanted ||
      en === wanted ||
      zh.replaceAll(/[（）]/g, '') === wanted.replaceAll(/[（）()]/g, ''),
  )?.[0];
}

/** Returns the cell without the apostrophe that the export put before a formula. */
function plain(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.startsWith("'") && formulaGuard.test(trimmed.slice(1)) ? trimmed.slice(1) : trimmed;
}
