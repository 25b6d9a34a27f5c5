import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What ends connections of a server, also those of sockets, which `closeAllConnections` leaves open. */
export interface OpenConnections {
  /** Ends those from which no byte comes for this many milliseconds. */
  endSilent(milliseconds: number): void;
  endAll(): void;
}

export function openConnections(server: Server): OpenConnections {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return {
    endSilent(milliseconds) {
      const before = new Map([...open].map((socket) => [socket, socket.bytesRead]));
      const end = () => {
        for (const [socket, bytes] of before) if (socket.bytesRead === bytes) socket.destroy();
      };
      setTimeout(end, milliseconds).unref();
    },
    endAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
