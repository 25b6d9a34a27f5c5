import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { notOfExtension, ownSchemas } from './session.ts';

interface Table {
  /** Quoted, with its schema. */
  name: string;
  columns: string;
  bytes: number;
}

/** Bytes so far, and approximately in total. */
export type Copied = (done: number, total: number) => void;

/**
 * Replaces the rows of every table by those of the same table in another database, without triggers or foreign keys, and compares number and digest
 * of the rows. All of it or nothing. The first database is read in the transaction that is open. Throws when a table differs.
 */
export async function copyRows(source: Client, target: Client, copied: Copied): Promise<void> {
  const tables = await tablesOf(source);
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 1);
  let done = 0;
  const count = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      done += chunk.length;
      copied(Math.min(done, total), total);
      yield chunk;
    }
  };
  await target.query(`BEGIN; SET LOCAL session_replication_role = 'replica'`);
  await empty(target);
  for (const { name, columns } of tables)
    await pipeline(
      source.query(copyTo(`COPY ${name} (${columns}) TO STDOUT`)),
      count,
      target.query(copyFrom(`COPY ${name} (${columns}) FROM STDIN (FREEZE)`)),
    );
  for (const table of tables) await compare(source, target, table);
  await copySequences(source, target);
  await target.query('COMMIT');
}

/** Returns all tables with rows of their own, the large ones first. */
async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string; bytes: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, pg_table_size(c.oid) AS bytes,
       string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE ${ownSchemas} AND c.relkind = 'r' AND ${notOfExtension('pg_class', 'c.oid')}
     GROUP BY c.oid, n.nspname, c.relname ORDER BY pg_table_size(c.oid) DESC`,
  );
  return rows.map(({ bytes, ...row }) => ({ ...row, bytes: Number(bytes) }));
}

/** Deletes the rows that migrations wrote. Only tables that this transaction truncated are filled with frozen rows. */
async function empty(client: Client): Promise<void> {
  // Partitioned tables too, because foreign keys lead to and from them.
  const { rows } = await client.query<{ names: string | null }>(
    `SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', ') AS names FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${ownSchemas} AND c.relkind IN ('r', 'p') AND ${notOfExtension('pg_class', 'c.oid')}`,
  );
  const names = rows[0]?.names;
  if (names) await client.query(`TRUNCATE ${names}`);
}

/** The digest does not depend on the order of rows. */
async function compare(source: Client, target: Client, { name, columns }: Table): Promise<void> {
  const query = `SELECT count(*) || ' rows, ' || coalesce(sum(('x' || left(md5(ROW(${columns})::text), 16))::bit(64)::bigint), 0) AS digest
    FROM ONLY ${name}`;
  const [before, after] = await Promise.all(
    [source, target].map(async (client) => (await client.query<{ digest: string }>(query)).rows[0]?.digest),
  );
  if (before !== after)
    throw new Error(`The copy of ${name} differs: ${String(before)} became ${String(after)}. Nothing was changed.`);
}

async function copySequences(source: Client, target: Client): Promise<void> {
  const { rows } = await source.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${ownSchemas} AND c.relkind = 'S' AND ${notOfExtension('pg_class', 'c.oid')}`,
  );
  for (const { name } of rows) {
    const state = await source.query<{ value: string; called: boolean }>(
      `SELECT last_value AS value, is_called AS called FROM ${name}`,
    );
    const { value, called } = state.rows[0] ?? {};
    await target.query('SELECT setval($1::regclass, $2, $3)', [name, value, called]);
  }
}
