import type { Socket } from 'socket.io-client';

/** Resolves when the server has accepted the socket; rejects when it refuses it or the connection ends before. */
export function accepted(socket: Socket): Promise<void> {
  return new Promise((done, failed) => {
    socket.once('connect', done);
    socket.once('connect_error', failed);
    socket.once('disconnect', (reason) => failed(new Error(`the connection ended: ${reason}`)));
  });
}
