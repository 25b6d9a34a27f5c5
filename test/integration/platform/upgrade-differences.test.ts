import { afterAll, beforeAll, expect, it } from 'vitest';
import { getRollbackPlans } from 'pg-boss';
import { jobsSchema } from '../../../server/src/platform/db/migrate.ts';
import { jobSchema } from '../../../server/src/platform/jobs/job-schema.ts';
import { beginReading } from '../../../server/src/platform/postgres-upgrade/begin-reading.ts';
import { copyRows } from '../../../server/src/platform/postgres-upgrade/copy-rows.ts';
import { copyRights, rightDifferences } from '../../../server/src/platform/postgres-upgrade/rights.ts';
import { withSessions } from '../../../server/src/platform/postgres-upgrade/session.ts';
import { shapeDifferences } from '../../../server/src/platform/postgres-upgrade/shape.ts';
import { createTestDatabase, ownBySuperuser, type TestDatabase } from '../../support/database.ts';

let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  source = await createTestDatabase();
  target = await createTestDatabase();
});
afterAll(async () => {
  await source.drop();
  await target.drop();
});

const urls = () => [source.adminUrl, target.adminUrl] as const;

it('finds no difference between two databases that the migrations created', async () => {
  expect(await withSessions(urls(), shapeDifferences)).toEqual([]);
});

it.each([40, 43, jobSchema - 1])('copies a job queue of schema %i and leaves the old one as it is', async (former) => {
  const [older, fresh] = [await createTestDatabase(), await createTestDatabase()];
  for (const each of [older, fresh]) await ownBySuperuser(each);
  for (let schema = jobSchema; schema > former; schema -= 1)
    await older.admin.query(getRollbackPlans(jobsSchema, schema));
  await older.admin.query(`SELECT pgboss.create_queue('letters', '{"policy": "short"}')`);
  await older.admin.query(`INSERT INTO pgboss.job (name, data) VALUES ('letters', '{"to": "a patient"}')`);
  const ofQueue = 'SELECT version, (SELECT array_agg(to_jsonb(j)) FROM pgboss.job j) AS jobs FROM pgboss.version';
  const before = (await older.admin.query(ofQueue)).rows;
  expect(before).toMatchObject([{ version: former, jobs: [{ data: { to: 'a patient' } }] }]);
  await withSessions([older.adminUrl, fresh.adminUrl], async (from, to) => {
    await beginReading(from);
    expect(await shapeDifferences(from, to)).toEqual([]);
    expect((await from.query(ofQueue)).rows).toMatchObject([
      { version: jobSchema, jobs: [{ data: { to: 'a patient' } }] },
    ]);
  });
  expect((await older.admin.query(ofQueue)).rows).toEqual(before);
  await older.drop();
  await fresh.drop();
});

it('gives the rights in the earlier database to the new one', async () => {
  await source.admin.query(
    `GRANT SELECT ON hospital TO PUBLIC; GRANT UPDATE (id) ON department TO yunzhen_app WITH GRANT OPTION;
     REVOKE SELECT ON department FROM yunzhen_app; GRANT CREATE ON SCHEMA wall TO yunzhen_operator`,
  );
  await withSessions(urls(), async (from, to) => {
    // These two have different names on one server.
    const found = async () => (await rightDifferences(from, to)).filter((line) => !line.includes(' ON DATABASE '));
    expect((await found()).toSorted()).toEqual([
      '+ GRANT SELECT ON TABLE public.department TO yunzhen_app',
      '- GRANT CREATE ON SCHEMA wall TO yunzhen_operator',
      '- GRANT SELECT ON TABLE public.hospital TO PUBLIC',
      '- GRANT UPDATE (id) ON TABLE public.department TO yunzhen_app WITH GRANT OPTION',
    ]);
    await copyRights(from, to);
    expect(await found()).toEqual([]);
  });
});

it('copies every value of a row, and nothing at all when a table would differ', async () => {
  const table = `CREATE TABLE copied (id bigserial, at timestamptz, size float8, body bytea, words jsonb, twice bigint GENERATED ALWAYS AS (id * 2) STORED)`;
  for (const { admin } of [source, target]) await admin.query(table);
  await source.admin.query(
    String.raw`INSERT INTO copied (at, size, body, words) VALUES ('2026-02-28 23:59:59.999999+14', 0.1 + 0.2, '\x00ff5c0a', '{"a": "\\ \t 云"}'),
       (NULL, 'NaN', '', NULL), ('infinity', '-0', NULL, '[]')`,
  );
  await target.admin.query(
    `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.size = 1; RETURN NEW; END $$;
     CREATE TRIGGER spoil BEFORE INSERT ON copied FOR EACH ROW EXECUTE FUNCTION spoil();
     ALTER TABLE copied ENABLE ALWAYS TRIGGER spoil`,
  );
  const rows = async ({ admin }: TestDatabase) =>
    (await admin.query('SELECT c.*, c::text, nextval($1) FROM copied c ORDER BY id', ['copied_id_seq'])).rows;
  await expect(withSessions(urls(), (from, to) => copyRows(from, to, () => undefined))).rejects.toThrow(
    /^The copy of public\.copied differs: 3 rows, \S+ became 3 rows, \S+\. Nothing was changed\.$/,
  );
  expect(await rows(target)).toEqual([]);

  await target.admin.query('DROP FUNCTION spoil CASCADE');
  let copied = 0;
  await withSessions(urls(), (from, to) => copyRows(from, to, (done) => void (copied = done)));
  expect(copied).toBeGreaterThan(0);
  const before = await rows(source);
  expect(before).toHaveLength(3);
  expect(await rows(target)).toEqual(before);
});

it('copies nothing from a database in which no migration has run', async () => {
  const empty = await createTestDatabase('template1');
  const copy = async () => withSessions([empty.adminUrl, empty.adminUrl], (from, to) => copyRows(from, to, () => {}));
  await expect(copy()).resolves.toBeUndefined();
  await empty.drop();
});

it('finds everything that only the earlier database has', async () => {
  const changes = {
    'CREATE TABLE mine (id int)': '- relation public.mine ',
    'ALTER TABLE department ADD COLUMN colour text': '- column public.department.colour text',
    'CREATE INDEX mine_index ON department (id)': '- index CREATE INDEX mine_index',
    'ALTER TABLE department DISABLE ROW LEVEL SECURITY': '- relation public.department r',
    'CREATE POLICY mine ON hospital USING (true)': '- policy public hospital mine',
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$': '- function public.mine()',
    'ALTER TABLE audit_event DISABLE TRIGGER USER': '- trigger CREATE TRIGGER',
    'ALTER TABLE department ADD CONSTRAINT mine CHECK (id IS NOT NULL)': '- constraint public.department mine',
    [`CREATE TYPE mood AS ENUM ('good')`]: '- type public.mood',
    'CREATE VIEW seen AS SELECT 1 AS one': '- relation public.seen v',
    'CREATE SCHEMA of_mine': '- schema of_mine',
    'CREATE PUBLICATION mine FOR TABLE department': '- publication mine',
    'CREATE STATISTICS mine ON id, hospital_id FROM department': '- statistics object public.mine',
    'CREATE RULE mine AS ON DELETE TO department DO NOTHING': '- rule mine on public.department',
    'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO yunzhen_operator':
      '- default acl for role postgres in schema public on tables',
    'CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$; CREATE EVENT TRIGGER mine ON sql_drop EXECUTE FUNCTION watch()':
      '- event trigger mine',
    'CREATE AGGREGATE mine(int) (SFUNC = int4pl, STYPE = int)': '- function public.mine(integer)',
    'CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)': '- operator public.===(integer,integer)',
    'CREATE FOREIGN DATA WRAPPER mine; CREATE SERVER elsewhere FOREIGN DATA WRAPPER mine': '- server elsewhere',
    'CREATE TYPE pair AS (one int, two int)': '- composite type public.pair',
    'CREATE DOMAIN age AS int CHECK (VALUE >= 0)': '- domain constraint',
    'CREATE COLLATION mine FROM "C"': '- collation public.mine',
  };
  await source.admin.query(Object.keys(changes).join('; '));
  const found = await withSessions(urls(), shapeDifferences);
  const missed = Object.values(changes).filter((expected) => !found.some((line) => line.startsWith(expected)));
  expect(missed).toEqual([]);
});
