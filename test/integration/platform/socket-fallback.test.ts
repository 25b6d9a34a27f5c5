import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { Server } from 'socket.io';
import { callNamespace } from '../../../shared/src/calls/call.constants.ts';
import { openCallSocket, type SocketPort } from '../../../web/src/core/rtc/session/socket-link.ts';

let io: Server | undefined;
let socket: SocketPort | undefined;
afterEach(async () => {
  socket?.disconnect();
  await io?.close();
});

it('the call socket opens by long polling where WebSockets are blocked', async () => {
  const http = createServer();
  // Simulates a node behind a proxy without WebSockets.
  io = new Server(http, { transports: ['polling'], allowUpgrades: false });
  const transports: string[] = [];
  io.of(callNamespace).on('connection', (connection) => {
    transports.push(connection.conn.transport.name);
    connection.on('ask', (answer: (value: string) => void) => answer('heard'));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const opened = openCallSocket(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  socket = opened;
  await new Promise<void>((resolve) => opened.on('connect', resolve));
  expect(transports).toEqual(['polling']);
  expect(await new Promise((resolve) => opened.emit('ask', resolve))).toBe('heard');
});
