import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory } from '../../support/factories.ts';
import { ForwardingProxy } from '../../support/forwarding-proxy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const proxyAddress = '127.0.0.9';
const [here, there] = ['127.0.0.5', '127.0.0.6'] as const;
const atOnce = 10;
let test: TestApi;
let proxy: ForwardingProxy;
let slug: string;
const opened: ClientRequest[] = [];

beforeAll(async () => {
  test = await startTestApi({
    TRUST_PROXY: proxyAddress,
    CONNECTIONS_PER_ADDRESS: String(atOnce),
    RATE_LIMIT_FACTOR: '1',
  });
  proxy = await ForwardingProxy.start(test.url, proxyAddress);
  slug = (await new Factory(test).hospital()).slug;
});
afterEach(() => {
  for (const each of opened.splice(0)) each.destroy();
});
afterAll(async () => {
  await proxy.close();
  await test.close();
});

type Way = 'through the proxy' | 'directly';

/** Sends a request from a loopback address; `body` beyond its stated length is never sent. */
function send(way: Way, from: string, path: string, headers: Record<string, string>, body?: string): ClientRequest {
  const port = way === 'directly' ? Number(new URL(test.url).port) : proxy.port;
  const method = body === undefined ? 'GET' : 'POST';
  const sent = request({ host: '127.0.0.1', port, localAddress: from, agent: false, method, path, headers });
  sent.on('error', () => undefined);
  opened.push(sent);
  if (body === undefined) sent.end();
  else sent.write(body);
  return sent;
}

async function statusOf(sent: ClientRequest): Promise<number | undefined> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

/** Signs in with a wrong password and returns the address that the audit has of it. */
async function auditedAddress(way: Way, from: string, forged: string): Promise<string | undefined> {
  const email = `${newId()}@example.test`;
  const body = JSON.stringify({ hospital: slug, email, password: 'a guess of nobody' });
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
  expect(await statusOf(send(way, from, '/api/sessions', { ...headers, 'x-forwarded-for': forged }, body))).toBe(401);
  const { rows } = await test.database.admin.query<{ address: string }>(
    `SELECT address FROM audit_event WHERE address IS NOT NULL ORDER BY at DESC, id DESC LIMIT 1`,
  );
  return rows[0]?.address;
}

/** Sends the head of an upload and part of its body: the request stays open. */
const hold = (from: string) =>
  send(
    'through the proxy',
    from,
    `/api/hospitals/${slug}/file-verifications`,
    { 'content-type': 'application/pdf', 'content-length': '100' },
    '%PDF',
  );

const healthy = (from: string) => statusOf(send('through the proxy', from, '/api/hospitals', {}));

describe('the address of a client', () => {
  it.each(['203.0.113.9', '203.0.113.9, 198.51.100.1', proxyAddress, 'unknown'])(
    'is what the proxy saw, whatever the client claims: %s',
    async (forged) => {
      expect(await auditedAddress('through the proxy', here, forged)).toBe(here);
    },
  );

  it('is the connection’s where no proxy forwards it', async () => {
    expect(await auditedAddress('directly', there, '203.0.113.9')).toBe(there);
  });
});

describe('one client behind a proxy', () => {
  it('has a limited number of requests at once, which takes none from the others', async () => {
    for (let n = 0; n < atOnce; n++) hold(here);
    await expect.poll(() => healthy(here)).toBe(429);
    for (let n = 0; n < atOnce; n++) expect(await healthy(there)).toBe(200);
    for (const each of opened.splice(0)) each.destroy();
    await expect.poll(() => healthy(here)).toBe(200);
  });

  it('has a limited number of sockets at once, which takes none from the others', async () => {
    const open = async (from: string) => {
      const headers = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      };
      const sent = send('through the proxy', from, '/socket.io/?EIO=4&transport=websocket', headers);
      return new Promise((done) => {
        sent.once('upgrade', (_answer, socket) => {
          socket.on('error', () => undefined);
          done('open');
        });
        sent.once('response', ({ statusCode }) => done(statusCode));
      });
    };
    for (let n = 0; n < atOnce; n++) expect(await open(here)).toBe('open');
    expect(await open(here)).toBe(400);
    expect(await open(there)).toBe('open');
  });
});
