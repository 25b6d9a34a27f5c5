import type { DataSource } from 'typeorm';
import { PgBoss } from 'pg-boss';
import { StartError } from '../process/start-failure.ts';
import { createOwnerDataSource } from './data-source.ts';
import { migrationState, recordChecksums, type MigrationState } from './migrations.ts';

/** Any number, the same for every process: only one migrates, the others wait and then find nothing to do. */
const migrationLock = 7_301_164_002;

export const jobsSchema = 'pgboss';

/**
 * Brings the schema up to date as the owner, lets the app’s role in, and returns how many migrations ran. Several
 * programs may start at once. Throws `StartError` for a database of a newer release, or an edited migration.
 */
export async function migrate(ownerUrl: string, app: { role: string }): Promise<number> {
  const source = await (await createOwnerDataSource(ownerUrl)).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    assertNoneForeign(await migrationState(source), 'DATABASE_OWNER_URL');
    const ran = await source.runMigrations();
    await recordChecksums(source);
    await migrateJobs(ownerUrl);
    await letIn(source, app.role);
    return ran.length;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

/** Refuses what a newer release has migrated, and a migration that was edited after it ran. Throws `StartError`. */
export function assertNoneForeign({ unknown, changed }: MigrationState, setting: string): void {
  if (unknown.length > 0)
    throw new StartError(
      `${setting}: a newer release has migrated this database (${unknown.at(-1)}). Start that release, or restore a backup.`,
    );
  if (changed.length > 0)
    throw new StartError(
      `${setting}: ${changed.join(', ')} ran on this database with other content than in this program. Install the release again, unaltered.`,
    );
}

/** The job queue keeps its own tables and its own versions of them. */
async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobsSchema, supervise: false, schedule: false });
  // A connection lost on the way fails the start or the stop; without a listener it would end the process.
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

/** Grants the app’s role what the schema’s group role `yunzhen_app` may do, and the job queue’s tables. */
async function letIn(source: DataSource, role: string): Promise<void> {
  const quoted = `"${role.replaceAll('"', '""')}"`;
  await source.query(`GRANT yunzhen_app TO ${quoted}`);
  // Taken on for an operator’s transactions, never held beside the app’s own rights.
  await source.query(`GRANT yunzhen_operator TO ${quoted} WITH INHERIT FALSE, SET TRUE`);
  await source.query(`GRANT USAGE, CREATE ON SCHEMA ${jobsSchema} TO yunzhen_app`);
  await source.query(`GRANT ALL ON ALL TABLES IN SCHEMA ${jobsSchema} TO yunzhen_app`);
  await source.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA ${jobsSchema} TO yunzhen_app`);
  await source.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobsSchema} TO yunzhen_app`);
}
