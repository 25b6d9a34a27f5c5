import type { DataSource } from 'typeorm';
import { PgBoss } from 'pg-boss';
import { createOwnerDataSource, loadMigrations } from './data-source.ts';

/** Any number, the same for every process: only one migrates, the others wait and then find nothing to do. */
const migrationLock = 7_301_164_002;

export const jobsSchema = 'pgboss';

/**
 * Brings the schema up to date as the owner, lets the app’s role in, and returns how many migrations ran. Several
 * programs may start at once.
 */
export async function migrate(ownerUrl: string, app: { role: string }): Promise<number> {
  const source = await (await createOwnerDataSource(ownerUrl)).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const ran = await source.runMigrations();
    await migrateJobs(ownerUrl);
    await letIn(source, app.role);
    return ran.length;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
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

/** Names of migrations: those of this program that the database has not seen, and those that this program does not know. */
export async function migrationState(source: DataSource): Promise<{ pending: string[]; unknown: string[] }> {
  const known = (await loadMigrations()).map(({ name }) => name);
  const [{ made } = { made: false }] = await source.query<{ made: boolean }[]>(
    `SELECT to_regclass('schema_migration') IS NOT NULL AS made`,
  );
  const ran = made
    ? (await source.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id')).map(({ name }) => name)
    : [];
  return {
    pending: known.filter((name) => !ran.includes(name)),
    unknown: ran.filter((name) => !known.includes(name)),
  };
}
