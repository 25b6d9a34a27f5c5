import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { openConnections } from './open-connections.ts';

afterEach(() => vi.useRealTimers());

const begin = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n';

it('Connections that send nothing are ended first, and an upload that goes on only with all', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const connections = openConnections(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  /** Begins an upload; returns the client and what the server has read of its body. */
  const upload = async () => {
    const requested = once(server, 'request');
    const client: Socket = connect(port, '127.0.0.1').on('error', () => undefined);
    client.write(begin);
    const [request] = await requested;
    return { client, request, closed: once(client, 'close') };
  };
  const [silent, steady] = [await upload(), await upload()];
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  connections.endSilent(2_000);
  const arrived = once(steady.request, 'data');
  steady.client.write('a part');
  await arrived;
  vi.advanceTimersByTime(2_000);
  await silent.closed;
  expect(steady.request.socket.destroyed).toBe(false);
  connections.endAll();
  await steady.closed;
  server.close();
});
