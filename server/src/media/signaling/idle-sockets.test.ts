import { describe, expect, it } from 'vitest';
import { IdleSockets } from './idle-sockets.ts';

function socketOf(sockets: IdleSockets, address: string) {
  const socket = { engaged: false, closed: false, close(): void {} };
  const remove = sockets.add(address, socket);
  socket.close = () => {
    socket.closed = true;
    remove();
  };
  return socket;
}

describe('idle call sockets', () => {
  it('are closed for new ones of their address, longest waiting first', () => {
    const sockets = new IdleSockets(3);
    const [first, second, third, other] = ['a', 'a', 'a', 'b'].map((address) => socketOf(sockets, address));
    expect([first, second, third].map((socket) => socket?.closed)).toEqual([false, false, false]);
    socketOf(sockets, 'a');
    expect([first, second, third, other].map((socket) => socket?.closed)).toEqual([true, false, false, false]);
  });

  it('do not count once they are in a call', () => {
    const sockets = new IdleSockets(2);
    const engaged = Array.from({ length: 50 }, () => Object.assign(socketOf(sockets, 'a'), { engaged: true }));
    const idle = [socketOf(sockets, 'a'), socketOf(sockets, 'a'), socketOf(sockets, 'a')];
    expect(engaged.some(({ closed }) => closed)).toBe(false);
    expect(idle.map(({ closed }) => closed)).toEqual([true, false, false]);
  });

  it('leave no state behind', () => {
    const sockets = new IdleSockets(1);
    const socket = socketOf(sockets, 'a');
    socket.close();
    const next = socketOf(sockets, 'a');
    socket.close();
    socketOf(sockets, 'a');
    expect(next.closed).toBe(true);
  });
});
