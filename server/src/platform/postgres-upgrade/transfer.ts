import type { Client } from 'pg';
import { createOwnerDataSource } from '../db/data-source.ts';
import type { EmbeddedServer } from '../db/embedded-postgres.ts';
import { standardLocks } from '../db/lock-retries.ts';
import { assertNoneForeign, jobsSchema, migrateJobs } from '../db/migrate.ts';
import { knownMigrations, migrationState, type KnownMigration } from '../db/migrations.ts';
import { runMigrations } from '../db/run-migrations.ts';
import { StartError } from '../process/start-failure.ts';
import { beginReading } from './begin-reading.ts';
import { copyRows } from './copy-rows.ts';
import type { OldServer } from './old-server.ts';
import { copyRights, rightDifferences } from './rights.ts';
import { copyRoles, roleDifferences } from './roles.ts';
import { withSession, withSessions } from './session.ts';
import { createPartitions, shapeDifferences } from './shape.ts';

/** Reports a step, with how much of it is done. */
export type Progress = (step: string, done?: number, total?: number) => void;

interface Transfer {
  old: OldServer;
  fresh: EmbeddedServer;
  database: string;
  progress: Progress;
}

/**
 * Copies everything of an old server into a new, empty one: the schema by the migrations that ran on the old one, then rights, roles and rows. Throws
 * `StartError` when the old one has something that the copy would lack.
 */
export async function transfer({ old, fresh, database, progress }: Transfer): Promise<void> {
  const admin = [old.url('postgres'), fresh.adminUrl('postgres')] as const;
  const found = await withSession(old.url('postgres'), databasesOf);
  const others = found.filter((name) => name !== database && name !== 'postgres');
  if (others.length > 0) throw objection([`databases of others: ${others.join(', ')}`]);
  const isFilled = found.includes(database);
  if (isFilled) await createSchema(old.url(database), fresh, database, progress);
  await withSessions(admin, async (source, target) => {
    await copyRoles(source, target);
    refuse(await roleDifferences(source, target));
    refuse(await shapeDifferences(source, target));
  });
  if (!isFilled) return;
  await withSessions([old.url(database), fresh.adminUrl(database)], async (source, target) => {
    await beginReading(source);
    await createPartitions(source, target);
    refuse(await shapeDifferences(source, target));
    refuse(await largeObjectsOf(source));
    await copyRights(source, target);
    refuse(await rightDifferences(source, target));
    await copyRows(source, target, (done, total) => progress('copying', done, total));
    await source.query('ROLLBACK');
    progress('collecting statistics');
    await target.query('ANALYZE');
  });
}

async function databasesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE NOT datistemplate ORDER BY datname',
  );
  return rows.map(({ name }) => name);
}

async function largeObjectsOf(client: Client): Promise<string[]> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_largeobject_metadata LIMIT 1');
  return rowCount ? ['- large objects'] : [];
}

/** Runs the migrations of the old database in the new one, in the same way as in a new installation. */
async function createSchema(
  oldUrl: string,
  fresh: EmbeddedServer,
  database: string,
  progress: Progress,
): Promise<void> {
  progress('creating the schema');
  await fresh.createDatabase(database);
  const ran = await ranMigrations(oldUrl);
  const source = await (await createOwnerDataSource(fresh.adminUrl(database), Promise.resolve(ran))).initialize();
  try {
    if (ran.length > 0) await runMigrations(source, standardLocks);
  } finally {
    await source.destroy();
  }
  if (await hasJobs(oldUrl)) await migrateJobs(fresh.adminUrl(database), standardLocks);
}

/** Returns the migrations that ran on the old database. Throws `StartError` when this program does not have one of them. */
async function ranMigrations(oldUrl: string): Promise<KnownMigration[]> {
  const source = await (await createOwnerDataSource(oldUrl, Promise.resolve([]))).initialize();
  try {
    const state = await migrationState(source);
    assertNoneForeign(state, 'DATA_DIR');
    if (state.unknown.length > 0)
      throw new StartError(
        `DATA_DIR: a newer release has migrated this database (${state.unknown.at(-1)?.name}), and only that release can upgrade it.`,
      );
    const pending = new Set(state.pending);
    return (await knownMigrations()).filter(({ name }) => !pending.has(name));
  } finally {
    await source.destroy();
  }
}

async function hasJobs(url: string): Promise<boolean> {
  return withSession(url, async (source) => {
    const { rows } = await source.query<{ exists: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS exists', [
      jobsSchema,
    ]);
    return rows[0]?.exists ?? false;
  });
}

function refuse(differences: readonly string[]): void {
  if (differences.length > 0) throw objection(differences);
}

function objection(differences: readonly string[]): StartError {
  const further = differences.length > 5 ? `\n… and ${differences.length - 5} more` : '';
  return new StartError(
    'The database differs from what this release creates, and the upgrade would lose the difference. Nothing was changed. ' +
      `Start the release that wrote it, and export or remove:\n${differences.slice(0, 5).join('\n')}${further}`,
  );
}
