import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { parse } from 'yaml';
import { databaseUser } from '../../../server/src/platform/db/embedded-postgres.ts';
import { options, Pooler } from '../../support/database-server.ts';
import { freePort } from '../../support/free-port.ts';

const host = '127.0.0.1';
const versions = '/usr/lib/postgresql';
const guide = new URL('../../../docs/operations/failover.md', import.meta.url);

/** What of a member's configuration is its own. */
interface PatroniSettings {
  postgresql: { authentication: Record<string, { username: string }> };
}

/** Returns a file as the guide shows it. */
async function shown(file: string): Promise<string> {
  const [, rest] = (await readFile(guide, 'utf8')).split(`\`\`\`\n# ${file}\n`);
  if (rest === undefined) throw new Error(`The guide does not show ${file}.`);
  return rest.slice(0, rest.indexOf('```'));
}

/** One database server with its Patroni: what a machine would be. */
interface Member {
  readonly name: string;
  readonly databasePort: number;
  readonly apiPort: number;
  patroni: ChildProcess;
}

/** Returns the Debian packages of which a program is missing. */
export function missingPrograms(): string[] {
  const programs = {
    patroni: '/usr/bin/patroni',
    'etcd-server': '/usr/bin/etcd',
    'python3-etcd': '/usr/lib/python3/dist-packages/etcd/__init__.py',
    haproxy: '/usr/sbin/haproxy',
  };
  const missing = Object.entries({ ...programs, pgbouncer: '/usr/sbin/pgbouncer' }).filter(
    ([, path]) => !existsSync(path),
  );
  return [...missing.map(([name]) => name), ...(postgresPrograms() ? [] : ['postgresql'])];
}

/** Returns the folder of the newest installed server of version 16 or later. */
function postgresPrograms(): string | undefined {
  const installed = existsSync(versions) ? readdirSync(versions).map(Number) : [];
  const newest = Math.max(...installed.filter((version) => version >= 16));
  return Number.isFinite(newest) ? join(versions, String(newest), 'bin') : undefined;
}

interface Passwords {
  readonly admin: string;
  readonly app: string;
  readonly operators: string;
}

/** Two database servers under Patroni with etcd; clients reach the primary through PgBouncer and HAProxy. */
export class Cluster {
  readonly #folder: string;
  readonly #passwords: Passwords;
  readonly #members: Member[] = [];
  readonly #others: ChildProcess[] = [];
  #proxyPort = 0;
  #pooler: Pooler | undefined;

  private constructor(folder: string, passwords: Passwords) {
    this.#folder = folder;
    this.#passwords = passwords;
  }

  /** Starts everything under an empty folder; resolves when the second server replicates synchronously. */
  static async start(folder: string, passwords: Passwords): Promise<Cluster> {
    const cluster = new Cluster(folder, passwords);
    await mkdir(folder);
    await chmod(folder, 0o755);
    try {
      await cluster.#open();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  async #open(): Promise<void> {
    const etcd = await this.#startEtcd();
    for (const name of ['one', 'two']) await this.#startMember(name, etcd);
    await this.#startProxy();
    await this.#untilReplicated();
    await this.#query(`CREATE ROLE yunzhen_api LOGIN PASSWORD '${this.#passwords.app}'`);
    await this.#query(`CREATE ROLE yunzhen_operators LOGIN PASSWORD '${this.#passwords.operators}'`);
    await this.#query('CREATE DATABASE yunzhen');
    const logins: [string, string][] = [
      ['yunzhen_api', this.#passwords.app],
      ['yunzhen_operators', this.#passwords.operators],
    ];
    this.#pooler = await Pooler.start('/usr/sbin/pgbouncer', this.#folder, this.adminUrl('postgres'), logins);
  }

  /** Returns the superuser's address, through HAProxy only. */
  adminUrl(database: string): string {
    return `postgres://postgres:${this.#passwords.admin}@${host}:${this.#proxyPort}/${database}`;
  }

  /** Returns the app role's address, through PgBouncer. */
  get appUrl(): string {
    return `postgres://yunzhen_api:${this.#passwords.app}@${host}:${this.#pooler?.port}/yunzhen`;
  }

  get operatorUrl(): string {
    return `postgres://yunzhen_operators:${this.#passwords.operators}@${host}:${this.#pooler?.port}/yunzhen`;
  }

  /** Kills the primary with its Patroni at once, like a lost machine. Returns its name. */
  async killPrimary(): Promise<string> {
    const primary = await this.#primary();
    process.kill(-(primary.patroni.pid ?? 0), 'SIGKILL');
    await this.#killServerOf(primary);
    return primary.name;
  }

  async stop(): Promise<void> {
    await this.#pooler?.stop();
    for (const member of this.#members) {
      kill(member.patroni);
      await this.#killServerOf(member);
    }
    this.#others.forEach(kill);
  }

  async #startEtcd(): Promise<string> {
    const [port, peers] = [await freePort(), await freePort()];
    const [client, peer] = [`http://${host}:${port}`, `http://${host}:${peers}`];
    const child = spawn(
      'etcd',
      options({
        name: 'only',
        'data-dir': join(this.#folder, 'etcd'),
        'log-level': 'error',
        'listen-client-urls': client,
        'advertise-client-urls': client,
        'listen-peer-urls': peer,
        'initial-advertise-peer-urls': peer,
        'initial-cluster': `only=${peer}`,
      }),
      { stdio: 'ignore', detached: true },
    );
    this.#others.push(child);
    await answers(`${client}/health`, child);
    return `${host}:${port}`;
  }

  async #startMember(name: string, etcd: string): Promise<void> {
    const user = await databaseUser();
    const [databasePort, apiPort] = [await freePort(), await freePort()];
    const home = join(this.#folder, name);
    const settings = join(home, 'patroni.json');
    await mkdir(home);
    // Patroni reads YAML, which JSON is.
    await writeFile(settings, JSON.stringify(await this.#settingsOf(name, home, databasePort, apiPort, etcd)));
    if (user) for (const path of [home, settings]) await chown(path, user.uid, user.gid);
    const log = openSync(join(home, 'patroni.log'), 'a');
    const patroni = spawn('patroni', [settings], { cwd: home, stdio: ['ignore', log, log], detached: true, ...user });
    this.#members.push({ name, databasePort, apiPort, patroni });
    await answers(`http://${host}:${apiPort}/readiness`, patroni);
  }

  /** Returns the guide's configuration with addresses, folders and passwords of this cluster, and without TLS. */
  async #settingsOf(name: string, home: string, databasePort: number, apiPort: number, etcd: string) {
    const settings = parse(await shown('/etc/patroni/config.yml')) as PatroniSettings;
    const logins = Object.entries(settings.postgresql.authentication);
    const authentication = logins.map(([use, { username }]) => [use, { username, password: this.#passwords.admin }]);
    return {
      ...settings,
      name,
      restapi: { listen: `${host}:${apiPort}`, connect_address: `${host}:${apiPort}` },
      etcd3: { hosts: etcd },
      postgresql: {
        ...settings.postgresql,
        listen: `${host}:${databasePort}`,
        connect_address: `${host}:${databasePort}`,
        data_dir: join(home, 'data'),
        bin_dir: postgresPrograms(),
        pgpass: join(home, 'pgpass'),
        authentication: Object.fromEntries(authentication) as object,
        parameters: { unix_socket_directories: home },
        pg_hba: [`host all all ${host}/32 scram-sha-256`, `host replication replicator ${host}/32 scram-sha-256`],
      },
    };
  }

  async #startProxy(): Promise<void> {
    this.#proxyPort = await freePort();
    const file = join(this.#folder, 'haproxy.cfg');
    const config = this.#members.reduce(
      (text, { databasePort, apiPort }, index) =>
        text.replace(`10.0.0.1${3 + index}:5432 check port 8008`, `${host}:${databasePort} check port ${apiPort}`),
      (await shown('/etc/haproxy/haproxy.cfg')).replace('127.0.0.1:5432', `${host}:${this.#proxyPort}`),
    );
    await writeFile(file, config);
    this.#others.push(spawn('/usr/sbin/haproxy', ['-db', '-f', file], { stdio: 'ignore', detached: true }));
  }

  async #untilReplicated(): Promise<void> {
    for (;;) {
      const rows = await this.#query<{ sync_state: string }>('SELECT sync_state FROM pg_stat_replication').catch(
        () => [],
      );
      if (rows.some(({ sync_state: state }) => state === 'sync')) return;
      await delay(250);
    }
  }

  async #primary(): Promise<Member> {
    for (const member of this.#members) {
      const answer = await fetch(`http://${host}:${member.apiPort}/primary`).catch(() => null);
      if (answer?.status === 200) return member;
    }
    throw new Error('There is no primary.');
  }

  async #killServerOf({ name }: Member): Promise<void> {
    const text = await readFile(join(this.#folder, name, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(text.split('\n')[0]);
    if (!pid) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended.
    }
  }

  async #query<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
    const client = new pg.Client(this.adminUrl('postgres'));
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  }
}

function kill(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It had ended.
  }
}

/** Resolves when the address answers with a success; rejects when its program ends first. */
async function answers(url: string, program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit').then(([code]) => {
    throw new Error(`${program.spawnfile} ended with ${String(code)}`);
  });
  const answered = async () => {
    while ((await fetch(url).catch(() => null))?.status !== 200) await delay(250);
  };
  await Promise.race([answered(), ended]);
}
