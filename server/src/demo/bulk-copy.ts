import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

type Value = string | number | boolean | Date | Uint8Array | object | null;

/** Writes many rows to a table by COPY. Objects become JSON, bytes become bytea. */
export async function copyRows(
  db: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  await copyLines(db, table, columns, linesOf(rows));
}

/** The same for rows that are already lines: fields as `field` formats them, separated by tabs. */
export async function copyLines(
  db: Client,
  table: string,
  columns: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  const target = db.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  await pipeline(Readable.from(chunks(lines)), target);
}

function* linesOf(rows: Iterable<readonly Value[]>): Generator<string> {
  for (const row of rows) yield row.map(field).join('\t');
}

/** Yields lines in chunks of a thousand, to reduce stream overhead. */
function* chunks(lines: Iterable<string>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  if (text) yield text;
}

/** Formats a value for COPY. */
export function field(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[\\\t\n\r]/g, (sign) => `\\${{ '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }[sign] ?? sign}`);
}
