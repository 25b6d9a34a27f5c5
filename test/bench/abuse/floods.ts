import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { io } from 'socket.io-client';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';

export interface Target {
  readonly url: string;
  readonly hospital: string;
  readonly doctorId: string;
  readonly departmentId: string;
  /** The access token of the attacker’s session as a patient. */
  readonly accessToken: string;
}

/** Runs until the signal aborts. */
type Flood = (target: Target, signal: AbortSignal) => Promise<void>;

/** The attacker’s single address, different from the doctor’s. */
const localAddress = '127.0.0.9';

interface Sent {
  method: string;
  path: string;
  body?: Buffer;
  headers?: Record<string, string>;
}

function send(agent: Agent, { url }: Target, { method, path, body, headers = {} }: Sent): Promise<void> {
  return new Promise((done) => {
    const sending = request(url + path, { agent, method, headers, localAddress }, (answer) => {
      answer.on('error', done).on('end', done).resume();
    });
    sending.on('error', () => done());
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
    while (!signal.aborted) {
      for (let free = Math.min(atOnce - open.size, 200); free > 0; free--) {
        const socket = connect({ host: hostname, port: Number(port), localAddress });
        open.add(socket);
        socket.on('error', () => undefined).on('close', () => open.delete(socket));
        socket.resume().write(head({ url, ...rest }));
        if (more > 0) socket.write(Buffer.alloc(more));
      }
      await new Promise((later) => setTimeout(later, 50));
    }
    for (const socket of open) socket.destroy();
  };

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

async function renewals({ url, accessToken }: Target, signal: AbortSignal): Promise<void> {
  const sockets = Array.from({ length: 4 }, () =>
    io(url + recordNamespace, { auth: { accessToken }, transports: ['websocket'], forceNew: true }),
  );
  while (!signal.aborted) {
    for (const socket of sockets) for (let n = 0; n < 13; n++) socket.emit('renew', { accessToken });
    await new Promise((later) => setTimeout(later, 50));
  }
  for (const socket of sockets) socket.close();
}

/** The floods of the security review, and five more. */
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
        }),
      );
      await new Promise((later) => setTimeout(later, 100));
      for (const socket of sockets) socket.close();
    }
  },
  'holding and letting go of appointments': stream(20, (target) => ({
    method: 'POST',
    path: '/api/appointments',
    body: Buffer.from(
      JSON.stringify({
        doctorId: target.doctorId,
        departmentId: target.departmentId,
        startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
    ),
    headers: { ...bearer(target), ...json },
  })),
  'searches and free times': stream(30, (target) => ({
    method: 'GET',
    path:
      Math.random() < 0.5
        ? `/api/icd10-codes?q=${encodeURIComponent('of the '.repeat(8))}`
        : `/api/doctors/${target.doctorId}/slots?days=14`,
    headers: bearer(target),
  })),
};
