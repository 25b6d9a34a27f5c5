import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupWarnings, readBackupState } from '../../../server/src/platform/backup/state.ts';
import { databaseUser } from '../../../server/src/platform/db/embedded-postgres.ts';
import { environmentOf, makeEnv, services } from '../../support/compose.ts';

const installed = '/usr/lib/postgresql';
const newest = existsSync(installed)
  ? readdirSync(installed)
      .toSorted((one, other) => Number(other) - Number(one))
      .find((version) => existsSync(join(installed, version, 'bin/initdb')))
  : undefined;
const scripts = fileURLToPath(new URL('../../../docker/postgres/', import.meta.url));
const patience = { timeout: 60_000, interval: 250 };

/* Runs docker/postgres/backups.sh and pgbackrest-archive.sh with the real programs, half a minute of work: `npm run drill -- docker-backup`. */
describe.skipIf(process.env['YUNZHEN_DRILL'] !== 'docker-backup')('backups of docker compose', () => {
  let folder: string;
  let env: Record<string, string>;
  let backups: ChildProcess;
  let user: { uid: number; gid: number } | null = null;
  /** The server refuses to run as root. */
  let as: { uid?: number; gid?: number } = {};
  const at = (...names: string[]) => join(folder, ...names);
  const run = (program: string, given: string[]) =>
    execFileSync(program, given, {
      ...as,
      env,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const sql = (text: string, socket = at('socket')) =>
    run('psql', ['-XAt', '-h', socket, '-U', 'postgres', '-d', 'yunzhen', '-c', text]);
  /** Starts a server; pg_ctl’s own output is closed, because the server would keep it open. */
  const serve = (data: string, socket: string, more = '') => {
    const options = `-c listen_addresses='' -c unix_socket_directories='${socket}' -c fsync=off ${more}`;
    const given = ['-D', data, '-w', '-t', '60', '-l', at('server.log'), '-o', options, 'start'];
    const own = { ...env, PGBACKREST_PG1_PATH: data };
    const { status } = spawnSync('pg_ctl', given, { ...as, env: own, cwd: folder, stdio: 'ignore' });
    expect(status).toBe(0);
  };
  const stop = (data: string) =>
    spawnSync('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'], { ...as, env, cwd: folder, stdio: 'ignore' });
  const state = () => readBackupState(at('state'));

  beforeAll(async () => {
    user = await databaseUser();
    as = user ?? {};
    folder = await mkdtemp(join(tmpdir(), 'yunzhen-pgbackrest-'));
    await chmod(folder, 0o755);
    for (const name of ['socket', 'backup', 'state', 'drill', 'locks']) await mkdir(at(name));
    if (user)
      for (const name of ['', 'socket', 'backup', 'state', 'drill', 'locks']) await chown(at(name), user.uid, user.gid);
    const compose = environmentOf('backup', { ...makeEnv('as printed'), BACKUPS: 'on' });
    const ofBackups = Object.entries(compose).filter(([name]) => /^(PGBACKREST_|BACKUPS$)/.test(name));
    env = {
      PATH: `${join(installed, newest ?? '', 'bin')}:/usr/bin:/bin`,
      ...Object.fromEntries(ofBackups),
      PGHOST: at('socket'),
      PGBACKREST_PG1_PATH: at('data'),
      PGBACKREST_PG1_SOCKET_PATH: at('socket'),
      PGBACKREST_REPO1_PATH: at('backup'),
      PGBACKREST_LOCK_PATH: at('locks'),
      BACKUP_STATE: at('state'),
      BACKUP_DRILL_FOLDER: at('drill'),
      BACKUP_PAUSE: '1',
    };
    run('initdb', ['-D', at('data'), '-U', 'postgres', '--auth=trust', '--data-checksums', '--no-sync']);
    const archive = `-c archive_mode=on -c archive_command='sh ${scripts}pgbackrest-archive.sh %p' -c archive_timeout=1`;
    serve(at('data'), at('socket'), archive);
    run('createdb', ['-h', at('socket'), '-U', 'postgres', 'yunzhen']);
    sql('CREATE TABLE prescription (id int PRIMARY KEY, at timestamptz DEFAULT clock_timestamp())');
    sql('INSERT INTO prescription SELECT generate_series(1, 100)');
    backups = spawn('bash', [join(scripts, 'backups.sh')], { ...as, env, cwd: folder, stdio: 'ignore' });
  });
  afterAll(async () => {
    const ended = once(backups, 'exit');
    backups.kill('SIGTERM');
    await ended;
    for (const name of ['data', 'restored/18/docker', 'drill/data']) stop(at(name));
    await rm(folder, { recursive: true, force: true });
  });

  it('stores an encrypted backup, restores it as a drill, and reports both to the api', async () => {
    await expect.poll(async () => (await state())?.drillAt, patience).toBeTruthy();
    const found = await state();
    expect(found).toMatchObject({ trouble: null, drillTrouble: null, drills: true });
    expect(found?.drillSeconds).toBeGreaterThanOrEqual(0);
    sql('INSERT INTO prescription VALUES (101)');
    await expect.poll(async () => (await state())?.logAt, patience).toBeTruthy();
    expect(found && backupWarnings({ ...found, logAt: new Date() }, new Date())).toEqual([]);
    expect(existsSync(at('drill/data'))).toBe(false);
    const manifest = run('find', [at('backup'), '-name', 'backup.manifest']).split('\n')[0] ?? '';
    expect(run('head', ['-c', '8', manifest])).toBe('Salted__');
    expect((await stat(at('state/backup-state.json'))).mode & 0o777).toBe(0o644);
  });

  it('restores to the moment before an accident', async () => {
    sql('INSERT INTO prescription VALUES (102)');
    const before = sql('SELECT clock_timestamp()');
    sql('DROP TABLE prescription');
    sql('SELECT pg_switch_wal()');
    await expect
      .poll(() => sql(`SELECT last_archived_time > '${before}'::timestamptz FROM pg_stat_archiver`), patience)
      .toBe('t');
    const target = ['--type=time', `--target=${before}`, '--target-action=promote', '--archive-mode=off'];
    // Into an empty volume, as on a new machine and for a copy.
    run('env', [`PGBACKREST_PG1_PATH=${at('restored/18/docker')}`, 'sh', `${scripts}restore.sh`, ...target]);
    serve(at('restored/18/docker'), at('locks'));
    await expect.poll(() => sql('SELECT count(*) FROM prescription', at('locks')), patience).toBe('102');
  });

  it('reports when the log cannot be stored', async () => {
    await chmod(at('backup'), 0o000);
    sql('CREATE TABLE more ()');
    sql('SELECT pg_switch_wal()');
    await expect.poll(async () => (await state())?.trouble, patience).toBe('the log could not be stored');
    // Deleted at the end. The database would try again after a minute.
    await chmod(at('backup'), 0o755);
  });
});

describe('backups of docker compose that cannot work', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yunzhen-no-backup-'));
    await mkdir(join(folder, 'programs'));
    await writeFile(join(folder, 'programs/pgbackrest'), '#!/bin/sh\nexit 9\n', { mode: 0o755 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const envOf = (state: string, more: Record<string, string>) => ({
    PATH: `${join(folder, 'programs')}:/usr/bin:/bin`,
    BACKUP_STATE: join(folder, state),
    PGBACKREST_REPO1_PATH: join(folder, 'repository'),
    PGBACKREST_STANZA: 'yunzhen',
    ...more,
  });
  const archive = (env: Record<string, string>) =>
    spawnSync('sh', [join(scripts, 'pgbackrest-archive.sh'), 'pg_wal/0'], { env }).status;

  it.each([
    ['off', 'BACKUPS is not on: the database does not store its log'],
    ['on', 'BACKUP_PASSPHRASE is empty: backups would not be encrypted'],
  ])('say so to the log and to the api before the service ends: %s', async (given, reason) => {
    const env = envOf(given, { BACKUPS: given });
    await mkdir(env.BACKUP_STATE);
    const { status, stderr } = spawnSync('bash', [join(scripts, 'backups.sh')], { env, encoding: 'utf8' });
    expect([status, stderr.trim()]).toEqual([78, reason]);
    const state = await readBackupState(env.BACKUP_STATE);
    expect(state).toMatchObject({ trouble: reason, backupAt: null });
    expect(Date.now() - (state?.since.getTime() ?? 0)).toBeLessThan(60_000);
    expect(archive(env)).toBe(0);
  });

  it('keep no log until the service has made a place for it, and from then on until it is stored', async () => {
    const env = envOf('made', { BACKUPS: 'on' });
    await mkdir(env.BACKUP_STATE);
    expect(archive(env)).toBe(0);
    await writeFile(join(env.BACKUP_STATE, 'stanza-made'), 'x');
    expect(archive(env)).toBe(9);
    expect(archive({ ...env, BACKUPS: 'off' })).toBe(0);
  });

  it('keep the log of an installation whose place was made before there was a mark', async () => {
    const env = envOf('older', { BACKUPS: 'on', PGBACKREST_REPO1_PATH: join(folder, 'older-repository') });
    const place = join(env.PGBACKREST_REPO1_PATH, 'archive/yunzhen');
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'archive.info'), 'x');
    expect(archive(env)).toBe(9);
  });

  it('make no new place where the one of before is gone, because it is not mounted', async () => {
    const env = envOf('unmounted', { BACKUPS: 'on', PGBACKREST_REPO1_CIPHER_PASS: 'secret', BACKUP_PAUSE: '0.1' });
    await mkdir(env.BACKUP_STATE);
    await writeFile(join(env.BACKUP_STATE, 'stanza-made'), '2026-11-29T02:30:00Z');
    await writeFile(join(folder, 'programs/pgbackrest'), '#!/bin/sh\nmkdir -p "$PGBACKREST_REPO1_PATH"\nexit 9\n');
    const service = spawn('bash', [join(scripts, 'backups.sh')], { env, stdio: 'ignore' });
    const ended = once(service, 'exit');
    const trouble = async () => (await readBackupState(env.BACKUP_STATE))?.trouble;
    await expect.poll(trouble, patience).toContain('not-mounted: the backups are gone from their place');
    expect(existsSync(env.PGBACKREST_REPO1_PATH)).toBe(false);
    await rm(join(env.BACKUP_STATE, 'stanza-made'));
    await expect.poll(() => existsSync(env.PGBACKREST_REPO1_PATH), patience).toBe(true);
    service.kill('SIGTERM');
    await ended;
  });

  it('show the database the marks of the service', () => {
    const volumesOf = (service: string) => services[service]?.volumes;
    expect(volumesOf('postgres')).toContain('backup-state:/state:ro');
    expect(volumesOf('backup')).toContain('backup-state:/state');
    expect(environmentOf('api', { ...makeEnv('as printed'), BACKUPS: 'on' })['BACKUPS']).toBe('on');
  });
});

describe('the database of docker compose', () => {
  let programs: string;
  beforeAll(async () => (programs = await mkdtemp(join(tmpdir(), 'yunzhen-health-'))));
  afterAll(() => rm(programs, { recursive: true, force: true }));

  it.each([
    ['accepts writes', 'echo t', 0],
    ['replays the log of a restore', 'echo f', 1],
    ['does not answer', 'exit 2', 1],
  ])('%s: the programs that wait for its health notice', async (_, answer, status) => {
    const { test: [kind, command = ''] = [], start_period } = services['postgres']?.healthcheck ?? {};
    const psql = `case "$*" in *'--command=SELECT NOT pg_is_in_recovery()') ${answer};; esac`;
    await writeFile(join(programs, 'psql'), `#!/bin/sh\n${psql}\n`, { mode: 0o755 });
    const found = spawnSync('sh', ['-c', command], { env: { PATH: `${programs}:/usr/bin:/bin` } });
    expect([kind, found.status]).toEqual(['CMD-SHELL', status]);
    // A replay is no failure, however long it takes.
    expect(start_period).toBe('1h');
    for (const service of ['migrate', 'pooler', 'backup'])
      expect(services[service]?.depends_on).toMatchObject({ postgres: { condition: 'service_healthy' } });
  });
});
