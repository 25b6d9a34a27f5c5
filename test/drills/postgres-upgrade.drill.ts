import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { providePrograms } from '../../server/src/platform/postgres-upgrade/programs.ts';
import { machineSecrets } from '../../server/src/platform/process/secrets.ts';
import { DatabaseServer } from '../support/database-server.ts';
import { accessOf } from '../support/request-key.ts';
import { fill } from './restore/fill.ts';

/**
 * `npm run drill -- postgres-upgrade [gigabytes]`: how long the embedded database takes to move from the major version before to this release's, with a
 * database of that size. npm fetches the old version's programs. Needs three times the size on the disk of the temporary folder.
 */
const gigabytes = Number(process.argv[3] ?? 1);
const former = 17;
const say = (text: string) => void process.stdout.write(`${text}\n`);
const since = (begin: number) => (performance.now() - begin) / 1000;
const log = createLogger({ name: 'drill', level: 'error' });
const folder = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));

/** Returns how many rows the filled tables have. */
async function rowsIn(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ counts: string }>(
    `SELECT (SELECT count(*) FROM chat_attachment) || ' files, ' || (SELECT count(*) FROM call_quality_sample) || ' samples' AS counts`,
  );
  await client.end();
  return rows[0]?.counts ?? '';
}

try {
  const programs = await providePrograms({ major: former, folder });
  const secrets = await machineSecrets(folder);
  const passwords = { admin: secrets.DATABASE_ADMIN_PASSWORD, app: secrets.DATABASE_APP_PASSWORD };
  const old = await DatabaseServer.start(programs, folder, passwords);
  const control = new pg.Client({ connectionString: old.adminUrl('postgres') });
  await control.connect();
  await control.query('CREATE DATABASE yunzhen');
  await control.end();
  await migrate(old.adminUrl('yunzhen'), accessOf(old.appUrl('yunzhen')));
  const filler = new pg.Pool({ connectionString: old.adminUrl('yunzhen'), max: 1 });
  say(await fill(filler, gigabytes));
  await filler.end();
  const before = await rowsIn(old.adminUrl('yunzhen'));
  // Without time to end: the old server must recover first.
  await old.stop();
  const begun = performance.now();
  const upgrade = fork(fileURLToPath(new URL('../../server/src/upgrade/main.ts', import.meta.url)), [], {
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'warn' },
  });
  const [code] = (await once(upgrade, 'exit')) as [number | null];
  const upgraded = since(begun);
  if (code !== 0) throw new Error(`the upgrade ended with ${code}`);
  const fresh = await startEmbeddedPostgres({ folder, passwords, log });
  const served = since(begun);
  const after = await rowsIn(fresh.adminUrl('yunzhen'));
  await fresh.stop();
  const kept = (await readdir(folder)).filter((name) => name.startsWith(`postgres-${former}-`));
  const now = (await readFile(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).trim();
  say(
    `from PostgreSQL ${former} to ${now} in ${upgraded.toFixed(0)} s, the new server answers after ${served.toFixed(0)} s`,
  );
  say(`${before} before, ${after} after; old files kept: ${kept.join(', ')}`);
  process.exitCode = before === after && kept.length === 1 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
