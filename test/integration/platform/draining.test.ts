import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { ApiProcess } from '../../support/api-process.ts';
import { Factory } from '../../support/factories.ts';
import { frameOf, upgradeRequest } from '../../support/raw-websocket.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi } from '../../support/test-api.ts';

/** Returns a client that keeps its connection open. */
function client(url: string, accessToken: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = async (path: string) => {
    const asked = request(url + path, { agent, headers: { authorization: `Bearer ${accessToken}` } });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    return { status: answer.statusCode ?? 0, connection: answer.headers.connection };
  };
  return { get, end: () => agent.destroy() };
}

it('a stopping api reports “not ready” first, serves remaining requests and closes without cutting a connection', async () => {
  const test = await startTestApi();
  const factory = new Factory(test);
  const patient = await factory.patient(await factory.hospital());
  const page = await listen(test.url, patient.accessToken);
  const left = new Promise((done) => page.socket.once('disconnect', done));

  // Like a load balancer: requests are sent here until the api is not ready.
  let inUse = true;
  const statuses: number[] = [];
  const busy = Array.from({ length: 40 }, async () => {
    const { get, end } = client(test.url, patient.accessToken);
    while (inUse) statuses.push((await get('/api/account')).status);
    end();
  });
  const watch = (async () => {
    while (inUse) inUse = !(await readyParts(test.url)).includes('"serving":false');
  })();

  await expect.poll(() => statuses.length).toBeGreaterThan(80);
  expect((await fetch(`${test.url}/readyz/serving`)).status).toBe(200);
  const before = statuses.length;
  test.api.drain();
  await Promise.all([...busy, watch]);
  expect((await fetch(`${test.url}/readyz/serving`)).status).toBe(503);
  const closed = test.api.close();
  expect(statuses.length).toBeGreaterThan(before);
  expect(new Set(statuses)).toEqual(new Set([200]));
  await closed;
  await left;
  const { admin } = test.database;
  expect((await admin.query('SELECT id FROM api_process')).rows).toEqual([]);
  await test.source.destroy();
  // Nothing of it works on: neither jobs nor the bus nor operators have a connection.
  const connections = async () =>
    (
      await admin.query(
        'SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND usename <> current_user',
      )
    ).rows;
  await expect.poll(connections).toEqual([]);
  await test.database.drop();
});

it('a stopping api closes while clients keep sending without asking whether it is ready', async () => {
  const test = await startTestApi();
  const factory = new Factory(test);
  const patient = await factory.patient(await factory.hospital());
  let stopping = false;
  const answers: { status: number; connection: string | undefined; stopping: boolean }[] = [];
  const busy = Array.from({ length: 10 }, async () => {
    const { get, end } = client(test.url, patient.accessToken);
    try {
      for (;;) {
        const asked = stopping;
        answers.push({ ...(await get('/api/account')), stopping: asked });
      }
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    } finally {
      end();
    }
  });
  const sinceStopping = () => answers.filter((answer) => answer.stopping);
  await expect.poll(() => answers.length).toBeGreaterThan(20);
  test.api.drain();
  stopping = true;
  // Each connection ends after its answer, so a proxy or browser opens the next one elsewhere.
  await expect.poll(() => sinceStopping().length).toBeGreaterThan(20);
  await test.api.close();
  // A connection that the closed port had not accepted yet is reset.
  for (const refusal of await Promise.all(busy)) expect(['ECONNREFUSED', 'ECONNRESET']).toContain(refusal);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(sinceStopping().map(({ connection }) => connection))).toEqual(new Set(['close']));
  await test.source.destroy();
  await test.database.drop();
});

it('an api that gets SIGTERM under forty busy clients serves them until they leave, and ends with 0', async () => {
  const api = await ApiProcess.start({ API_DRAIN_SECONDS: '3' });
  const factory = new Factory(api);
  const patient = await factory.patient(await factory.hospital());
  let answered = 0;
  const statuses = new Set<number>();
  // Each leaves with the first answer that asks it to: on a busy machine the drain ends before forty have asked whether the api is ready.
  const busy = Array.from({ length: 40 }, async () => {
    const { get, end } = client(api.url, patient.accessToken);
    for (let last = false; !last; answered++) {
      const { status, connection } = await get('/api/account');
      statuses.add(status);
      last = connection === 'close';
    }
    end();
  });
  await expect.poll(() => answered).toBeGreaterThan(80);
  const stopped = api.stop();
  await Promise.all(busy);
  expect(await stopped).toBe(0);
  expect([...statuses]).toEqual([200]);
  const { rows } = await api.database.admin.query('SELECT id FROM api_process');
  await api.close();
  expect(rows).toEqual([]);
});

it('a stopping api does not wait for clients that never finish a request, or never agree to the end of a socket', async () => {
  const api = await ApiProcess.start({ API_DRAIN_SECONDS: '0', TIMEOUTS: 'api.unfinished=500' });
  const { hostname, port, host } = new URL(api.url);
  const open = () => connect(Number(port), hostname).on('error', () => undefined);
  /** Resolves when the connection has ended, also by a reset. */
  const endOf = (one: Socket) => new Promise<void>((done) => one.once('close', () => done()));
  const [body, socket] = [open(), open()];
  const ended = Promise.all([endOf(body), endOf(socket)]);
  body.write(
    'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
  );
  socket.write(upgradeRequest(host));
  await once(socket, 'data');
  socket.write(frameOf('text', '3'));
  expect(await api.stop()).toBe(0);
  await ended;
  const { rows } = await api.database.admin.query('SELECT id FROM api_process');
  await api.close();
  expect(rows).toEqual([]);
});

const readyParts = async (url: string) => (await fetch(`${url}/readyz`)).text();
