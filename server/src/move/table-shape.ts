import type { Client } from 'pg';
import { fileTables } from '../api/stored-files.ts';
import { sealedColumns } from '../api/sealed-columns.ts';
import type { SealedColumn } from '../platform/signing/rewrap.ts';
import { StartError } from '../platform/process/start-failure.ts';
import { installationTables, movedTables, stayingTables } from './moved-tables.ts';

/** A table whose rows move, as the database describes it. */
export interface MovedTable {
  name: string;
  columns: readonly Column[];
  /** What names a row. */
  key: readonly string[];
  /** Other rows may have the same key, so every pass sends all of them. */
  isWhole: boolean;
  /** Its sealed values: on the way each row has the owner of each at its end. */
  seals: readonly (SealedColumn & { index: number })[];
  /** Where the bytes of a file and its object are among the columns. */
  file: { bytes: number; object: number } | null;
}

export interface Column {
  name: string;
  type: string;
}

/** Samples of call quality are only added and soon gathered; one that is sent again may have the same key. */
const keysOfOthers: Readonly<Record<string, readonly string[]>> = {
  call_quality_sample: ['session_id', 'participant_id', 'at'],
};

/**
 * Values that mean something in one database only: how they are sent, and what of them is compared afterwards. Entries of the chain are marked with
 * a number of their transaction (0 for one that the program did not write); a digest of a request is by a key of the installation.
 */
const localValues: Readonly<Record<string, { sent: string; compared: string }>> = {
  'audit_event.written_in': { sent: 'least(written_in, 1)', compared: 'written_in = 0' },
  'domain_event.written_in': { sent: 'least(written_in, 1)', compared: 'written_in = 0' },
  'audit_chain.unsealed_from': { sent: '1::bigint', compared: 'NULL' },
  'idempotency_key.request_digest': {
    sent: `CASE WHEN request_digest IS NOT NULL THEN ''::bytea END`,
    compared: 'request_digest IS NULL',
  },
};

/** Reads the tables to move. Throws `StartError` for a table that this program knows nothing about. */
export async function readMovedTables(client: Client): Promise<MovedTable[]> {
  const { rows } = await client.query<{ name: string; columns: Column[]; key: string[] | null }>(
    `SELECT c.relname AS name,
       (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT jsonb_agg(a.attname ORDER BY k.place) FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, place)
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  const known = new Set([...movedTables, ...Object.keys(stayingTables), ...Object.keys(installationTables)]);
  const strange = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (strange.length > 0)
    throw new StartError(
      `The database has tables of which nothing is known: ${strange.join(', ')}. Nothing was moved.`,
    );
  const isMoved = new Set(movedTables);
  return rows.filter(({ name }) => isMoved.has(name)).map(shapeOf);
}

function shapeOf({ name, columns, key }: { name: string; columns: Column[]; key: string[] | null }): MovedTable {
  const indexOf = (column: string) => columns.findIndex((one) => one.name === column);
  const seals = sealedColumns
    .filter(({ table }) => table === name)
    .map((seal) => ({ ...seal, index: indexOf(seal.column) }));
  const file = fileTables.find(({ table }) => table === name);
  const keyColumns = key ?? keysOfOthers[name];
  if (!keyColumns) throw new Error(`table ${name} has no key`);
  return {
    name,
    columns,
    key: keyColumns,
    isWhole: key === null,
    seals,
    file: file ? { bytes: indexOf(file.bytes), object: indexOf('object') } : null,
  };
}

/** Returns SQL for the rows of a hospital (`$1` is no parameter of COPY, so the id is written out) with the owners of their seals. */
export function rowsSql(table: MovedTable, hospitalId: string, only = 'true'): string {
  const columns = table.columns.map(({ name }) => localValues[`${table.name}.${name}`]?.sent ?? `t.${name}`);
  const owners = table.seals.map((seal) => `CASE WHEN ${seal.only ?? 'true'} THEN t.${seal.owner ?? 'id'} END`);
  return `SELECT ${[...columns, ...owners].join(', ')} FROM public.${table.name} t WHERE t.hospital_id = '${hospitalId}' AND ${only}`;
}

/** Returns SQL for the keys of all rows of a hospital. */
export const keysSql = ({ name, key }: MovedTable, hospitalId: string): string =>
  `SELECT ${key.map((column) => `t.${column}`).join(', ')} FROM public.${name} t WHERE t.hospital_id = '${hospitalId}'`;

/** SQL: true for rows that the transaction with this number, or a later one, has written. Row marks have 32 of its 64 bits. */
export const writtenSince = (transaction: string): string =>
  `(t.xmin::text::bigint - (${transaction} % 4294967296) + 4294967296) % 4294967296 < 2147483648`;

/** What two copies of a table have in common. */
export interface TableDigest {
  /** How many rows the hospital has in it. */
  rows: number;
  /** How many of them a pass sends. */
  changed: number;
  /** A digest of the content of those that it compares. It does not depend on their order. */
  content: string;
}

/** SQL for rows `t`. */
interface Counted {
  /** Those that are read at all. */
  among?: string;
  changed: string;
  compared: string;
}

export async function readDigests(
  client: Client,
  tables: readonly MovedTable[],
  hospitalId: string,
  counted: Counted,
): Promise<Map<string, TableDigest>> {
  if (tables.length === 0) return new Map();
  const { rows } = await client.query<TableDigest & { name: string }>(
    tables.map((table) => digestSql(table, counted)).join(' UNION ALL '),
    [hospitalId],
  );
  return new Map(rows.map(({ name, ...digest }) => [name, digest]));
}

function digestSql(table: MovedTable, counted: Counted): string {
  const { among = 'true' } = counted;
  const { changed, compared } = table.isWhole ? { changed: 'true', compared: 'true' } : counted;
  const content = table.columns.flatMap((column, index) => comparedSql(table, column, index));
  return `SELECT '${table.name}' AS name, count(*)::float8 AS rows, count(*) FILTER (WHERE ${changed})::float8 AS changed,
      coalesce(sum(('x' || left(md5(ROW(${content.join(', ')})::text), 16))::bit(64)::bigint) FILTER (WHERE ${compared}), 0)::text AS content
    FROM public.${table.name} t WHERE t.hospital_id = $1 AND ${among}`;
}

/** A seal is another in each installation, and the bytes of a file may be in the row or in an object. */
function comparedSql({ name, seals, file }: MovedTable, column: Column, index: number): string[] {
  const local = localValues[`${name}.${column.name}`];
  if (local) return [local.compared];
  if (seals.some((seal) => seal.index === index)) return [`t.${column.name} IS NULL`];
  if (file?.object === index) return [];
  if (file?.bytes === index) return [`coalesce(t.object->>'sha256', encode(sha256(t.${column.name}), 'hex'))`];
  return [column.type === 'bytea' ? `sha256(t.${column.name})` : `t.${column.name}`];
}
