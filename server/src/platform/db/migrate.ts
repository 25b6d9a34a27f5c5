import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { PgBoss } from 'pg-boss';
import { installedQuery, jobSchema, readInstalled, recordStatement } from '../jobs/job-schema.ts';
import { isAtLeast, programVersion } from '../process/program-version.ts';
import { StartError } from '../process/start-failure.ts';
import { createOwnerDataSource, sessionTimeouts } from './data-source.ts';
import { standardLocks, withLockRetries, type LockLimits } from './lock-retries.ts';
import { migrationState, type MigrationState } from './migrations.ts';
import { padsOf } from './request-proof.ts';
import { runMigrations } from './run-migrations.ts';

/** The logins that the database admits besides its owner. */
export interface AppAccess {
  /** With the login of the api, which must exist. */
  appUrl: string;
  /** With the login of operators’ pages, which is created if missing. */
  operatorUrl: string;
  requestKey: Buffer;
}

/** An arbitrary number, the same in every process: one migrates, the others wait and then find nothing to do. */
const migrationLock = 7_301_164_002;
/** Milliseconds between two attempts to lock. */
const LOCK_PAUSE = 200;

export const jobsSchema = 'pgboss';

/**
 * Migrates the schema as the owner, grants access to the app’s role, and returns how many migrations ran. Several programs may start at once. Throws
 * `StartError` for a database of a newer release, or an edited migration.
 */
export async function migrate(ownerUrl: string, app: AppAccess, locks: LockLimits = standardLocks): Promise<number> {
  const source = await (await createOwnerDataSource(ownerUrl)).initialize();
  const lock = source.createQueryRunner();
  try {
    await waitFor(lock);
    assertNoneForeign(await migrationState(source), 'DATABASE_OWNER_URL');
    const ran = await runMigrations(source, locks);
    await withLockRetries('The migration of the job queue', locks, () => migrateJobs(ownerUrl, locks));
    await recordJobSchema(source);
    await letIn(source, app.appUrl);
    await letOperatorsIn(source, app.operatorUrl, loginOf(app.appUrl).role);
    for (const url of [app.appUrl, app.operatorUrl]) await limitSessions(source, loginOf(url).role);
    await storeRequestKey(source, app.requestKey);
    return ran;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

/**
 * Waits until no other program migrates, by polling. A waiting statement would hold a snapshot, and a concurrent index build waits for older
 * snapshots: a deadlock.
 */
async function waitFor(lock: QueryRunner): Promise<void> {
  for (;;) {
    const [answer] = (await lock.query('SELECT pg_try_advisory_lock($1) AS taken', [migrationLock])) as {
      taken: boolean;
    }[];
    if (answer?.taken) return;
    await delay(LOCK_PAUSE);
  }
}

/**
 * Rejects a database of a newer release that this one does not work with, and a migration that was edited after it ran. Throws
 * `StartError`.
 */
export function assertNoneForeign({ pending, unknown, changed }: MigrationState, setting: string): void {
  const newest = unknown.at(-1)?.name;
  const oldest = unknown.map(({ oldestProgram }) => oldestProgram);
  if (oldest.includes(null))
    throw new StartError(
      `${setting}: a newer release has migrated this database (${newest}). Start that release, or restore a backup.`,
    );
  const needed = oldest
    .filter((version) => version !== null)
    .filter((version) => !isAtLeast(programVersion, version))
    .reduce<string | null>((latest, version) => (latest && isAtLeast(latest, version) ? latest : version), null);
  if (needed)
    throw new StartError(
      `${setting}: a newer release has migrated this database (${newest}), and release ${programVersion} is too old for it. Start release ${needed} or a later one, or restore a backup.`,
    );
  if (unknown.length > 0 && pending.length > 0)
    throw new StartError(
      `${setting}: another release has migrated this database (${newest}) without ${pending[0]}. Start that release, or restore a backup.`,
    );
  if (changed.length > 0)
    throw new StartError(
      `${setting}: ${changed.join(', ')} ran on this database with other content than in this program. Reinstall the unmodified release.`,
    );
}

/** Migrates the job queue, which has its own tables and versions, or creates it. */
export async function migrateJobs(ownerUrl: string, { seconds }: LockLimits): Promise<void> {
  // Handed on to pg.
  const connection = {
    connectionString: ownerUrl,
    options: `-c statement_timeout=0 -c lock_timeout=${Math.ceil(seconds * 1000)}`,
  };
  const boss = new PgBoss({ ...connection, schema: jobsSchema, supervise: false, schedule: false });
  // A lost connection fails the start or stop; without a listener it would end the process.
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

/** Records which older programs may use the job queue, unless a newer release has recorded it. */
async function recordJobSchema(source: DataSource): Promise<void> {
  const [row] = await source.query<{ version: number; remark: string | null }[]>(installedQuery(jobsSchema));
  if (readInstalled(row).version === jobSchema) await source.query(recordStatement(jobsSchema));
}

/** Stores the key; from then on the database accepts only proofs by it. */
async function storeRequestKey(source: DataSource, key: Buffer): Promise<void> {
  const { inner, outer } = padsOf(key);
  await source.query(
    `INSERT INTO wall.request_key (inner_pad, outer_pad) VALUES ($1, $2)
     ON CONFLICT (one) DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`,
    [inner, outer],
  );
}

/** Grants the api’s login the rights of the schema’s group role `yunzhen_app`, and the job queue’s tables. */
async function letIn(source: DataSource, appUrl: string): Promise<void> {
  const database = quote(await nameOf(source));
  const statements = [
    `GRANT yunzhen_app TO ${quote(loginOf(appUrl).role)}`,
    `REVOKE CREATE ON SCHEMA ${jobsSchema} FROM yunzhen_app`,
    `GRANT USAGE ON SCHEMA ${jobsSchema} TO yunzhen_app`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${jobsSchema} FROM yunzhen_app`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobsSchema} TO yunzhen_app`,
    `GRANT ALL ON ALL SEQUENCES IN SCHEMA ${jobsSchema} TO yunzhen_app`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobsSchema} TO yunzhen_app`,
    ...(await listingStatements(source)),
    // A temporary table could shadow another table.
    `REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`,
  ];
  // At once: an api that serves in the meantime must never find a right missing.
  await source.transaction(async (manager) => {
    for (const statement of statements) await manager.query(statement);
  });
}

/**
 * Revokes the right to list prepared statements, without which the api prepares none. Only a superuser may; where one has done so, an owner
 * that is none would be refused.
 */
async function listingStatements(source: DataSource): Promise<string[]> {
  const [right] = await source.query<{ everyone: boolean }[]>(
    `SELECT has_function_privilege('public', 'pg_catalog.pg_prepared_statement()', 'EXECUTE') AS everyone`,
  );
  return right?.everyone ? ['REVOKE EXECUTE ON FUNCTION pg_catalog.pg_prepared_statement() FROM PUBLIC'] : [];
}

/** Grants operators their own login, whose role the api’s login cannot assume. */
async function letOperatorsIn(source: DataSource, operatorUrl: string, appRole: string): Promise<void> {
  const { role, password } = loginOf(operatorUrl);
  const [found] = await source.query<{ login: boolean; member: boolean; former: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS login, EXISTS (${membership} m.member = to_regrole(quote_ident($1))) AS member,
       EXISTS (${membership} m.member = to_regrole(quote_ident($2))) AS former`,
    [role, appRole],
  );
  if (!found?.login)
    await source.query(`CREATE ROLE ${quote(role)} LOGIN PASSWORD '${password.replaceAll("'", "''")}'`);
  if (!found?.member) await source.query(`GRANT yunzhen_operator TO ${quote(role)}`);
  if (found?.former) await source.query(`REVOKE yunzhen_operator FROM ${quote(appRole)}`);
  await source.query(`GRANT CONNECT ON DATABASE ${quote(await nameOf(source))} TO ${quote(role)}`);
}

/** Gives a login’s role its time limits. An owner who may not change a role that others made leaves that to them (docs/operations/scaling.md). */
async function limitSessions(source: DataSource, role: string): Promise<void> {
  const target = `${quote(role)} IN DATABASE ${quote(await nameOf(source))}`;
  const statements = Object.entries(sessionTimeouts).map(([name, ms]) => `ALTER ROLE ${target} SET ${name} = ${ms};`);
  await source.query(`DO $limits$ BEGIN ${statements.join(' ')}
    EXCEPTION WHEN insufficient_privilege THEN NULL; END $limits$`);
}

const membership = `SELECT 1 FROM pg_auth_members m WHERE m.roleid = to_regrole('yunzhen_operator') AND`;

async function nameOf(source: DataSource): Promise<string> {
  const [database] = await source.query<{ name: string }[]>('SELECT current_database() AS name');
  return database?.name ?? '';
}

function loginOf(url: string): { role: string; password: string } {
  const { username, password } = new URL(url);
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
