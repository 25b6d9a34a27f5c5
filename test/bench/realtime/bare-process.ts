import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { namespace, obey, pagesToServe } from './messages.ts';

/** socket.io as its documentation shows it: two rooms per page, no token, no session. */
const pages = pagesToServe();
const hospitalOf = new Map(pages.map(({ accountId, hospitalId }) => [accountId, hospitalId]));
const http = createServer();
const io = new Server(http, { serveClient: false }).of(namespace);
io.on('connection', (socket) => {
  const { accountId } = socket.handshake.auth as { accountId: string };
  void socket.join([`account:${accountId}`, `board:${hospitalOf.get(accountId) ?? ''}`]);
});

const hospitals = [...new Set(pages.map(({ hospitalId }) => hospitalId))];
const told = (event: string, entity: string, id: string) => ({
  event,
  entity,
  id,
  visitId: null,
  version: null,
  at: new Date().toISOString(),
});
obey(() => {
  for (const hospital of hospitals)
    io.to(`board:${hospital}`).emit('changed', told('visit.admitted', 'board', hospital));
  for (const { accountId } of pages)
    io.to(`account:${accountId}`).emit('changed', told('visit.checked-in', 'queue', accountId));
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
