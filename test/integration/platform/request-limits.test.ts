import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';
import type { Ack } from '../../../shared/src/core/ack.ts';
import { Factory, type TestPerson } from '../../support/factories.ts';
import { frameOf, upgradeRequest } from '../../support/raw-websocket.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let patient: TestPerson;
let other: TestPerson;
let slug: string;
const opened: (RecordListener | Socket)[] = [];

beforeAll(async () => {
  test = await startTestApi({ RATE_LIMIT_FACTOR: '1', CONNECTIONS_PER_ADDRESS: '200' });
  const factory = new Factory(test);
  const hospital = await factory.hospital();
  slug = hospital.slug;
  patient = await factory.patient(hospital);
  other = await factory.patient(hospital);
});
afterEach(() => {
  for (const each of opened.splice(0)) {
    if ('destroy' in each) each.destroy();
    else each.close();
  }
});
afterAll(() => test.close());

const statusFor = async (person: TestPerson, path: string) =>
  (await fetch(test.url + path, { headers: { authorization: `Bearer ${person.accessToken}` } })).status;

async function listenAs(person: TestPerson): Promise<RecordListener> {
  const listener = await listen(test.url, person.accessToken);
  opened.push(listener);
  return listener;
}

/** Sends only the header of an upload of `bytes` bytes; resolves with the first line of the answer. */
function beginUpload(path: string, bytes: number): { answer: Promise<string>; socket: Socket } {
  const { hostname, port } = new URL(test.url);
  const socket = connect(Number(port), hostname);
  opened.push(socket);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/pdf\r\nContent-Length: ${bytes}\r\n\r\n`,
  );
  const answer = once(socket, 'data').then(([data]) => String(data).split('\r\n')[0] ?? '');
  answer.catch(() => undefined);
  return { answer, socket };
}

describe('the record socket under load', () => {
  it('rejects a flood before it reaches the database, closes the socket and serves others', async () => {
    const began = performance.now();
    const flood = await listenAs(patient);
    const closed = new Promise((done) => flood.socket.once('disconnect', done));
    const answers: string[] = [];
    for (let n = 0; n < 400; n++)
      flood.socket.emit('renew', { accessToken: patient.accessToken }, (answer: Ack<unknown>) =>
        answers.push(answer.ok ? 'ok' : answer.code),
      );
    await closed;
    // A hundred at once, some that were on their way, and then two a second while a busy machine reads the others.
    const allowed = 105 + (2 * (performance.now() - began)) / 1000;
    expect(answers.filter((answer) => answer === 'ok').length).toBeLessThanOrEqual(allowed);
    for (const answer of answers) expect(['ok', 'request.rate-limited']).toContain(answer);
    await listenAs(other);
  });

  it('answers events beyond the rate without handling them, and then closes the socket', async () => {
    const flood = await listenAs(other);
    const closed = new Promise((done) => flood.socket.once('disconnect', done));
    const answers: string[] = [];
    const renew = () =>
      new Promise<void>((answered) =>
        flood.socket.emit('renew', { accessToken: 'x' }, (answer: Ack<unknown>) => {
          answers.push(answer.ok ? 'ok' : answer.code);
          answered();
        }),
      );
    // The flood may close the socket before those within the rate are answered.
    await renew();
    expect(answers).toEqual(['auth.required']);
    for (let n = 0; n < 250; n++) void renew();
    await closed;
    expect(new Set(answers)).toEqual(new Set(['auth.required', 'request.rate-limited']));
  });

  it('rejects an account that connects repeatedly', async () => {
    const refusals = new Set<string>();
    for (let n = 0; n < 130; n++) {
      try {
        (await listenAs(patient)).close();
      } catch (error) {
        refusals.add((error as Error).message);
      }
    }
    expect([...refusals]).toEqual(['request.rate-limited']);
  });

  it('rejects a page of another origin', async () => {
    const socket = io(test.url + recordNamespace, {
      auth: { accessToken: other.accessToken },
      transports: ['websocket'],
      extraHeaders: { origin: 'https://evil.example' },
      reconnection: false,
      forceNew: true,
    });
    const error = await new Promise<Error>((refused) => socket.once('connect_error', refused));
    expect(error.message).toContain('websocket error');
    socket.close();
  });
});

describe('a client that speaks the protocol of sockets without a session', () => {
  /** Opens a WebSocket without a library, and returns all that is received on it. */
  async function openRaw(): Promise<{ socket: Socket; said: () => string }> {
    const { hostname, port, host } = new URL(test.url);
    const socket = connect(Number(port), hostname);
    opened.push(socket);
    let said = '';
    socket.on('error', () => undefined).on('data', (data) => (said += data.toString('latin1')));
    socket.write(upgradeRequest(host));
    await expect.poll(() => said).toContain('"sid"');
    return { socket, said: () => said };
  }
  /** Resolves when the connection has ended, also by a reset. */
  const endOf = (socket: Socket) => new Promise<void>((ended) => socket.once('close', () => ended()));
  const times = (frame: Buffer, count: number) => Buffer.concat(Array.from({ length: count }, () => frame));
  const forged = frameOf('text', `40${recordNamespace},{"accessToken":"a.b.c"}`);

  it('gets few answers to forged tokens, and loses the connection when it goes on', async () => {
    const { socket, said } = await openRaw();
    const closed = endOf(socket);
    socket.write(times(forged, 1_000));
    socket.write(times(forged, 2_000));
    await closed;
    expect(said().match(/auth\.required/g)?.length ?? 0).toBeLessThanOrEqual(300);
  });

  it('gets a few pings answered, and loses the connection when it goes on', async () => {
    const { socket, said } = await openRaw();
    const closed = endOf(socket);
    socket.write(times(frameOf('ping', 'here'), 200));
    await closed;
    const answers = said().match(/\x8a\x04here/g)?.length ?? 0;
    expect(answers).toBeGreaterThan(0);
    expect(answers).toBeLessThan(30);
  });

  it('loses the connection when it sends bytes that are no packets', async () => {
    const { socket, said } = await openRaw();
    // Answers to pings that were never sent: nothing but their bytes counts them. 262 kB.
    socket.write(times(frameOf('pong', 'x'.repeat(125)), 2_000));
    socket.write(frameOf('text', '40/no-such,'));
    await expect.poll(() => socket.closed || said().includes('44/no-such,')).toBe(true);
    expect(said()).not.toContain('44/no-such,');
  });

  it('loses the connection when it begins sessions of long polling without waiting for answers', async () => {
    const { hostname, port } = new URL(test.url);
    const socket = connect(Number(port), hostname);
    opened.push(socket);
    let said = '';
    socket.on('error', () => undefined).on('data', (data) => (said += data.toString()));
    const closed = endOf(socket);
    socket.write('GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(500));
    await closed;
    expect(said.match(/"sid"/g)?.length ?? 0).toBeLessThan(10);
  });
});

describe('HTTP requests', () => {
  it('with a file are counted before a byte of it is read', async () => {
    const path = `/api/hospitals/${slug}/document-verifications`;
    // 30 a minute are allowed; each ends without a body, so none is in flight afterwards.
    for (let n = 0; n < 30; n++) await fetch(test.url + path, { method: 'POST' });
    expect(await beginUpload(path, 5_000_000).answer).toContain('429');
  });

  it('over a limit lose their connection, and the rest of their body is not read', async () => {
    const path = `/api/hospitals/${slug}/document-verifications`;
    for (let n = 0; n < 30; n++) await fetch(test.url + path, { method: 'POST' });
    const { answer, socket } = beginUpload(path, 5_000_000);
    socket.on('error', () => undefined);
    expect(await answer).toContain('429');
    await once(socket, 'close');
  });

  it('to unknown addresses are counted', async () => {
    const limited = await startTestApi({ RATE_LIMIT_FACTOR: '1', RATE_LIMIT: '10' });
    const statuses = new Set<number>();
    for (let n = 0; n < 120; n++) statuses.add((await fetch(`${limited.url}/api/nothing-${n}`)).status);
    await limited.close();
    expect([...statuses]).toEqual([404, 429]);
  });

  it('behind a proxy count for the whole /64 of IPv6 of their client', async () => {
    const limited = await startTestApi({ RATE_LIMIT_FACTOR: '1', TRUST_PROXY: '1' });
    try {
      const path = `${limited.url}/api/hospitals/${slug}/document-verifications`;
      const statusFrom = async (address: string) =>
        (await fetch(path, { method: 'POST', headers: { 'x-forwarded-for': address } })).status;
      for (let n = 1; n <= 30; n++) expect(await statusFrom(`2001:db8:1:2:${n}::1`)).not.toBe(429);
      expect(await statusFrom('2001:db8:1:2:ffff::1')).toBe(429);
      expect(await statusFrom('2001:db8:1:3::1')).not.toBe(429);
    } finally {
      await limited.close();
    }
  });

  it('of one sender have at most the bytes of two large files in flight', async () => {
    const path = `/api/hospitals/${slug}/file-verifications`;
    const uploads = Array.from({ length: 5 }, () => beginUpload(path, 5_000_000));
    const answers: string[] = [];
    for (const { answer } of uploads) void answer.then((line) => answers.push(line)).catch(() => undefined);
    // One too many: that whose header the api reads last.
    await Promise.race(uploads.map(({ answer }) => answer));
    // Once a later one is rejected too, any other rejection of the five has arrived.
    expect(await beginUpload(path, 5_000_000).answer).toContain('429');
    expect(answers).toEqual([expect.stringContaining('429')]);
    for (const each of opened.splice(0)) (each as Socket).destroy();
    // The bytes of disconnected senders are available again.
    await expect
      .poll(
        async () =>
          (
            await fetch(test.url + path, {
              method: 'POST',
              body: Buffer.alloc(1_000_000),
              headers: { 'content-type': 'application/pdf' },
            })
          ).status,
      )
      .not.toBe(429);
  });

  it('of one account are counted over all routes', async () => {
    const limited = await startTestApi({ RATE_LIMIT_FACTOR: '1', RATE_LIMIT: '10' });
    try {
      const factory = new Factory(limited);
      const person = await factory.patient(await factory.hospital());
      const statuses: number[] = [];
      for (const path of ['/api/account', '/api/visits', '/api/appointments'])
        for (let n = 0; n < 9; n++)
          statuses.push(
            (await fetch(limited.url + path, { headers: { authorization: `Bearer ${person.accessToken}` } })).status,
          );
      expect(statuses.slice(0, 18)).not.toContain(429);
      expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    } finally {
      await limited.close();
    }
  });

  it('that are rejected repeatedly are counted, not audited singly', async () => {
    const limited = await startTestApi({ RATE_LIMIT_FACTOR: '1' });
    try {
      const factory = new Factory(limited);
      const person = await factory.patient(await factory.hospital());
      const headers = { authorization: `Bearer ${person.accessToken}` };
      for (let n = 0; n < 150; n++) await fetch(`${limited.url}/api/visits/${randomUUID()}`, { headers });
      await limited.api.close();
      const { rows } = await limited.database.admin.query<{ details: { count?: number } }>(
        `SELECT details FROM audit_event WHERE action = 'access.denied' AND actor_account_id = $1 ORDER BY at, id`,
        [person.accountId],
      );
      const counts = rows.map(({ details }) => details.count ?? 1);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(150);
      expect(rows.length).toBeLessThan(70);
      expect(counts.at(-1)).toBeGreaterThan(80);
    } finally {
      await limited.close();
    }
  });

  it('that do not wait for answers end their connection, and those that do are all answered', async () => {
    const { hostname, port } = new URL(test.url);
    const one = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
    const socket = connect(Number(port), hostname);
    let said = '';
    socket.on('error', () => undefined).on('data', (data) => (said += data.toString()));
    for (let n = 1; n <= 20; n++) {
      socket.write(one);
      await expect.poll(() => said.match(/HTTP\/1\.1 200/g)?.length).toBe(n);
    }
    said = '';
    socket.write(one.repeat(500));
    await once(socket, 'close');
    expect(said.match(/HTTP\/1\.1/g)?.length ?? 0).toBeLessThan(10);
  });

  it('are accepted on a limited number of connections per address', async () => {
    const { hostname, port } = new URL(test.url);
    const closed: Promise<unknown>[] = [];
    for (let n = 0; n < 230; n++) {
      const socket = connect(Number(port), hostname);
      opened.push(socket);
      socket.on('error', () => undefined);
      closed.push(once(socket, 'close').catch(() => undefined));
    }
    await Promise.race(closed);
    for (const each of opened.splice(0)) (each as Socket).destroy();
    await expect.poll(() => statusFor(other, '/api/account').catch(() => 0)).toBe(200);
  });
});
