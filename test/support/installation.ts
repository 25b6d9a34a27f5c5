import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { copyLines } from '../../server/src/demo/bulk-copy.ts';
import { knownMigrations } from '../../server/src/platform/db/migrations.ts';

/** An installation as an earlier version stored it: its migrations, its rows and its api’s responses. */
export interface Installation {
  /** The classes of the migrations that created the schema, in order. */
  migrations: string[];
  /** When it was recorded; the api that opens it runs at this time. */
  madeAt: string;
  /** A key used only for this fixture. */
  keyEncryptionKey: string;
  hospital: string;
  recordings: Recording[];
  tables: { name: string; columns: string[]; lines: string[] }[];
}

/** One request and its response: the JSON, or the SHA-256 digest of a file. */
export interface Recording {
  /** The e-mail address of the demo account that sends the request; null for an anonymous visitor. */
  as: string | null;
  method: string;
  path: string;
  contentType: string | null;
  /** Base64. */
  body: string | null;
  answer: unknown;
  /** For a PDF: the result of the public verification. */
  check: unknown;
}

/** Reads every table of the schema `public`, except the record of migrations. */
export async function dumpTables(adminUrl: string): Promise<Installation['tables']> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string; columns: string[] }>(
      `SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migration'
       GROUP BY c.relname ORDER BY c.relname`,
    );
    const tables: Installation['tables'] = [];
    for (const { name, columns } of rows) {
      const copied = await text(client.query(copyTo(`COPY "${name}" (${columns.join(', ')}) TO STDOUT`)));
      tables.push({ name, columns, lines: copied.split('\n').slice(0, -1) });
    }
    return tables;
  });
}

/** Creates the former schema in an empty database and inserts the rows without triggers or foreign keys. */
export async function restoreInstallation(adminUrl: string, installation: Installation): Promise<void> {
  const known = (await knownMigrations()).filter(({ name }) => installation.migrations.includes(name));
  const source = await new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations: known.map(({ migration }) => migration),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
  }).initialize();
  await source.runMigrations();
  await source.destroy();
  await withClient(adminUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const { name, columns, lines } of installation.tables) {
      await client.query(`DELETE FROM "${name}"`);
      if (lines.length > 0) await copyLines(client, `"${name}"`, columns, lines);
    }
    await client.query('COMMIT');
  });
}

export async function writeInstallation(file: URL, installation: Installation): Promise<number> {
  const json = Buffer.from(JSON.stringify(installation));
  const packed = brotliCompressSync(json, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  });
  await writeFile(file, packed);
  return packed.length;
}

export async function readInstallation(file: URL): Promise<Installation> {
  return JSON.parse(brotliDecompressSync(await readFile(file)).toString()) as Installation;
}

async function withClient<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
