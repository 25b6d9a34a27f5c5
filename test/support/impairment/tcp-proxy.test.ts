import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TcpProxy } from './tcp-proxy.ts';

let node: Server;
let proxy: TcpProxy;
const browsers: Socket[] = [];

beforeEach(async () => {
  node = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(node, 'listening');
  const address = node.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  proxy = await TcpProxy.start({ listen: { host: '127.0.0.1', port: 0 }, target: { host: '127.0.0.1', port } });
});

afterEach(async () => {
  for (const browser of browsers.splice(0)) browser.destroy();
  await proxy.close();
  node.close();
});

async function browser() {
  const socket = connect(proxy.port, '127.0.0.1');
  browsers.push(socket);
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString()));
  await once(socket, 'connect');
  return { socket, heard: () => heard };
}

describe('TcpProxy', () => {
  it('passes bytes in order and ends when both sides have ended', async () => {
    proxy.roundTripMs = 20;
    const { socket, heard } = await browser();
    const long = 'abcdefghij'.repeat(100_000);
    socket.write(long);
    socket.end('end');
    await once(socket, 'close');
    expect(heard()).toBe(`${long}end`);
    await expect.poll(() => proxy.connections === 0).toBe(true);
  });

  it('adds a round trip for the connection and one for each response', async () => {
    proxy.roundTripMs = 60;
    const started = performance.now();
    const { socket, heard } = await browser();
    socket.write('a');
    await expect.poll(() => heard() === 'a').toBe(true);
    expect(performance.now() - started).toBeGreaterThanOrEqual(120);
    const second = performance.now();
    socket.write('b');
    await expect.poll(() => heard() === 'ab').toBe(true);
    expect(performance.now() - second).toBeGreaterThanOrEqual(60);
  });

  it('passes nothing while it is stalled', async () => {
    const { socket, heard } = await browser();
    proxy.stall();
    socket.write('late');
    const other = await browser();
    proxy.resume();
    other.socket.write('x');
    await expect.poll(() => other.heard() === 'x' && heard() === 'late').toBe(true);
  });

  it('silently loses open connections and passes new ones', async () => {
    const old = await browser();
    proxy.lose();
    old.socket.write('lost');
    const { socket, heard } = await browser();
    socket.write('new');
    await expect.poll(() => heard() === 'new').toBe(true);
    expect(old.heard()).toBe('');
    expect(old.socket.destroyed).toBe(false);
    old.socket.on('error', () => undefined);
    proxy.cutLost();
    await expect.poll(() => old.socket.destroyed).toBe(true);
    expect(socket.destroyed).toBe(false);
  });

  it('resumes automatically after a timed stall', async () => {
    const { socket, heard } = await browser();
    proxy.stall(30);
    socket.write('late');
    await expect.poll(() => heard() === 'late').toBe(true);
    expect(proxy.stalled).toBe(false);
  });

  it('closes connections, refuses new ones and accepts them again on the same port', async () => {
    const { socket } = await browser();
    proxy.refuse();
    proxy.cut();
    socket.on('error', () => undefined);
    await expect.poll(() => socket.destroyed).toBe(true);
    const { port } = proxy;
    const refused = connect(port, '127.0.0.1');
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
    await proxy.accept();
    expect(proxy.port).toBe(port);
    const { heard, socket: again } = await browser();
    again.write('back');
    await expect.poll(() => heard() === 'back').toBe(true);
  });
});
