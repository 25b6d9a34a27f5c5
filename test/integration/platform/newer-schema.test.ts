import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { jobSchema } from '../../../server/src/platform/jobs/job-schema.ts';
import { Jobs } from '../../../server/src/platform/jobs/jobs.ts';
import { programVersion } from '../../../server/src/platform/process/program-version.ts';
import { StartError } from '../../../server/src/platform/process/start-failure.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { accessOf } from '../../support/request-key.ts';
import { checkedStart, startApiOver, type TestApi } from '../../support/test-api.ts';

/** The schema of a newer release, on which programs of this one start. */
let database: TestDatabase;
const sql = async (text: string, values: unknown[] = []) => (await database.admin.query(text, values)).rows;
const migrateAgain = () => migrate(database.adminUrl, accessOf(database.appUrl));
const asText = (error: unknown) => (error as Error).message;

/** As the next release would have recorded its migration. */
async function runLater(oldestProgram: string | null): Promise<void> {
  await sql(`DELETE FROM schema_migration WHERE name = 'Later9'`);
  await sql(
    `INSERT INTO schema_migration (timestamp, name, checksum, oldest_program)
     SELECT max(timestamp) + 1, 'Later9', '', $1 FROM schema_migration`,
    [oldestProgram],
  );
}

/** As a newer pg-boss would have left it. */
async function raiseJobSchema(usableSince: number): Promise<void> {
  await sql('UPDATE pgboss.version SET version = $1', [jobSchema + 1]);
  await sql(`COMMENT ON SCHEMA pgboss IS 'usable by pg-boss with schema ${usableSince}'`);
}

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Starts an api as its process does, with every check; `work` may use it before it stops. */
async function start(work: (api: TestApi) => Promise<void>): Promise<void> {
  await checkedStart(database);
  const api = await startApiOver({ ...database, drop: () => Promise.resolve() });
  try {
    await work(api);
  } finally {
    await api.close();
  }
}
const serves = (api: TestApi) => expect(fetch(`${api.url}/healthz`)).resolves.toHaveProperty('status', 200);

it('starts where the newer migrations only expand, and its own migrating changes nothing', async () => {
  await runLater('0.0.0');
  expect(await migrateAgain()).toBe(0);
  await start(serves);
  expect(await sql(`SELECT oldest_program FROM schema_migration WHERE name = 'Later9'`)).toEqual([
    { oldest_program: '0.0.0' },
  ]);
});

it('starts where this release no longer uses what a newer one has removed', async () => {
  await runLater(programVersion);
  await start(serves);
});

it.each([
  [
    '99.0.0',
    `and release ${programVersion} is too old for it. Start release 99.0.0 or a later one, or restore a backup.`,
  ],
  [null, 'a newer release has migrated this database (Later9). Start that release, or restore a backup.'],
])('refuses a contract of another release: %s', async (oldestProgram, text) => {
  await runLater(oldestProgram);
  expect(await migrateAgain().catch(asText)).toContain(text);
  await expect(checkedStart(database)).rejects.toThrow(StartError);
  await expect(checkedStart(database)).rejects.toThrow(text);
});

it('names the latest release that one of several contracts needs', async () => {
  await runLater('99.1.0');
  await sql(
    `INSERT INTO schema_migration (timestamp, name, checksum, oldest_program)
     SELECT max(timestamp) + 1, unnest(ARRAY['Later10', 'Later11']), '', unnest(ARRAY['99.10.0', '99.2.0']) FROM schema_migration`,
  );
  await expect(checkedStart(database)).rejects.toThrow('Start release 99.10.0 or a later one');
  await sql(`DELETE FROM schema_migration WHERE name IN ('Later10', 'Later11')`);
});

it('refuses a schema that lacks migrations of this release beside those of another', async () => {
  await runLater('0.0.0');
  const [gone] = await sql('DELETE FROM schema_migration WHERE id = 1 RETURNING *');
  expect(await migrateAgain().catch(asText)).toContain(
    `another release has migrated this database (Later9) without ${gone.name}.`,
  );
  await sql('INSERT INTO schema_migration SELECT * FROM json_populate_record(NULL::schema_migration, $1)', [gone]);
});

it('runs jobs on a newer schema of the job queue that says it may, and never takes it back', async () => {
  await runLater('0.0.0');
  await raiseJobSchema(jobSchema);
  await migrateAgain();
  await sql(`INSERT INTO pgboss.job (name, data) VALUES ('forget-answers', '{"memberOfANewerRelease": 1}')`);
  await start(() =>
    expect
      .poll(() => sql(`SELECT state FROM pgboss.job WHERE data ? 'memberOfANewerRelease'`))
      .toEqual([{ state: 'completed' }]),
  );
  expect(await sql('SELECT version FROM pgboss.version')).toEqual([{ version: jobSchema + 1 }]);
});

it('refuses one that does not', async () => {
  await raiseJobSchema(jobSchema + 1);
  await migrateAgain();
  const jobs = new Jobs(database.appUrl, createLogger({ name: 'test', level: 'silent' }));
  await expect(jobs.start()).rejects.toThrow(StartError);
  await jobs.stop();
});
