import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Returns a function that ends every connection of a server, also those of sockets, which `closeAllConnections` leaves open. */
export function openConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}
