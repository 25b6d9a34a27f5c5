import { describe, expect, it } from 'vitest';
import { SocketChannel, type CallSocket } from './socket-channel.ts';

/** The part of a socket that a channel uses. */
function fakeSocket() {
  const emitted: string[] = [];
  const socket = {
    connected: true,
    emit: (event: string) => {
      emitted.push(event);
      return true;
    },
  };
  return { emitted, socket, asSocket: socket as unknown as CallSocket };
}

const closed = { reason: 'replaced', rejoin: false } as const;

describe('the channel of a peer', () => {
  it('holds pushes back until the join is answered, then sends them in order', () => {
    const { emitted, asSocket } = fakeSocket();
    const channel = new SocketChannel(asSocket, () => undefined);
    channel.send('consumer-closed', { consumerId: 'a' });
    channel.send('consumer-score', { consumerId: 'b', score: 10, producerScore: 10 });
    expect(emitted).toEqual([]);
    channel.openFully();
    channel.send('participant-left', { participantId: 'c', reason: 'left' });
    expect(emitted).toEqual(['consumer-closed', 'consumer-score', 'participant-left']);
  });

  it('holds pushes back again while a rebuild is answered', () => {
    const { emitted, asSocket } = fakeSocket();
    const channel = new SocketChannel(asSocket, () => undefined);
    channel.openFully();
    channel.hold();
    channel.send('consumer-closed', { consumerId: 'a' });
    channel.hold();
    expect(emitted).toEqual([]);
    channel.openFully();
    expect(emitted).toEqual(['consumer-closed']);
  });

  it('sends the end even before the answer', () => {
    const { emitted, asSocket } = fakeSocket();
    const channel = new SocketChannel(asSocket, () => undefined);
    channel.send('consumer-closed', { consumerId: 'a' });
    channel.send('call-closed', closed);
    expect(emitted).toEqual(['call-closed']);
  });

  it('sends nothing once it is released, including what was held back, and is released once', () => {
    const { emitted, asSocket } = fakeSocket();
    const releases: boolean[] = [];
    const channel = new SocketChannel(asSocket, ({ keepOpen }) => releases.push(keepOpen));
    channel.send('consumer-closed', { consumerId: 'a' });
    channel.release({ keepOpen: true });
    channel.release({ keepOpen: false });
    channel.openFully();
    channel.send('call-closed', closed);
    expect(channel.open).toBe(false);
    expect(emitted).toEqual([]);
    expect(releases).toEqual([true]);
  });

  it('sends nothing over a lost connection', () => {
    const { emitted, socket, asSocket } = fakeSocket();
    const channel = new SocketChannel(asSocket, () => undefined);
    channel.openFully();
    socket.connected = false;
    channel.send('consumer-closed', { consumerId: 'a' });
    expect(emitted).toEqual([]);
  });
});
