import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { databaseUser, openWayTo } from '../../server/src/platform/db/embedded-postgres.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { freePort } from './free-port.ts';

const host = '127.0.0.1';

/** Throw-away settings: as of the embedded server, see `embedded-postgres.ts`. */
const parameters = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  jit: 'off',
  timezone: 'UTC',
  listen_addresses: host,
  max_connections: '400',
  unix_socket_directories: '',
};

/** Returns options of a program in long form. */
export const options = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).map(([name, value]) => `--${name}=${value}`);

/** A PostgreSQL server of another installation, as hospitals run it: version 16, 17 or 18. */
export class DatabaseServer {
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #passwords: { admin: string; app: string };

  private constructor(child: ChildProcess, port: number, passwords: { admin: string; app: string }) {
    [this.#child, this.#port, this.#passwords] = [child, port, passwords];
  }

  /** Creates an empty server with the app role under `folder`. `programs` is the folder that contains `initdb` and `postgres`. */
  static async start(
    programs: string,
    folder: string,
    passwords: { admin: string; app: string },
  ): Promise<DatabaseServer> {
    const user = await databaseUser();
    const data = join(folder, 'postgres');
    const passwordFile = join(folder, 'password');
    await openWayTo(data, createLogger({ name: 'test', level: 'warn' }));
    await writeFile(passwordFile, passwords.admin);
    await mkdir(data, { mode: 0o700 });
    if (user) for (const path of [data, passwordFile]) await chown(path, user.uid, user.gid);
    await promisify(execFile)(
      join(programs, 'initdb'),
      [
        '--no-sync',
        ...options({
          pgdata: data,
          username: 'postgres',
          pwfile: passwordFile,
          auth: 'scram-sha-256',
          encoding: 'UTF8',
          locale: 'C',
        }),
      ],
      { cwd: folder, ...user },
    );
    const port = await freePort();
    const child = spawn(join(programs, 'postgres'), ['-D', data, ...options({ ...parameters, port: String(port) })], {
      cwd: folder,
      stdio: 'ignore',
      ...user,
    });
    const server = new DatabaseServer(child, port, passwords);
    await reachable(server.adminUrl('postgres'), child);
    await server.#asAdmin(`CREATE ROLE yunzhen_api LOGIN PASSWORD '${passwords.app}'`);
    return server;
  }

  adminUrl(database: string): string {
    return this.urlOf('postgres', this.#passwords.admin, database);
  }

  appUrl(database: string): string {
    return this.urlOf('yunzhen_api', this.#passwords.app, database);
  }

  urlOf(user: string, password: string, database: string): string {
    return `postgres://${user}:${password}@${host}:${this.#port}/${database}`;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGQUIT');
    await ended;
  }

  async #asAdmin(statement: string): Promise<void> {
    const client = new pg.Client(this.adminUrl('postgres'));
    await client.connect();
    await client.query(statement);
    await client.end();
  }
}

/** PgBouncer, pooling by session, in front of every database of a server. */
export class Pooler {
  readonly #child: ChildProcess;
  readonly port: number;

  private constructor(child: ChildProcess, port: number) {
    [this.#child, this.port] = [child, port];
  }

  /** `logins` are names and passwords; they are stored under `folder`. An `url` with TLS is reached with its `sslmode` and `sslrootcert`. */
  static async start(program: string, folder: string, url: string, logins: [string, string][]): Promise<Pooler> {
    const user = await databaseUser();
    const port = await freePort();
    const [users, settings] = [join(folder, 'users.txt'), join(folder, 'pgbouncer.ini')];
    const { hostname, port: serverPort, searchParams } = new URL(url);
    const tls = searchParams.has('sslmode')
      ? `server_tls_sslmode = ${searchParams.get('sslmode')}\nserver_tls_ca_file = ${searchParams.get('sslrootcert')}\n`
      : '';
    await writeFile(users, logins.map((login) => login.map((word) => `"${word}"`).join(' ')).join('\n'));
    // As docker/pgbouncer/start.sh, with many databases that soon disappear.
    await writeFile(
      settings,
      `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = ${host}
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = session
default_pool_size = 60
max_client_conn = 2000
server_idle_timeout = 2
ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout,lock_timeout,options
server_reset_query = DISCARD ALL
server_login_retry = 1
${tls}`,
    );
    if (user) for (const path of [users, settings]) await chown(path, user.uid, user.gid);
    const child = spawn(program, ['-q', settings], { stdio: 'ignore', ...user });
    const pooler = new Pooler(child, port);
    const [[name, password] = ['', '']] = logins;
    await reachable(`postgres://${name}:${password}@${host}:${port}/postgres`, child);
    return pooler;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** Resolves when a client can log in there; rejects when the program has ended. */
async function reachable(url: string, program: ChildProcess): Promise<void> {
  while (program.exitCode === null) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((again) => setTimeout(again, 100));
    }
  }
  throw new Error(`${program.spawnfile} ended with ${program.exitCode}`);
}
