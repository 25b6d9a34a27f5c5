import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { GatheringSocket } from './gathering-socket.ts';

it('sends what is said within one turn together, in its order, and then begins anew', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = new GatheringSocket();
  const joined = once(server, 'connection');
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [other] = (await joined) as [NodeJS.ReadableStream];
  await once(socket, 'ready');

  const statement = (text: string) => {
    socket.cork();
    socket.write(text);
    socket.uncork();
  };
  statement('one,');
  await Promise.resolve();
  statement('two,');
  socket.write('commit,');
  // Nothing has left yet, though each statement was whole.
  expect([socket.writableLength, socket.bytesWritten]).toEqual([15, 15]);
  expect(socket.writableCorked).toBe(1);
  await new Promise((done) => setImmediate(done));
  expect([socket.writableLength, socket.writableCorked]).toEqual([0, 0]);
  statement('three');
  expect(socket.writableCorked).toBe(1);
  socket.end();

  let heard = '';
  for await (const chunk of other) heard += String(chunk);
  expect(heard).toBe('one,two,commit,three');
  server.close();
});
