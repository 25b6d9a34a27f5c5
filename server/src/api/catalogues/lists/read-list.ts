import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { parse } from 'csv-parse';
import { decodeText } from '../../../platform/csv/decode-text.ts';
import { ListFormatError, type ListReader, type NumberedRecord, type Remark } from './list-reader.ts';

const unzip = promisify(gunzip);
/** A list of a hundred thousand rows has eight million characters; a larger unpacked text is rejected. */
const LARGEST_TEXT = 64_000_000;
const MAX_REFUSALS = 20_000;
const LONGEST_VALUE = 80;
const SLICE = 128 * 1024;
const RECORDS_AT_ONCE = 500;

export interface ListRemarkRow extends Remark {
  readonly line: number;
  readonly refused: boolean;
  readonly value: string;
}

interface Counts {
  readonly accepted: number;
  readonly refused: number;
  readonly reserved: number;
}

export interface ReadingResult extends Counts {
  /** Why the file as a whole is rejected; null when it is usable. */
  readonly failure: LocalizedText | null;
}

interface Sink<Entry> {
  entry?(entry: Entry, key: string): void;
  remark?(remark: ListRemarkRow): void;
  /** Called occasionally with the share of the text that has been read. */
  progress?(share: number): void;
}

/**
 * Reads a CSV file (UTF-8 or GB 18030, plain or gzip) row by row. A bad row is rejected with its line, column and reason, and reading continues.
 * A file without required columns, with too many rows, or without any accepted row is rejected as a whole.
 */
export async function readList<Entry>(
  bytes: Uint8Array,
  reader: ListReader<Entry>,
  sink: Sink<Entry>,
): Promise<ReadingResult> {
  const count = { accepted: 0, refused: 0, reserved: 0 };
  const fail = (en: string, zh: string): ReadingResult => ({ ...count, failure: { en, zh } });
  const text = await textOf(bytes);
  if (text === null)
    return fail(
      'The file is not text: it must be CSV in UTF-8 or GB 18030, plain or gzip.',
      '文件不是文本：应为UTF-8或GB 18030编码的CSV，可用gzip压缩。',
    );
  const hasTooMany = () => count.refused > MAX_REFUSALS;
  const refuse = (line: number, { column, text: why }: Remark, value: string) => {
    if (hasTooMany()) return;
    sink.remark?.({ line, column, text: why, value: value.slice(0, LONGEST_VALUE), refused: true });
  };
  const keys = new Set<string>();
  let first = true;
  try {
    const malformed = (line: number) => {
      count.refused += 1;
      refuse(line, { column: '', text: MALFORMED }, '');
    };
    for await (const { record, line } of rowsOf(text, reader, sink, malformed, hasTooMany)) {
      if (first) {
        const wrong = headerProblem(Object.keys(record), reader);
        if (wrong) return fail(wrong.en, wrong.zh);
        first = false;
      }
      if (count.accepted + count.refused >= reader.maxRows)
        return fail(`The file has more than ${reader.maxRows} rows.`, `文件超过${reader.maxRows}行。`);
      if (hasTooMany()) break;
      const row = reader.read(record);
      if ('problems' in row || keys.has(row.key)) {
        count.refused += 1;
        for (const problem of 'problems' in row ? row.problems : [TWICE(reader)])
          refuse(line, problem, record[problem.column] ?? '');
        continue;
      }
      keys.add(row.key);
      count.accepted += 1;
      if (row.reservations.length > 0) count.reserved += 1;
      for (const one of row.reservations) sink.remark?.(reservationOf(one, record, line));
      sink.entry?.(row.entry, row.key);
    }
  } catch (error) {
    if (!(error instanceof ListFormatError)) throw error;
    return fail(error.text.en, error.text.zh);
  }
  return { ...count, failure: objectionTo(count, reader) };
}

/** Returns why a file that was read is not used; null when it is. */
function objectionTo({ accepted, refused }: Counts, { whole }: ListReader<unknown>): LocalizedText | null {
  if (refused > MAX_REFUSALS)
    return {
      en: `More than ${MAX_REFUSALS} rows were rejected; this is probably the wrong file.`,
      zh: `被拒绝的行超过${MAX_REFUSALS}，文件可能有误。`,
    };
  if (accepted === 0) return { en: 'No row of the file is valid.', zh: '文件中没有可用的行。' };
  if (whole && refused > 0)
    return {
      en: `${refused} rows were rejected, so nothing of the file is used. Correct them and upload the file again.`,
      zh: `${refused}行被拒绝，整个文件不予采用。请更正后重新上传。`,
    };
  return null;
}

/** Yields the rows of a file: of CSV in slices, with back-pressure, or those that the reader finds in another format. */
async function* rowsOf<Entry>(
  text: string,
  reader: ListReader<Entry>,
  sink: Sink<Entry>,
  malformed: (line: number) => void,
  isEnough: () => boolean,
): AsyncGenerator<NumberedRecord> {
  const others = reader.records?.(text);
  if (others) return yield* stepsOf(others, sink);
  const parser = parserOf(malformed);
  const feeding = feed(parser, text, sink, isEnough);
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) yield { record, line: info.lines };
    await feeding;
  } finally {
    parser.destroy();
  }
}

/** Yields the same records, and tells progress once for every few hundred of them. */
function* stepsOf(records: Iterable<NumberedRecord>, sink: Sink<never>): Generator<NumberedRecord> {
  let seen = 0;
  for (const record of records) {
    yield record;
    seen += 1;
    if (seen % RECORDS_AT_ONCE === 0) sink.progress?.(record.share ?? 0);
  }
}

interface ParsedRow {
  record: Record<string, string>;
  info: { lines: number };
}

/** Creates a parser that skips malformed CSV rows after reporting their line. */
function parserOf(malformed: (line: number) => void) {
  return parse({
    bom: true,
    info: true,
    columns: (header: string[]) => header.map((name) => name.trim()),
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      malformed(Number(error?.lines ?? 0));
      return undefined;
    },
  });
}

function reservationOf(remark: Remark, record: NumberedRecord['record'], line: number): ListRemarkRow {
  return { ...remark, line, value: (record[remark.column] ?? '').slice(0, LONGEST_VALUE), refused: false };
}

/** Writes the text in slices, with back-pressure, and no more once it is enough: a file of malformed rows alone yields no row that could end the reading. */
async function feed(
  parser: ReturnType<typeof parse>,
  text: string,
  sink: Sink<never>,
  isEnough: () => boolean,
): Promise<void> {
  for (let at = 0; at < text.length && !parser.destroyed && !isEnough(); at += SLICE) {
    if (!parser.write(text.slice(at, at + SLICE))) await roomIn(parser);
    sink.progress?.(Math.min(1, (at + SLICE) / text.length));
  }
  if (!parser.destroyed) parser.end();
}

/** Resolves when the parser accepts more, or is closed. */
function roomIn(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      parser.off('drain', go).off('close', go);
      resolve();
    };
    parser.on('drain', go).on('close', go);
  });
}

async function textOf(bytes: Uint8Array): Promise<string | null> {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = await unzip(bytes, { maxOutputLength: LARGEST_TEXT });
    } catch {
      return null;
    }
  }
  return plain.length > LARGEST_TEXT ? null : decodeText(plain);
}

function headerProblem(header: readonly string[], { columns }: ListReader<unknown>): LocalizedText | undefined {
  const missing = columns.required.filter((name) => !header.includes(name));
  if (missing.length > 0)
    return {
      en: `Line 1: the column ${missing.join(', ')} is missing.`,
      zh: `第1行：缺少列${missing.join('、')}。`,
    };
  const unknown = header.filter((name) => !columns.required.includes(name) && !columns.optional.includes(name));
  if (unknown.length > 0)
    return {
      en: `Line 1: the column ${unknown.join(', ').slice(0, 200)} is not known.`,
      zh: `第1行：无法识别的列${unknown.join('、').slice(0, 200)}。`,
    };
  return undefined;
}

const MALFORMED: LocalizedText = {
  en: 'The row has another number of fields than the header, or a quotation mark is not closed.',
  zh: '字段数与表头不符，或引号未闭合。',
};

const TWICE = ({ columns }: ListReader<unknown>): Remark => ({
  column: columns.required[0] ?? '',
  text: { en: 'This entry appears twice in the file.', zh: '文件中已有该项。' },
});
