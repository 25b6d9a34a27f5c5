import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { databaseUser } from '../../server/src/platform/db/embedded-postgres.ts';
import { blockOf } from './install/guide.ts';

/**
 * `npm run drill -- external-backup [megabytes [folder of Postgres's programs]]`: the recipe of docs/operations/backup-and-restore.md for a Postgres server of
 * one's own, with its configuration and commands, up to a restore to the moment before a dropped table.
 */
const [, , , megabytes = '64', given] = process.argv;
const installed = '/usr/lib/postgresql';
const newest = (existsSync(installed) ? readdirSync(installed) : [])
  .toSorted((one, other) => Number(other) - Number(one))
  .find((version) => existsSync(join(installed, version, 'bin/initdb')));
if (!existsSync('/usr/bin/pgbackrest') || (!newest && !given))
  throw new Error('Install these packages of Debian first: apt-get install postgresql pgbackrest');

const say = (text: string) => void process.stdout.write(`${text}\n`);
const user = await databaseUser();
const base = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));
await chmod(base, 0o755);
const at = (name: string) => join(base, name);
for (const name of ['repository', 'socket', 'second', 'locks', 'spool', 'log']) {
  await mkdir(at(name));
  if (user) await chown(at(name), user.uid, user.gid);
}
if (user) await chown(base, user.uid, user.gid);
const guide = readFileSync(new URL('../../docs/operations/backup-and-restore.md', import.meta.url), 'utf8');
const programs = given ?? join(installed, newest ?? '', 'bin');
const env = {
  PATH: `${programs}:/usr/bin:/bin`,
  PGBACKREST_CONFIG: at('pgbackrest.conf'),
  // Where the packages of Debian have folders of their own.
  PGBACKREST_LOCK_PATH: at('locks'),
  PGBACKREST_SPOOL_PATH: at('spool'),
  PGBACKREST_LOG_PATH: at('log'),
  PGBACKREST_PG1_SOCKET_PATH: at('socket'),
};
const settings = { ...user, env, cwd: base, encoding: 'utf8' } as const;
const run = (program: string, args: readonly string[]) => execFileSync(program, args, settings).trim();
const sql = (text: string, socket = 'socket') =>
  run('psql', ['-XAtq', '-h', at(socket), '-U', 'postgres', '-d', 'postgres', '-c', text]);

/** Writes the guide's configuration with folders of this drill. */
async function configure(): Promise<void> {
  const text = blockOf('backup-and-restore', 'repo1-path')
    .replace(/^repo1-path=.*$/m, `repo1-path=${at('repository')}`)
    .replace(/^repo1-cipher-pass=.*$/m, `repo1-cipher-pass=${randomBytes(48).toString('base64')}`)
    .replace(/^pg1-path=.*$/m, `pg1-path=${at('data')}`);
  await writeFile(at('pgbackrest.conf'), text, { mode: 0o600 });
  if (user) await chown(at('pgbackrest.conf'), user.uid, user.gid);
}

function start(data: string, socket: string, options: readonly string[]): void {
  const all = [`listen_addresses=''`, `unix_socket_directories='${at(socket)}'`, ...options].map(
    (each) => `-c ${each}`,
  );
  const { status } = spawnSync(
    'pg_ctl',
    ['-D', at(data), '-w', '-t', '600', '-l', at('server.log'), '-o', all.join(' '), 'start'],
    {
      ...settings,
      // The server would keep them open.
      stdio: 'ignore',
    },
  );
  if (status !== 0) throw new Error(readFileSync(at('server.log'), 'utf8').slice(-2_000));
}
const stop = (data: string) =>
  spawnSync('pg_ctl', ['-D', at(data), '-m', 'immediate', 'stop'], { ...settings, stdio: 'ignore' });

/** Runs a command of the guide; `change` adapts it to this drill. Returns its seconds. */
function command(part: string, change = (text: string) => text): number {
  const line =
    blockOf('backup-and-restore', part)
      .split('\n')
      .find((each) => each.includes(part)) ?? '';
  const begun = performance.now();
  run('sh', ['-c', change(line)]);
  const seconds = (performance.now() - begun) / 1000;
  say(`${part}: ${seconds.toFixed(1)} s`);
  return seconds;
}

try {
  await configure();
  run('initdb', ['-D', at('data'), '-U', 'postgres', '--auth=trust', '--data-checksums']);
  say(run('postgres', ['--version']));
  const archiving = [...guide.matchAll(/`(archive_\w+=[^`]+)`/g)].map(([, setting = '']) => setting);
  if (archiving.length !== 3) throw new Error(`the guide names three settings of the log, not ${archiving.join(', ')}`);
  start('data', 'socket', archiving);
  sql('CREATE TABLE filler AS SELECT md5(random()::text) AS word FROM generate_series(1, 0)');
  while (Number(sql('SELECT pg_database_size(current_database()) / 1048576')) < Number(megabytes))
    sql('INSERT INTO filler SELECT md5(random()::text) FROM generate_series(1, 500000)');
  sql('CREATE TABLE prescription (id int PRIMARY KEY)');
  command('pgbackrest --stanza=yunzhen stanza-create');
  command('pgbackrest --stanza=yunzhen check');
  command('pgbackrest --stanza=yunzhen --type=full backup');
  sql('INSERT INTO prescription SELECT generate_series(1, 100)');
  const before = sql('SELECT clock_timestamp()');
  sql('DROP TABLE prescription');
  const isStored = () => sql(`SELECT last_archived_time > '${before}'::timestamptz FROM pg_stat_archiver`);
  const waited = performance.now();
  while (isStored() !== 't') await delay(200);
  say(`the log of the accident was stored after ${((performance.now() - waited) / 1000).toFixed(1)} s`);
  const begun = performance.now();
  command('pgbackrest --stanza=yunzhen --type=time', (line) =>
    line.replace(/--target='[^']*'/, `--target='${before}'`).replace('/srv/restored', at('restored')),
  );
  start('restored', 'second', []);
  while (sql('SELECT pg_is_in_recovery()', 'second') !== 'f') await delay(100);
  const recovery = (performance.now() - begun) / 1000;
  const found = Number(sql('SELECT count(*) FROM prescription', 'second'));
  say(
    `rows in the restored table: ${found} of 100; recovery time ${recovery.toFixed(1)} s for ${megabytes} MB (goal 300)`,
  );
  process.exitCode = found === 100 && recovery <= 300 ? 0 : 1;
} finally {
  for (const data of ['data', 'restored']) stop(data);
  await rm(base, { recursive: true, force: true });
}
