import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Server, type Socket } from 'socket.io';
import { SocketClient } from '../../../web/src/core/socket/index.ts';

interface FromServer {
  news: (text: string, more: { deep: number[] }) => void;
}
interface ToServer {
  ask: (question: { n: number }, answer: (reply: { twice: number }) => void) => void;
  say: (word: string) => void;
}

/** The pages’ own client against the real server of socket.io. */
let http: HttpServer;
let io: Server;
let origin: string;
const clients: SocketClient<FromServer, ToServer>[] = [];

beforeEach(async () => {
  http = createServer();
  io = new Server(http, { pingInterval: 200, pingTimeout: 200 });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await io.close();
});

function client(options: { auth?: () => object; comeBack?: { first: number; longest: number } } = {}) {
  const made = new SocketClient<FromServer, ToServer>({ origin, namespace: '/room', ...options });
  clients.push(made);
  return made;
}

const heard = (on: SocketClient<FromServer, ToServer>, name: 'connect' | 'disconnect' | 'connect_error') =>
  new Promise<unknown>((resolve) => on.on(name, (...args: unknown[]) => resolve(args[0])));
const arrival = () => new Promise<Socket>((resolve) => io.of('/room').once('connection', resolve));

describe('the pages’ client of socket.io', () => {
  it('says who it is, asks, is answered and hears', async () => {
    const socket = client({ auth: () => ({ accessToken: 'token-1' }) });
    const arrived = arrival();
    const answer = new Promise<{ twice: number }>((resolve) => socket.emit('ask', { n: 21 }, resolve));
    socket.connect();
    const server = await arrived;
    expect(server.handshake.auth).toEqual({ accessToken: 'token-1' });
    server.on('ask', ({ n }: { n: number }, reply: (value: { twice: number }) => void) => reply({ twice: 2 * n }));
    expect(await answer).toEqual({ twice: 42 });
    const news = new Promise<unknown[]>((resolve) => socket.on('news', (...args) => resolve(args)));
    server.emit('news', '云诊, [1]', { deep: [1, 2] });
    expect(await news).toEqual(['云诊, [1]', { deep: [1, 2] }]);
    expect([socket.connected, socket.active]).toEqual([true, true]);
  });

  it('is refused in words and does not come back by itself', async () => {
    io.of('/room').use((_socket, next) => next(new Error('auth.session-expired')));
    const socket = client({ comeBack: { first: 1, longest: 1 } });
    const refused = heard(socket, 'connect_error');
    socket.connect();
    expect(await refused).toEqual(new Error('auth.session-expired'));
    expect([socket.connected, socket.active]).toEqual([false, false]);
  });

  it('is put out by the server and does not come back by itself, but when it is asked to', async () => {
    const socket = client({ comeBack: { first: 1, longest: 1 } }).connect();
    const server = await arrival();
    await heard(socket, 'connect');
    const out = heard(socket, 'disconnect');
    server.disconnect();
    expect(await out).toBe('io server disconnect');
    expect(socket.active).toBe(false);
    const again = arrival();
    socket.connect();
    await again;
  });

  it('comes back when the connection is lost, and sends what was said meanwhile', async () => {
    const socket = client({ comeBack: { first: 1, longest: 5 } }).connect();
    const server = await arrival();
    await heard(socket, 'connect');
    const lost = heard(socket, 'disconnect');
    const again = arrival();
    server.conn.close();
    expect(await lost).toBe('transport close');
    expect(socket.active).toBe(true);
    socket.emit('say', 'meanwhile');
    const word = new Promise<string>((resolve) => void again.then((back) => back.on('say', resolve)));
    expect(await word).toBe('meanwhile');
  });

  it('answers the server’s question for a sign of life, and notices a server that asks no more', async () => {
    const socket = client({ comeBack: { first: 1, longest: 5 } }).connect();
    const server = await arrival();
    await heard(socket, 'connect');
    // Two questions and their answers.
    for (let n = 0; n < 2; n++) {
      await new Promise<void>((resolve) =>
        server.conn.once('packet', ({ type }: { type: string }) => type === 'pong' && resolve()),
      );
    }
    expect(socket.connected).toBe(true);
    const lost = heard(socket, 'disconnect');
    const again = arrival();
    (server.conn as unknown as { sendPacket: () => void }).sendPacket = () => undefined;
    expect(await lost).toBe('ping timeout');
    await again;
  });

  it('without a wish to come back fails once where nobody answers', async () => {
    await io.close();
    const socket = client();
    const failed = heard(socket, 'connect_error');
    socket.connect();
    expect(await failed).toBeInstanceOf(Error);
    expect(socket.active).toBe(false);
  });
});
