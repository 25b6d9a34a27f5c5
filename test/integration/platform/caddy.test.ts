import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { io } from 'socket.io-client';
import { listHospitals, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { freePort } from '../../support/free-port.ts';

const program = [process.env['CADDY_PATH'] ?? '', '/usr/bin/caddy', '/usr/local/bin/caddy'].find(
  (path) => path !== '' && existsSync(path),
);
/** Before 2.6.3 only reading requests wait for an api; docker-compose.yml has a newer one. */
const writesWait = program !== undefined && isFrom(execFileSync(program, ['version'], { encoding: 'utf8' }), [2, 6, 3]);
const caddyfile = new URL('../../../docker/Caddyfile', import.meta.url);

/* Runs docker/Caddyfile in the real program where it is installed (Debian: caddy). */
describe.skipIf(!program)(`two apis behind Caddy${program ? '' : ' (skipped: caddy is not installed)'}`, () => {
  let folder: string;
  let caddy: ChildProcess;
  let one: ApiProcess;
  let hospital: TestHospital;
  let other: ApiProcess;
  let url: string;
  let said = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yunzhen-caddy-'));
    one = await ApiProcess.start({ TRUST_PROXY: '1', API_DRAIN_SECONDS: '5' });
    other = await one.startBeside();
    hospital = await new Factory(one).hospital();
    url = `http://127.0.0.1:${await freePort()}`;
    const file = join(folder, 'Caddyfile');
    await writeFile(file, `{\n\tadmin off\n}\n${await readFile(caddyfile, 'utf8')}`);
    caddy = spawn(program ?? '', ['run', '--config', file, '--adapter', 'caddyfile'], {
      env: {
        HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
        DOMAIN: url,
        API_UPSTREAMS: [one, other].map((api) => api.url.replace('http://', '')).join(' '),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    caddy.stderr?.on('data', (data: Buffer) => (said += String(data)));
    await vi.waitFor(async () => expect(await status('/readyz')).toBe(200), { timeout: 30_000, interval: 100 });
  });
  afterAll(async () => {
    const ended = once(caddy, 'exit');
    caddy.kill('SIGKILL');
    await ended;
    await other.kill();
    await one.close();
    await rm(folder, { recursive: true, force: true });
  });

  const status = async (path: string) => (await fetch(url + path)).status;

  /** Restarts an api; resolves when Caddy sends it requests again. */
  async function restart(api: ApiProcess): Promise<void> {
    const host = api.url.replace('http://', '');
    const before = said.length;
    await api.stop();
    await api.startAgain();
    const isUp = () =>
      said
        .slice(before)
        .split('\n')
        .some((line) => line.includes('"host is up"') && line.includes(host));
    await expect.poll(isUp).toBe(true);
  }

  /**
   * Asks and changes things 25 times a second until `work` is done; returns the statuses and texts that no api should give. As fast as possible would
   * leave the starting api no processor. One write in ten takes longer and writes, so that one is often in flight when an api stops.
   */
  async function during(work: () => Promise<void>, isWriting = true): Promise<string[]> {
    const wrong: string[] = [];
    const open = new Set<Promise<void>>();
    let answered = 0;
    const client = new TestClient(url);
    const read = async () => {
      const { status, problem } = await client.call(listHospitals);
      if (status !== 200) wrong.push(`${status} ${JSON.stringify(problem)}`);
    };
    const write = async () => {
      const written = await client.raw('POST', '/api/visits', { body: { complaint: 'No one is signed in.' } });
      const text = await written.text();
      if (written.status !== 401) wrong.push(`${written.status} ${text}`);
    };
    let tried = 0;
    const writeLong = async () => {
      const body = {
        hospital: hospital.slug,
        email: `nobody-${(tried += 1)}@example.test`,
        password: 'a guess of nobody',
      };
      const { status, problem } = await client.call(signIn, { body });
      if (status !== 401) wrong.push(`${status} ${JSON.stringify(problem)}`);
    };
    let turn = 0;
    const asking = setInterval(() => {
      // On a busy machine fewer: the api answers 503 to what waits too long for the database.
      if (open.size >= 8) return;
      turn += 1;
      for (const ask of isWriting ? [read, turn % 10 === 0 ? writeLong : write] : [read]) {
        const request = ask()
          .then(() => void (answered += 1))
          .catch((error: unknown) => void wrong.push(String(error)))
          .finally(() => open.delete(request));
        open.add(request);
      }
    }, 40);
    try {
      await expect.poll(() => answered).toBeGreaterThan(20);
      await work();
      const enough = answered + 20;
      await expect.poll(() => answered).toBeGreaterThan(enough);
    } finally {
      clearInterval(asking);
    }
    await Promise.all(open);
    expect(tried > 0).toBe(isWriting);
    return wrong;
  }

  it('serve pages that use long polling: each keeps to one api', async () => {
    // Without a token the api itself refuses the page, in the answer to a later request than the one that opened the socket.
    const refusal = () => {
      const socket = io(url + recordNamespace, {
        transports: ['polling'],
        withCredentials: true,
        reconnection: false,
        forceNew: true,
      });
      return new Promise<string>((done) => {
        socket.once('connect_error', ({ message }) => {
          socket.disconnect();
          done(message);
        });
      });
    };
    const refusals = await Promise.all(Array.from({ length: 12 }, refusal));
    expect(new Set(refusals)).toEqual(new Set(['auth.required']));
  });

  it('are restarted one after the other without a failed request', async () => {
    const wrong = await during(async () => {
      for (const api of [one, other]) await restart(api);
    });
    expect(wrong).toEqual([]);
  });

  it('do not answer with 502 when the only one left restarts: requests wait', async () => {
    await other.kill();
    const wrong = await during(() => restart(one), writesWait);
    expect(wrong).toEqual([]);
  });

  it('get no internal request from outside', async () => {
    expect(await status('/internal/nodes')).toBe(404);
    expect(await status('/media/node-1/internal/rooms')).toBe(404);
  });
});

/** Returns whether `v2.10.0 h1:…` or `2.6.2` is that version or a later one. */
function isFrom(text: string, version: readonly number[]): boolean {
  const given = (/(\d+)\.(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);
  const differing = version.findIndex((part, index) => part !== given[index]);
  return differing === -1 || (given[differing] ?? 0) > (version[differing] ?? 0);
}
