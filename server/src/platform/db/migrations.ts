import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { oldestProgramOf, type DeclaredMigration } from './declared-migration.ts';

const folder = new URL('../../../../migrations/', import.meta.url);

/** A migration of this program, as its file describes it. */
interface MigrationFile {
  /** The class name, by which the database records that it ran. */
  name: string;
  checksum: string;
  url: URL;
}

/** A migration that can run. */
export interface KnownMigration extends Omit<MigrationFile, 'url'> {
  /** The oldest release whose programs work on its schema; null when nothing is known. */
  oldestProgram: string | null;
  migration: new () => DeclaredMigration;
}

/** Differences between the database and this program, by migration name. */
export interface MigrationState {
  /** Exist in this program and have not run. */
  pending: string[];
  /** Have run but are unknown to this program; with the oldest release that works with each, null if not recorded. */
  unknown: { name: string; oldestProgram: string | null }[];
  /** Have run with a different content than in this program. */
  changed: string[];
}

let files: Promise<MigrationFile[]> | undefined;
let known: Promise<KnownMigration[]> | undefined;

/** Returns the migrations folder in order of timestamps; read once. */
export function knownMigrations(): Promise<KnownMigration[]> {
  return (known ??= migrationFiles().then((found) => Promise.all(found.map(load))));
}

/** Reads the folder without loading the migrations: each start of the api compares them, and only `migrate` runs them. */
function migrationFiles(): Promise<MigrationFile[]> {
  return (files ??= readFolder());
}

async function readFolder(): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{13}-[a-z0-9-]+\.ts$/.test(name)).sort();
  const found = names.map(async (file) => {
    const url = new URL(file, folder);
    const source = await readFile(url, 'utf8');
    const [, name] = /^export class (\w+)/m.exec(source) ?? [];
    if (!name) throw new Error(`${file} exports no migration`);
    return { name, checksum: recordedAs(checksumOf(source)), url };
  });
  return Promise.all(found);
}

async function load({ name, checksum, url }: MigrationFile): Promise<KnownMigration> {
  const { [name]: migration } = (await import(url.href)) as Record<string, new () => DeclaredMigration>;
  if (!migration) throw new Error(`${url.pathname} does not export ${name}`);
  return { name, checksum, oldestProgram: oldestProgramOf(new migration()), migration };
}

/** Returns SHA-256 of a migration without comment lines, blank lines and indentation. */
export function checksumOf(source: string): string {
  const statements = source
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/^(\/\/|\/\*|\*|--)/.test(text));
  return createHash('sha256').update(statements.join('\n')).digest('hex');
}

/**
 * Checksums of migrations that were mended after their release because they failed on some databases. The database keeps the checksum of before:
 * what they do where they succeeded has not changed, and programs of the releases before know no other.
 */
const mended: Readonly<Record<string, string>> = {
  // RequestProofs1764003304000: an owner that is no superuser leaves functions of extensions alone.
  '02b51ef7e083265b14448403d1db28851ca9b47d25676fbe932d500e869f0488':
    'e3c4aeb311e03ffff298c6e3d09634537a84aa7e665c8f142ed0d9e372a4c3f8',
};

/** Returns the checksum that the database records for a file with this one. */
export function recordedAs(checksum: string): string {
  return mended[checksum] ?? checksum;
}

/** Compares the migrations that have run, by name and checksum, with those of this program. */
export async function migrationState(source: DataSource): Promise<MigrationState> {
  const migrations = await migrationFiles();
  const ran = await readRan(source);
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const names = new Set(ran.map(({ name }) => name));
  return {
    pending: migrations.map(({ name }) => name).filter((name) => !names.has(name)),
    unknown: ran.filter(({ name }) => !checksums.has(name)).map(({ name, oldestProgram }) => ({ name, oldestProgram })),
    changed: ran
      .filter(({ name, checksum }) => checksum !== null && checksums.has(name) && checksums.get(name) !== checksum)
      .map(({ name }) => name),
  };
}

interface RanMigration {
  name: string;
  checksum: string | null;
  oldestProgram: string | null;
}

/** Returns migrations in the order in which they ran, with null for what their release did not record. */
async function readRan(source: DataSource): Promise<RanMigration[]> {
  const found = await source.query<{ name: string }[]>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass('public.schema_migration') AND NOT attisdropped`,
  );
  const columns = new Set(found.map(({ name }) => name));
  if (columns.size === 0) return [];
  const select = (column: string) => (columns.has(column) ? column : 'NULL');
  return source.query(
    `SELECT name, ${select('checksum')} AS checksum, ${select('oldest_program')} AS "oldestProgram" FROM schema_migration ORDER BY id`,
  );
}

/** Creates the record of migrations as TypeORM reads it, and adds what this program records beside their names. */
export async function prepareRecord(runner: QueryRunner): Promise<void> {
  await runner.query(
    'CREATE TABLE IF NOT EXISTS schema_migration (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL)',
  );
  await runner.query(
    'ALTER TABLE schema_migration ADD COLUMN IF NOT EXISTS checksum text, ADD COLUMN IF NOT EXISTS oldest_program text',
  );
}

/** Records checksum and oldest program of migrations that ran without them, as this program has them. */
export async function recordMigrations(runner: QueryRunner): Promise<void> {
  const migrations = await knownMigrations();
  await runner.query(
    `UPDATE schema_migration m
     SET checksum = coalesce(m.checksum, k.checksum), oldest_program = coalesce(m.oldest_program, k.oldest)
     FROM unnest($1::text[], $2::text[], $3::text[]) AS k(name, checksum, oldest)
     WHERE m.name = k.name AND (m.checksum IS NULL OR (m.oldest_program IS NULL AND k.oldest IS NOT NULL))`,
    [
      migrations.map(({ name }) => name),
      migrations.map(({ checksum }) => checksum),
      migrations.map(({ oldestProgram }) => oldestProgram),
    ],
  );
}
