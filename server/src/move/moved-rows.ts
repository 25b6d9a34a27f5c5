import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { fileTables } from '../api/stored-files.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import { StartError } from '../platform/process/start-failure.ts';
import { movedTables, stayingTables } from './moved-tables.ts';
import type { MovedTable } from './table-shape.ts';

/** Reads rows, or keys, into a table of this transaction, which row-level security does not cover. `columns`: which ones they have. */
export async function stageRows(
  client: Client,
  stage: 'staged_row' | 'staged_key',
  { name }: MovedTable,
  { columns, lines }: { columns: readonly string[]; lines: AsyncIterable<Buffer> },
): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE ${stage} ON COMMIT DROP AS SELECT ${columns.join(', ')} FROM public.${name} WITH NO DATA`,
  );
  await pipeline(lines, client.query(copyFrom(`COPY ${stage} FROM STDIN`)));
  await client.query(`ANALYZE ${stage}`);
}

/** Throws `StartError` when the source sent rows of another hospital: nothing else would stop them, since a superuser is above row-level security. */
export async function assertStagedOf(client: Client, { name }: MovedTable, hospitalId: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM staged_row WHERE hospital_id IS DISTINCT FROM $1 LIMIT 1', [
    hospitalId,
  ]);
  if (rowCount !== 0) throw new StartError(`The source sent rows of another hospital in ${name}.`);
}

/** Deletes the rows with the key of a staged one. Returns how many. */
export async function deleteReplaced(client: Client, table: MovedTable, hospitalId: string): Promise<number> {
  return deleteWhere(client, table, hospitalId, isIn(table, 'staged_row'));
}

/** Deletes the rows whose key is not among the staged ones. Returns how many. */
export async function deleteOthers(client: Client, table: MovedTable, hospitalId: string): Promise<number> {
  return deleteWhere(client, table, hospitalId, `NOT ${isIn(table, 'staged_key')}`);
}

async function deleteWhere(client: Client, { name }: MovedTable, hospitalId: string, only: string): Promise<number> {
  const { rowCount } = await client.query(`DELETE FROM public.${name} t WHERE t.hospital_id = $1 AND ${only}`, [
    hospitalId,
  ]);
  return rowCount ?? 0;
}

/** Adds the staged rows. Returns how many. */
export async function addStaged(client: Client, { name, columns }: MovedTable): Promise<number> {
  const names = columns.map((column) => column.name).join(', ');
  const { rowCount } = await client.query(`INSERT INTO public.${name} (${names}) SELECT ${names} FROM staged_row`);
  return rowCount ?? 0;
}

/** SQL for WHERE: the row of `t` has the key of a staged row. In the FILTER of an aggregate Postgres would read all staged rows for each row. */
export function isIn({ key }: Pick<MovedTable, 'key'>, stage: 'staged_row' | 'staged_key'): string {
  return `EXISTS (SELECT 1 FROM ${stage} s WHERE ${key.map((column) => `s.${column} = t.${column}`).join(' AND ')})`;
}

/**
 * Deletes every row of a hospital that has moved, or has not arrived, and its objects in the bucket. The session writes rows as they are, so that no
 * rule about signed rows applies.
 */
export async function deleteRows(
  client: Client,
  hospitalId: string,
  files: Pick<FileStore, 'owner' | 'remove'>,
  say: (line: string) => void,
): Promise<void> {
  const stored = fileTables.map(
    ({ table }) => `SELECT object->>'key' AS key FROM ${table} WHERE hospital_id = $1 AND object IS NOT NULL`,
  );
  // Those that are still to be removed too: no job visits the hospital any more.
  const { rows } = await client.query<{ key: string }>(
    [...stored, 'SELECT key FROM object_removal WHERE hospital_id = $1'].join(' UNION '),
    [hospitalId],
  );
  if (rows.length > 0 && (await files.owner()) === 'own') for (const { key } of rows) await files.remove(key);
  else if (rows.length > 0)
    say(`${rows.length} objects stay in the bucket, which is not this database's. Delete them there.`);
  for (const name of [...movedTables, ...Object.keys(stayingTables)])
    await client.query(`DELETE FROM public.${name} WHERE hospital_id = $1`, [hospitalId]);
}
