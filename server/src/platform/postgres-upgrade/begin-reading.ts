import type { Client } from 'pg';
import { getMigrationPlans } from 'pg-boss';
import { jobsSchema } from '../db/migrate.ts';
import { installedQuery, jobSchema, readInstalled } from '../jobs/job-schema.ts';

/**
 * Begins the transaction in which the old database is read; it must be rolled back. An older job queue is migrated in it, because pg-boss creates its
 * newest tables only. So the old files keep the queue of the release that wrote them.
 */
export async function beginReading(source: Client): Promise<void> {
  const version = await queueVersion(source);
  const isOlder = version !== null && version < jobSchema;
  await source.query(`BEGIN ISOLATION LEVEL REPEATABLE READ ${isOlder ? 'READ WRITE' : 'READ ONLY'}`);
  if (isOlder) await source.query(`${migrationFrom(version)} ${withoutTimeLimits}`);
}

async function queueVersion(source: Client): Promise<number | null> {
  const { rows } = await source.query<{ table: string | null }>(`SELECT to_regclass('${jobsSchema}.version') AS table`);
  if (rows[0]?.table === null) return null;
  return readInstalled((await source.query(installedQuery(jobsSchema))).rows[0]).version;
}

/** The plan sets its own, and the transaction is idle while the new files are written. */
const withoutTimeLimits = 'SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;';

/** Returns the statements of pg-boss’s migration. Index builds follow its transaction; the new database has those indexes. */
function migrationFrom(version: number): string {
  const [, statements] = /^\s*BEGIN;(.*?)^\s*COMMIT;/ms.exec(getMigrationPlans(jobsSchema, version)) ?? [];
  if (statements === undefined) throw new Error('the migration of the job queue is not one transaction');
  return statements;
}
