import { fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings, type ApiSettings } from '../../server/src/platform/config/settings.ts';
import { MovableClock } from './clock.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { PostgresWire } from './postgres-wire.ts';
import type { TestGround } from './test-api.ts';
import { operatorUrlOf, requestKey } from './request-key.ts';
import { freePort } from './free-port.ts';

const program = fileURLToPath(new URL('../../server/src/api/main.ts', import.meta.url));

/** The search for dead workers takes CPU all the time, so only tests that wait for jobs of a killed process ask for more. */
const usualTimeouts = [
  'jobs.poll=500 jobs.supervise=10000 jobs.longestRetryDelay=1000 processes.heartbeat=1000 database.connect=30000',
  // As in the tests’ own process: a busy machine answers later.
  'safety.start=60000 safety.prepare=60000 safety.check=60000 safety.whole=60000 safety.wait=60000',
].join(' ');

/** The api as in production: a separate process that a test can kill. Its address stays the same across restarts. */
export class ApiProcess implements TestGround {
  readonly url: string;
  readonly database: TestDatabase;
  readonly wire: PostgresWire;
  readonly settings: ApiSettings;
  readonly clock: MovableClock = new MovableClock();
  #environment: Record<string, string>;
  #child: ChildProcess | null = null;

  private constructor(database: TestDatabase, wire: PostgresWire, environment: Record<string, string>) {
    this.database = database;
    this.wire = wire;
    this.#environment = environment;
    this.settings = readConfig(apiSettings, environment);
    this.url = `http://127.0.0.1:${this.settings.PORT}`;
  }

  /** `TIMEOUTS` in the settings adds to those of every test. */
  static async start(settings: Record<string, string> = {}): Promise<ApiProcess> {
    const database = await createTestDatabase();
    const wire = await PostgresWire.before(database.appUrl);
    const secret = () => randomBytes(32).toString('base64');
    const ticketKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const api = new ApiProcess(database, wire, {
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      PORT: String(await freePort()),
      METRICS_PORT: '0',
      DATABASE_URL: wire.url,
      DATABASE_REQUEST_KEY: requestKey.toString('base64'),
      OPERATOR_DATABASE_URL: operatorUrlOf(wire.url),
      DATABASE_POOL: '10',
      ACCESS_TOKEN_SECRET: secret(),
      KEY_ENCRYPTION_KEY: secret(),
      TICKET_PRIVATE_KEY: ticketKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      NODE_SECRET: randomBytes(24).toString('hex'),
      RATE_LIMIT_FACTOR: '1000',
      API_DOCS: 'false',
      ...settings,
      TIMEOUTS: [usualTimeouts, settings['TIMEOUTS']].filter(Boolean).join(' '),
    });
    await api.startAgain();
    return api;
  }

  /** Starts a second process of the same installation, with the same database and secrets. Kill it before closing the first. */
  async startBeside(settings: Record<string, string> = {}): Promise<ApiProcess> {
    const port = String(await freePort());
    const beside = new ApiProcess(this.database, this.wire, { ...this.#environment, PORT: port, ...settings });
    await beside.startAgain();
    return beside;
  }

  /** Starts the process, from now on with these settings (an empty value removes one); resolves when it serves. */
  async startAgain(settings: Record<string, string> = {}): Promise<void> {
    this.#environment = { ...this.#environment, ...settings };
    const { PATH = '', HOME = '' } = process.env;
    // The process starts many times; without a cache, compiling would take most of the time.
    const NODE_COMPILE_CACHE = join(tmpdir(), 'yunzhen-compile-cache');
    const child = fork(program, [], {
      env: { PATH, HOME, NODE_COMPILE_CACHE, ...this.#environment },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    await new Promise<void>((serving, failed) => {
      child.once('message', () => serving());
      child.once('exit', (code, signal) => failed(new Error(`the api ended before it was ready: ${signal ?? code}`)));
    });
  }

  /** Kills the process like a power failure. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops the process as a service manager does, and returns its exit code: 0 when nothing had to be cut off. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit') as Promise<[code: number | null]>;
    child.kill(signal);
    const [code] = await ended;
    return code;
  }

  async close(): Promise<void> {
    await this.kill();
    await this.wire.close();
    await this.database.drop();
  }
}
