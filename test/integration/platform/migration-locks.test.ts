import { afterAll, beforeAll, expect, it } from 'vitest';
import type pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { createOwnerDataSource } from '../../../server/src/platform/db/data-source.ts';
import type { DeclaredMigration } from '../../../server/src/platform/db/declared-migration.ts';
import type { LockLimits } from '../../../server/src/platform/db/lock-retries.ts';
import { runMigrations } from '../../../server/src/platform/db/run-migrations.ts';
import { StartError } from '../../../server/src/platform/process/start-failure.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.admin.query('CREATE TABLE parcel (id int, code text)');
});
afterAll(() => database.drop());

const quick: LockLimits = { seconds: 0.1, tries: 3, pauseMs: 1 };
let timestamp = 1999000000000;

/** Runs one migration that this program does not ship. */
async function run(up: (runner: QueryRunner) => Promise<void>, locks: LockLimits, transaction?: false): Promise<void> {
  timestamp += 1;
  const name = `Test${timestamp}`;
  class Shipped implements DeclaredMigration {
    readonly name = name;
    readonly up = up;
    down = () => Promise.resolve();
  }
  if (transaction === false) Object.assign(Shipped.prototype, { transaction });
  Object.defineProperty(Shipped, 'name', { value: name });
  const migrations = Promise.resolve([{ name, checksum: '', oldestProgram: null, migration: Shipped }]);
  const source = await (await createOwnerDataSource(database.adminUrl, migrations)).initialize();
  try {
    await runMigrations(source, locks);
  } finally {
    await source.destroy();
  }
}

async function holdingParcels(): Promise<pg.PoolClient> {
  const holder = await database.admin.connect();
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE parcel IN ACCESS SHARE MODE');
  return holder;
}

const columns = async () =>
  (await database.admin.query(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'parcel'`))
    .rows;

it('gives up with one clear text when a lock is held for longer than all tries, and leaves nothing behind', async () => {
  const holder = await holdingParcels();
  const failure = await run((runner) => runner.query('ALTER TABLE parcel ADD COLUMN weight int'), quick).catch(
    (error: unknown) => error,
  );
  await holder.query('ROLLBACK');
  holder.release();
  expect(failure).toBeInstanceOf(StartError);
  expect((failure as Error).message).toBe(
    `The migration Test${timestamp} gave up after 3 tries: each time another connection held a lock for more than 0.1 s. ` +
      'End long transactions (pg_stat_activity) and run npm run migrate again, or raise MIGRATION_LOCK_SECONDS.',
  );
  expect(await columns()).not.toContainEqual({ name: 'weight' });
});

it('tries again until the lock is free, each time from the start', async () => {
  const holder = await holdingParcels();
  let tries = 0;
  const migrating = run(
    async (runner) => {
      tries += 1;
      await runner.query(`INSERT INTO parcel (id) VALUES (7)`);
      await runner.query('ALTER TABLE parcel ADD COLUMN height int');
    },
    { ...quick, tries: 1_000 },
  );
  await expect.poll(() => tries).toBeGreaterThan(1);
  await holder.query('COMMIT');
  holder.release();
  await migrating;
  expect(await columns()).toContainEqual({ name: 'height' });
  expect((await database.admin.query('SELECT id FROM parcel WHERE id = 7')).rows).toHaveLength(1);
});

it('has no time limit for statements, whatever the role or the database sets', async () => {
  const name = new URL(database.adminUrl).pathname.slice(1);
  await database.admin.query(`ALTER DATABASE ${name} SET statement_timeout = '15s'`);
  const seen: unknown[] = [];
  await run(async (runner) => {
    for (const setting of ['statement_timeout', 'lock_timeout']) seen.push(...(await runner.query(`SHOW ${setting}`)));
  }, quick);
  await database.admin.query(`ALTER DATABASE ${name} RESET statement_timeout`);
  expect(seen).toEqual([{ statement_timeout: '0' }, { lock_timeout: '100ms' }]);
});

it('builds an index outside a transaction, in place of one whose build was interrupted', async () => {
  await database.admin.query(`INSERT INTO parcel (id, code) VALUES (1, 'a'), (2, 'a')`);
  const build = (kind: string) => `CREATE ${kind} CONCURRENTLY IF NOT EXISTS parcel_code ON parcel (code)`;
  await expect(run((runner) => runner.query(build('UNIQUE INDEX')), quick, false)).rejects.toThrow('could not create');
  // The error is sent before the build has been cleared away. Other test files build indexes on the same server.
  const building = 'SELECT FROM pg_stat_progress_create_index WHERE datname = current_database()';
  await expect.poll(async () => (await database.admin.query(building)).rowCount).toBe(0);
  await run((runner) => runner.query(build('INDEX')), quick, false);
  const { rows } = await database.admin.query(
    `SELECT indisvalid, indisunique FROM pg_index WHERE indexrelid = 'parcel_code'::regclass`,
  );
  expect(rows).toEqual([{ indisvalid: true, indisunique: false }]);
});
