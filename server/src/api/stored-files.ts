import { systemContext } from '../platform/context.ts';
import type { Database } from '../platform/db/data-source.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import type { FileObject, FilePlace } from '../platform/files/store/file-place.ts';

/** A table whose rows are files: its key, and the column that holds the bytes when they are not in an object. */
export interface FileTable {
  table: string;
  key: readonly string[];
  bytes: 'bytes' | 'content';
}

/** Every table of the areas with files that may be in an object store. */
export const fileTables: readonly FileTable[] = [
  { table: 'chart_document', key: ['patient_id', 'id'], bytes: 'content' },
  { table: 'chat_attachment', key: ['visit_id', 'id'], bytes: 'content' },
  { table: 'clinical_document_file', key: ['document_id', 'locale', 'paper'], bytes: 'bytes' },
  { table: 'intake_picture', key: ['patient_id', 'id'], bytes: 'content' },
  { table: 'prescription_document', key: ['prescription_id', 'locale'], bytes: 'bytes' },
];

/** Returns the size of the tables with files, without objects in a bucket. */
export async function fileTableBytes(source: Pick<Database, 'query'>): Promise<number> {
  const [row] = await source.query<{ bytes: number }[]>(
    'SELECT sum(pg_total_relation_size(t::regclass))::float8 AS bytes FROM unnest($1::text[]) AS t',
    [fileTables.map(({ table }) => table)],
  );
  return row?.bytes ?? 0;
}

/** One file of a hospital, without its bytes. */
export interface StoredFile extends FileTable {
  hospitalId: string;
  /** Values of the table’s key. */
  id: readonly string[];
  object: FileObject | null;
}

const batch = 200;

/**
 * Yields the files of a hospital in the order of their keys: those in rows, those in objects, or all. `among`: SQL for the rows `t` that count. No
 * transaction is open in between.
 */
export async function* storedFiles(
  transactions: Pick<Transactions, 'run'>,
  hospitalId: string,
  where: 'rows' | 'objects' | 'anywhere',
  tables: readonly FileTable[] = fileTables,
  among = 'true',
): AsyncGenerator<StoredFile> {
  const only = { rows: 'object IS NULL', objects: 'object IS NOT NULL', anywhere: 'true' }[where];
  for (const file of tables) {
    const columns = file.key.join(', ');
    let last: readonly string[] = [];
    for (let found = batch; found === batch;) {
      const beyond = last.length === 0 ? 'true' : `(${columns}) > (${file.key.map((_, i) => `$${i + 1}`).join(', ')})`;
      const rows = await transactions.run(systemContext(hospitalId, 'stored files'), (tx) =>
        tx.query<{ id: string[]; object: FileObject | null }>(
          `SELECT ARRAY[${file.key.map((column) => `${column}::text`).join(', ')}] AS id, object
           FROM ${file.table} t WHERE ${only} AND ${among} AND ${beyond} ORDER BY ${columns} LIMIT ${batch}`,
          last,
        ),
      );
      for (const row of rows) yield { ...file, hospitalId, ...row };
      last = rows.at(-1)?.id ?? [];
      found = rows.length;
    }
  }
}

/** Returns where the bytes of the file are now; null when it was deleted. */
export async function placeOf(
  transactions: Pick<Transactions, 'run'>,
  { hospitalId, table, bytes, key, id }: StoredFile,
): Promise<FilePlace | null> {
  const [row] = await transactions.run(systemContext(hospitalId, 'stored files'), (tx) =>
    tx.query<FilePlace & Record<string, unknown>>(
      `SELECT ${bytes} AS content, object FROM ${table} WHERE ${whereKey(key)}`,
      id,
    ),
  );
  return row ?? null;
}

/** Returns SQL for one row by its key; the values are the first parameters. */
export const whereKey = (key: readonly string[]): string =>
  key.map((column, index) => `${column} = $${index + 1}`).join(' AND ');
