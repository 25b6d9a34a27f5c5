import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { parse } from 'yaml';
import { databaseUser } from '../../../server/src/platform/db/embedded-postgres.ts';
import { Pooler } from '../../support/database-server.ts';

/** The machines of the guide, on addresses of this one. */
const machines = { 'app-1': '127.0.0.11', 'data-1': '127.0.0.13', 'data-2': '127.0.0.14' };
/** HAProxy, for which app-2 stands. */
const proxy = '127.0.0.12:5432';
const versions = '/usr/lib/postgresql';
const guide = new URL('../../../docs/operations/failover.md', import.meta.url);

/** What of a member's configuration the drill replaces parts of. */
interface PatroniSettings {
  postgresql: { authentication: Record<string, { username: string }>; parameters: Record<string, string> };
}

/** Returns a file as the guide shows it, with addresses of this machine. */
async function shown(file: string): Promise<string> {
  const [, rest] = (await readFile(guide, 'utf8')).split(`\`\`\`\n# ${file}\n`);
  if (rest === undefined) throw new Error(`The guide does not show ${file}.`);
  return rest.slice(0, rest.indexOf('```')).replaceAll('10.0.0.', '127.0.0.');
}

/** A machine with a database server under Patroni, and with etcd. */
interface Member {
  readonly name: string;
  readonly address: string;
  readonly etcd: ChildProcess;
  readonly patroni: ChildProcess;
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

/** Two database servers under Patroni, with three etcd; clients reach the primary through PgBouncer and HAProxy, with TLS behind PgBouncer. */
export class Cluster {
  readonly #folder: string;
  readonly #passwords: Passwords;
  readonly #members: Member[] = [];
  readonly #others: ChildProcess[] = [];
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
    await this.#certify();
    const [app, one, two] = await this.#startEtcd();
    this.#others.push(app);
    this.#members.push(await this.#startMember('one', machines['data-1'], one));
    this.#members.push(await this.#startMember('two', machines['data-2'], two));
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
    const tls = `sslmode=verify-full&sslrootcert=${join(this.#folder, 'ca.pem')}`;
    return `postgres://postgres:${this.#passwords.admin}@${proxy}/${database}?${tls}`;
  }

  /** Returns the app role's address, through PgBouncer. */
  get appUrl(): string {
    return `postgres://yunzhen_api:${this.#passwords.app}@127.0.0.1:${this.#pooler?.port}/yunzhen`;
  }

  get operatorUrl(): string {
    return `postgres://yunzhen_operators:${this.#passwords.operators}@127.0.0.1:${this.#pooler?.port}/yunzhen`;
  }

  /** Kills the primary with its Patroni and its etcd at once, like a lost machine. Returns its name. */
  async killPrimary(): Promise<string> {
    const primary = await this.#primary();
    await this.#kill(primary);
    return primary.name;
  }

  async stop(): Promise<void> {
    await this.#pooler?.stop();
    for (const member of this.#members) await this.#kill(member);
    this.#others.forEach(kill);
  }

  /** Makes a certificate authority and the certificate of both database servers. */
  async #certify(): Promise<void> {
    const user = await databaseUser();
    const openssl = (...args: string[]) => promisify(execFile)('openssl', args, { cwd: this.#folder });
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const names = `subjectAltName=DNS:database.internal,IP:${proxy.split(':')[0]}\nextendedKeyUsage=serverAuth\n`;
    await openssl('req', '-x509', ...key, '-subj', '/CN=Drill', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2');
    await openssl('req', ...key, '-subj', '/CN=database.internal', '-keyout', 'server.key', '-out', 'server.csr');
    await writeFile(join(this.#folder, 'names'), names);
    const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
    await openssl('x509', '-req', '-in', 'server.csr', '-out', 'server.pem', ...signer);
    if (user) await chown(join(this.#folder, 'server.key'), user.uid, user.gid);
  }

  /** Starts etcd on app-1, data-1 and data-2, as the guide shows it for data-1. */
  async #startEtcd(): Promise<[ChildProcess, ChildProcess, ChildProcess]> {
    const lines = (await shown('/etc/default/etcd')).trim().split('\n');
    const start = (name: keyof typeof machines) => {
      const own = lines.map((line) =>
        line.startsWith('ETCD_INITIAL_CLUSTER=')
          ? line
          : line.replace('data-1', name).replace(machines['data-1'], machines[name]),
      );
      const settings = Object.fromEntries(own.map((line) => line.split(/=(.*)/).slice(0, 2))) as Record<string, string>;
      const env = { ...settings, ETCD_DATA_DIR: join(this.#folder, `etcd-${name}`), ETCD_LOG_LEVEL: 'error' };
      return spawn('etcd', { env: { ...process.env, ...env }, stdio: 'ignore', detached: true });
    };
    const [app, one, two] = [start('app-1'), start('data-1'), start('data-2')];
    await answers(`http://${machines['app-1']}:2379/health`, app);
    return [app, one, two];
  }

  async #startMember(name: string, address: string, etcd: ChildProcess): Promise<Member> {
    const user = await databaseUser();
    const home = join(this.#folder, name);
    const settings = join(home, 'patroni.json');
    await mkdir(home);
    // Patroni reads YAML, which JSON is.
    await writeFile(settings, JSON.stringify(await this.#settingsOf(name, address, home)));
    if (user) for (const path of [home, settings]) await chown(path, user.uid, user.gid);
    const log = openSync(join(home, 'patroni.log'), 'a');
    // Clients of a server with TLS look for certificates in the user's home.
    const env = { ...process.env, HOME: home };
    const options = { cwd: home, env, detached: true, ...user };
    const patroni = spawn('patroni', [settings], { ...options, stdio: ['ignore', log, log] });
    await answers(`http://${address}:8008/readiness`, patroni);
    return { name, address, etcd, patroni };
  }

  /** Returns the guide's configuration of data-1 with name, address, folders and passwords of this member. */
  async #settingsOf(name: string, address: string, home: string) {
    const text = (await shown('/etc/patroni/config.yml')).replaceAll(
      new RegExp(`${machines['data-1']}:(5432|8008)`, 'g'),
      `${address}:$1`,
    );
    const settings = parse(text) as PatroniSettings;
    const logins = Object.entries(settings.postgresql.authentication);
    const authentication = logins.map(([use, { username }]) => [use, { username, password: this.#passwords.admin }]);
    return {
      ...settings,
      name,
      postgresql: {
        ...settings.postgresql,
        data_dir: join(home, 'data'),
        bin_dir: postgresPrograms(),
        pgpass: join(home, 'pgpass'),
        authentication: Object.fromEntries(authentication) as object,
        parameters: {
          ...settings.postgresql.parameters,
          ssl_cert_file: join(this.#folder, 'server.pem'),
          ssl_key_file: join(this.#folder, 'server.key'),
          unix_socket_directories: home,
        },
      },
    };
  }

  async #startProxy(): Promise<void> {
    const file = join(this.#folder, 'haproxy.cfg');
    await writeFile(file, (await shown('/etc/haproxy/haproxy.cfg')).replace('127.0.0.1:5432', proxy));
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
      const answer = await fetch(`http://${member.address}:8008/primary`).catch(() => null);
      if (answer?.status === 200) return member;
    }
    throw new Error('There is no primary.');
  }

  async #kill({ name, etcd, patroni }: Member): Promise<void> {
    [etcd, patroni].forEach(kill);
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
