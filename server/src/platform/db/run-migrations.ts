import { MigrationExecutor, type DataSource, type Migration, type QueryRunner } from 'typeorm';
import { type LockLimits, withLockRetries } from './lock-retries.ts';
import { prepareRecord, recordMigrations } from './migrations.ts';

/**
 * Runs the pending migrations in their order, each in a transaction unless it declares `transaction = false`, and returns how many ran.
 * No statement timeout ends one. Throws `StartError` when a lock cannot be acquired.
 */
export async function runMigrations(source: DataSource, locks: LockLimits): Promise<number> {
  const runner = source.createQueryRunner();
  const executor = new MigrationExecutor(source, runner);
  try {
    await prepareRecord(runner);
    const pending = await executor.getPendingMigrations();
    for (const migration of pending)
      await withLockRetries(`The migration ${migration.name}`, locks, () => runOne(executor, runner, migration, locks));
    await recordMigrations(runner);
    return pending.length;
  } finally {
    await runner.release();
  }
}

async function runOne(
  executor: MigrationExecutor,
  runner: QueryRunner,
  migration: Migration,
  { seconds }: LockLimits,
): Promise<void> {
  const isOutside = migration.instance?.transaction === false;
  await runner.query(`SET statement_timeout = 0`);
  await runner.query(`SET idle_in_transaction_session_timeout = 0`);
  // Outside a transaction a migration only builds indexes and validates, which wait without making others wait.
  await runner.query(`SET lock_timeout = ${isOutside ? 0 : Math.ceil(seconds * 1000)}`);
  if (isOutside) {
    await dropInterrupted(runner);
    await executor.executeMigration(migration);
    return;
  }
  await runner.startTransaction();
  try {
    await executor.executeMigration(migration);
    await recordMigrations(runner);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/** A concurrent build that was interrupted leaves an index that serves nothing, and `IF NOT EXISTS` would take it for whole. */
async function dropInterrupted(runner: QueryRunner): Promise<void> {
  const left = (await runner.query(
    `SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND c.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)`,
  )) as { name: string }[];
  for (const { name } of left) await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
}
