import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../support/free-port.ts';

const program = ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy'].find(
  (path) => spawnSync(path, ['-v']).error === undefined,
);
const guide = new URL('../../../docs/operations/moving-a-hospital.md', import.meta.url);

/* Runs the configurations of the guide in the real program where it is installed (Debian: haproxy). */
describe.skipIf(!program)(`a router of hospitals${program ? '' : ' (skipped: haproxy is not installed)'}`, () => {
  let folder: string;
  let frontends: string[];
  let router: ChildProcess;
  let port: number;
  const cells = new Map<string, Server>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yunzhen-router-'));
    frontends = [...(await readFile(guide, 'utf8')).matchAll(/^```\n(frontend [^`]+)```/gm)].map(
      ([, text = '']) => text,
    );
    for (const name of ['cell_a', 'cell_b']) {
      const cell = createServer((_, response) => void response.end(name));
      cells.set(name, cell);
      await new Promise<void>((listening) => cell.listen(0, '127.0.0.1', listening));
    }
  });
  afterEach(async () => {
    const ended = once(router, 'exit');
    router.kill('SIGKILL');
    await ended;
  });
  afterAll(async () => {
    for (const cell of cells.values()) cell.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts the router with one of the configurations and its map. */
  async function route(frontend: string | undefined, map: string): Promise<void> {
    port = await freePort();
    const [config, mapFile] = [join(folder, 'haproxy.cfg'), join(folder, 'hospitals.map')];
    await writeFile(mapFile, map);
    const backends = [...cells].map(
      ([name, cell]) => `backend ${name}\n  server one 127.0.0.1:${(cell.address() as AddressInfo).port}\n`,
    );
    await writeFile(
      config,
      `defaults\n  mode http\n  timeout connect 5s\n  timeout client 30s\n  timeout server 30s\n
${frontend?.replace(/\/etc\/haproxy\/\w+\.map/, mapFile)}  bind 127.0.0.1:${port}\n  default_backend cell_a\n${backends.join('')}`,
    );
    router = spawn(program ?? '', ['-db', '-f', config], { stdio: 'ignore' });
    await expect.poll(() => ask('any.example.org').catch(() => null)).not.toBeNull();
  }

  /** Asks the router for a page of that host. */
  function ask(host: string): Promise<{ status: number | undefined; location: string | undefined; body: string }> {
    return new Promise((answer, fail) => {
      const asked = request(
        { host: '127.0.0.1', port, path: '/verify/wuzhen/1?s=2', headers: { host } },
        (response) => {
          let body = '';
          response.on('data', (part: Buffer) => (body += part.toString()));
          response.on('end', () => answer({ status: response.statusCode, location: response.headers.location, body }));
        },
      );
      asked.on('error', fail).end();
    });
  }

  it('leads hosts of hospitals that have moved to their new address, and no others', async () => {
    // A line of `npm run move -- map`.
    await route(frontends[0], 'wuzhen.example.org https://wuzhen.new.example.org\n');
    for (const host of ['wuzhen.example.org', 'WUZHEN.example.org:443'])
      expect(await ask(host)).toMatchObject({
        status: 308,
        location: 'https://wuzhen.new.example.org/verify/wuzhen/1?s=2',
      });
    expect(await ask('tongli.example.org')).toMatchObject({ status: 200, body: 'cell_a' });
  });

  it('sends each host to its installation where both have the same names', async () => {
    await route(frontends[1], 'wuzhen.example.org cell_b\n');
    expect(await ask('wuzhen.example.org')).toMatchObject({ status: 200, body: 'cell_b' });
    expect(await ask('tongli.example.org')).toMatchObject({ status: 200, body: 'cell_a' });
  });
});
