import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { ForwardingProxy } from '../../support/forwarding-proxy.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const proxyAddress = '127.0.0.9';
const [here, there, third, fourth] = ['127.0.0.5', '127.0.0.6', '127.0.0.7', '127.0.0.8'] as const;
const atOnce = 10;
let test: TestApi;
let proxy: ForwardingProxy;
let factory: Factory;
let hospital: TestHospital;
const opened: ClientRequest[] = [];

beforeAll(async () => {
  test = await startTestApi({
    TRUST_PROXY: proxyAddress,
    CONNECTIONS_PER_ADDRESS: String(atOnce),
    RATE_LIMIT_FACTOR: '1',
  });
  proxy = await ForwardingProxy.start(test.url, proxyAddress);
  factory = new Factory(test);
  hospital = await factory.hospital();
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
  const body = JSON.stringify({ hospital: hospital.slug, email, password: 'a guess of nobody' });
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
    `/api/hospitals/${hospital.slug}/file-verifications`,
    { 'content-type': 'application/pdf', 'content-length': '100' },
    '%PDF',
  );

/** The frames `2` and `3` of engine.io, the latter masked with zeros. */
const [ping, pong] = [Buffer.from([0x81, 1, 0x32]), Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x33])];

/** Opens a record socket through the proxy that never names a session, but answers the server's pings. */
async function openSocket(from = '127.0.0.1') {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
  };
  const sent = send('through the proxy', from, '/socket.io/?EIO=4&transport=websocket', headers);
  let closed: Promise<unknown> = Promise.resolve();
  let isOpen = false;
  const answer = await new Promise((done) => {
    sent.once('upgrade', (_answer, socket) => {
      isOpen = true;
      socket.on('error', () => undefined).once('close', () => (isOpen = false));
      // Also by a close frame (RFC 6455), which this client never answers.
      closed = new Promise((resolve) => {
        socket.once('close', resolve);
        socket.on('data', (data: Buffer) => {
          if (data.includes(0x88)) socket.destroy();
          if (data.includes(ping)) socket.write(pong);
        });
      });
      done('open');
    });
    sent.once('response', ({ statusCode }) => done(statusCode));
  });
  return { answer, closed, isOpen: () => isOpen };
}

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

  it('stops no request with its sockets, and takes none from the others', async () => {
    const first = await Promise.all(Array.from({ length: atOnce }, () => openSocket(here)));
    expect(first.map(({ answer }) => answer)).toEqual(Array.from({ length: atOnce }, () => 'open'));
    for (let n = 0; n < atOnce; n++) expect(await healthy(here)).toBe(200);
    expect((await openSocket(there)).answer).toBe('open');
  });

  it('has few sockets without a session: the oldest makes room', async () => {
    const [oldest, ...newer] = [await openSocket(third), await openSocket(third), await openSocket(third)];
    await oldest.closed;
    expect(newer.map(({ isOpen }) => isOpen())).toEqual([true, true]);
  });

  it('loses a socket that never proves a session', async () => {
    const silent = await openSocket(fourth);
    expect(silent.answer).toBe('open');
    await silent.closed;
    // Before the 45 seconds of the library.
  }, 40_000);

  it('keeps the page that proved a session when bare sockets come', async () => {
    const page = await listen(`http://127.0.0.1:${proxy.port}`, (await factory.pharmacist(hospital)).accessToken);
    const bare = [await openSocket(), await openSocket(), await openSocket()];
    await bare[0]?.closed;
    expect(page.socket.connected).toBe(true);
    page.close();
  });
});
