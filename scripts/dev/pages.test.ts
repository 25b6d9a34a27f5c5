import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ViteDevServer } from 'vite';
import { freePort } from '../../test/support/free-port.ts';
import { servePages } from './pages.ts';

const policy = "default-src 'self';script-src 'self'";
let api: Server;
let pages: ViteDevServer;
let at: string;

beforeAll(async () => {
  api = createServer((request, response) => {
    response.writeHead(200, { 'content-security-policy': policy, 'x-ratelimit-limit': '600' });
    response.end(JSON.stringify({ asked: request.url, host: request.headers.host }));
  });
  const port = await listening(api);
  pages = await servePages({ api: `http://127.0.0.1:${port}`, port: await freePort() });
  at = pages.resolvedUrls?.local[0] ?? '';
}, 60_000);
afterAll(() => pages.close());

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

it("the development server serves pages from their sources, with the api's content security policy", async () => {
  for (const path of ['', 'visits/one/prepare']) {
    const page = await fetch(at + path);
    expect(await page.text()).toContain('src="/src/main.ts');
    expect(page.headers.get('content-security-policy')).toBe(policy);
    expect(page.headers.get('x-ratelimit-limit')).toBeNull();
  }
  const main = await fetch(`${at}src/main.ts`);
  expect(await main.text()).toContain('createApp');
});

it('the development server allows a worker to run WebAssembly', async () => {
  const worker = await fetch(`${at}src/core/timeouts.ts?worker_file&type=module`);
  expect(worker.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
});

it("the development server proxies requests to the api from the pages' address, and reports it as unavailable while it restarts", async () => {
  const answer = (await (await fetch(`${at}api/hospitals?x=1`)).json()) as object;
  expect(answer).toEqual({ asked: '/api/hospitals?x=1', host: new URL(at).host });
  api.closeAllConnections();
  await once(api.close(), 'close');
  expect((await fetch(`${at}api/hospitals`)).status).toBe(503);
});
