import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import pg from 'pg';
import { hasFaketime, wrongClock } from '../../support/faketime.ts';
import { startInstallation, type Installation } from '../../e2e/support/installation.ts';
import { childrenOf } from '../../e2e/support/processes.ts';

// Real processes on a busy machine: far longer than needed, so that only a hang times out.
const patience = { timeout: 120_000, interval: 100 };
const limit = 240_000;
const run = promisify(execFile);

/** The data of a first start, which most tests copy. */
let made: string;
/** How the very first start ended, which was killed while it created the database, and whether it left one. */
let firstStart: { failure: string; leftDatabase: boolean };
let folder: string;
const started: Installation[] = [];

/** Starts in a new folder, and kills the supervisor while it creates the database. */
async function killFirstStart(): Promise<void> {
  made = folder = await mkdtemp(join(tmpdir(), 'yunzhen-supervisor-made-'));
  const killed = start().then(() => 'started', String);
  const isMade = () => existsSync(join(folder, 'postgres'));
  const drafts = () => readdirSync(folder).filter((name) => name.startsWith('postgres-draft-'));
  const isCreating = () => drafts().some((name) => existsSync(join(folder, name, 'base')));
  await vi.waitFor(() => expect(isCreating() || isMade()).toBe(true), { ...patience, interval: 5 });
  for (const pid of processesOn(folder).filter((pid) => isSupervisor(pid))) process.kill(pid, 'SIGKILL');
  firstStart = { failure: await killed, leftDatabase: isMade() };
}

// An installation starts for many seconds of CPU: the few starts of this file are shared.
beforeAll(async () => {
  await killFirstStart();
  // While this process stands still, the database may be complete before the kill.
  for (let more = 3; firstStart.leftDatabase && more > 0; more--) {
    await clean();
    await killFirstStart();
  }
  const again = await start();
  await becomesReady(again);
  const ended = once(again.process, 'exit');
  again.process.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  started.length = 0;
}, limit);
afterAll(() => rm(made, { recursive: true, force: true }));

/** Stops what was started, and expects that no process remains. */
async function clean(): Promise<void> {
  for (const installation of started.splice(0)) await installation.stop();
  await vi.waitFor(() => expect(processesOn(folder)).toEqual([]), patience);
  await rm(folder, { recursive: true, force: true });
}

async function start(extra: Record<string, string> = {}): Promise<Installation> {
  const installation = await startInstallation({
    DATA_DIR: folder,
    DEMO_MODE: 'false',
    MEDIA_WORKERS: '1',
    LOG_LEVEL: 'warn',
    ...extra,
  });
  started.push(installation);
  return installation;
}

/** Keeps files and owners: the server’s files belong to the user that it runs as. */
const copyMade = () => run('cp', ['-a', `${made}/.`, folder]);

/** Returns whether the command line or environment of a process contains a text; false when it has ended. */
function names(pid: number, file: 'cmdline' | 'environ', text: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(text);
  } catch {
    return false;
  }
}

/** Returns the ids of processes whose command line or environment names the data folder: all processes of an installation. */
function processesOn(directory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && (names(pid, 'cmdline', directory) || names(pid, 'environ', directory)));
}

const apiOf = ({ pid }: Installation) => childrenOf(pid, 'api/main.ts');
const mediaOf = ({ pid }: Installation) => childrenOf(pid, 'media/main.ts');
const postgresOf = ({ pid }: Installation) => childrenOf(pid, 'listen_addresses');

/** Returns when the schedules were last checked, from the database of this folder. */
async function lastSchedules(): Promise<Date> {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  const { DATABASE_ADMIN_PASSWORD: password } = JSON.parse(
    readFileSync(join(folder, 'secrets.json'), 'utf8'),
  ) as Record<string, string>;
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    database: 'yunzhen',
    user: 'postgres',
    password,
  });
  await client.connect();
  const { rows } = await client.query<{ at: Date | null }>('SELECT cron_on AS at FROM pgboss.version');
  await client.end();
  return rows[0]?.at ?? new Date(0);
}

const isReady = (installation: Installation) => async () =>
  fetch(`${installation.url}/readyz`).then(
    (answer) => answer.status,
    () => 0,
  );
const becomesReady = (installation: Installation) =>
  vi.waitFor(async () => expect(await isReady(installation)()).toBe(200), patience);
const hoursAhead = async () => Math.round(((await lastSchedules()).getTime() - Date.now()) / 3_600_000);

describe('a running installation', { timeout: limit }, () => {
  const ownKey = 'ab'.repeat(32);
  let installation: Installation;
  /** The processes of the start before, all of which were killed. */
  let killed: number[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yunzhen-supervisor-'));
    await copyMade();
    const before = await start(hasFaketime ? wrongClock('+1d') : {});
    await becomesReady(before);
    if (hasFaketime) await vi.waitFor(async () => expect(await hoursAhead()).toBe(24), patience);
    killed = processesOn(folder);
    const ended = once(before.process, 'exit');
    before.process.kill('SIGKILL');
    await ended;
    installation = await start({ NODE_KEY: ownKey });
    await becomesReady(installation);
  }, limit);
  afterAll(clean, limit);

  it('starts at once on the data of one whose supervisor was killed, of which nothing is left running', async () => {
    expect(killed.length).toBeGreaterThan(3);
    await expect.poll(() => processesOn(folder).filter((pid) => killed.includes(pid)), patience).toEqual([]);
    expect(await isReady(installation)()).toBe(200);
  });

  it.skipIf(!hasFaketime)('runs scheduled jobs after the machine’s clock was a day ahead (libfaketime)', async () => {
    await expect.poll(hoursAhead, patience).toBeCloseTo(0);
  });

  it('passes the owner’s credential to no serving program', async () => {
    const { DATABASE_ADMIN_PASSWORD: password } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'));
    for (const pid of [...apiOf(installation), ...mediaOf(installation)]) {
      expect(names(pid, 'environ', folder)).toBe(true);
      expect(names(pid, 'environ', password)).toBe(false);
      expect(names(pid, 'environ', 'DATABASE_OWNER_URL')).toBe(false);
    }
  });

  it('keeps the operator’s own key of the media node', () => {
    const [media] = mediaOf(installation);
    expect(names(media ?? 0, 'environ', `NODE_KEY=${ownKey}`)).toBe(true);
  });

  it('rejects a second start on the same data and is not disturbed by it', async () => {
    const database = postgresOf(installation);
    const failure = await start().catch((error: unknown) => String(error));
    expect(failure).toContain(`${folder} is in use by process ${installation.pid}.`);
    expect(failure).not.toMatch(/\n\s+at /);
    expect(postgresOf(installation)).toEqual(database);
    expect(await isReady(installation)()).toBe(200);
  });

  it('restarts a killed database', async () => {
    const [postgres] = postgresOf(installation);
    process.kill(postgres ?? 0, 'SIGKILL');
    await expect.poll(() => postgresOf(installation).some((pid) => pid !== postgres), patience).toBe(true);
    await expect.poll(isReady(installation), patience).toBe(200);
  });

  it('restarts a killed api and on request, leaves media node and database running, and ends all on SIGTERM', async () => {
    const [api, media, database] = [apiOf(installation), mediaOf(installation), postgresOf(installation)];
    expect([api.length, media.length, database.length]).toEqual([1, 1, 1]);

    process.kill(api[0] ?? 0, 'SIGKILL');
    await expect.poll(() => apiOf(installation).some((pid) => pid !== api[0]), patience).toBe(true);
    await expect.poll(isReady(installation), patience).toBe(200);

    const again = apiOf(installation);
    installation.process.send({ restart: ['api'] });
    await expect.poll(() => apiOf(installation).some((pid) => !again.includes(pid)), patience).toBe(true);
    await expect.poll(isReady(installation), patience).toBe(200);
    expect([mediaOf(installation), postgresOf(installation)]).toEqual([media, database]);

    const ended = once(installation.process, 'exit');
    installation.process.kill('SIGTERM');
    // The supervisor kills what has not ended within ten seconds and then exits with 1.
    expect(await ended).toEqual([0, null]);
    await expect.poll(() => processesOn(folder), patience).toEqual([]);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('the single-machine supervisor', { timeout: limit }, () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yunzhen-supervisor-'));
  });
  afterEach(clean);

  it('starts after a kill during the creation of the database', () => {
    expect(firstStart).toEqual({
      failure: expect.stringContaining('before it was ready') as string,
      leftDatabase: false,
    });
  });

  it('names a port in use before it creates a database, without a stack trace', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const failure = await start({ PORT: String(port), TIMEOUTS: 'ports.free=0' }).catch((error: unknown) =>
      String(error),
    );
    taken.close();
    expect(failure).toContain(`PORT: port ${port} is in use`);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    expect(failure).not.toMatch(/\n\s+at /);
    await expect.poll(() => processesOn(folder), patience).toEqual([]);
  });

  it('names an invalid setting and never its value', async () => {
    const failure = await start({ DATABASE_URL: 'mysql://hidden-value' }).catch((error: unknown) => String(error));
    expect(failure).toContain('DATABASE_URL');
    expect(failure).not.toContain('hidden-value');
    expect(failure).not.toMatch(/\n\s+at /);
  });

  it('creates no new secrets when there is data that belongs to lost ones', async () => {
    await copyMade();
    await rm(join(folder, 'secrets.json'));
    const failure = await start().catch((error: unknown) => String(error));
    expect(failure).toContain('secrets.json is missing');
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
  });
});

const isSupervisor = (pid: number) => names(pid, 'cmdline', 'server/src/main.ts');
