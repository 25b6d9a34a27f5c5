import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type TlsOptions } from 'node:tls';
import { StartError } from '../platform/process/start-failure.ts';
import { Wire } from './wire.ts';

/** TLS with a key that both sides have and nothing else: it encrypts, and each side proves that it has the key. */
const encryption = {
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305',
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
} as const satisfies TlsOptions;
const identity = 'yunzhen-move';

export interface Host {
  host: string;
  port: number;
}

/** Reads `host:port`, or a port of this machine. Throws `StartError`. */
export function hostOf(text: string): Host {
  const [, host = '127.0.0.1', port = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text.replace(/[[\]]/g, '')) ?? [];
  if (port === '') throw new StartError(`${text}: expected host:port.`);
  return { host, port: Number(port) };
}

/** Both sides are machines that wait for each other: a connection is there within seconds or not at all. */
const connectedWithinMs = 10_000;

/** Listens for sources with that key, one at a time; others hear that they must wait. Returns the server and its port. */
export async function listenForMoves(
  at: Host,
  key: Buffer,
  serve: (wire: Wire) => Promise<void>,
): Promise<{ server: Server; port: number }> {
  let [busy, waiting] = [Promise.resolve(), 0];
  const server = createServer({
    ...encryption,
    handshakeTimeout: connectedWithinMs,
    pskCallback: (_socket, name) => (name === identity ? key : null),
  });
  server.on('secureConnection', (socket) => {
    socket.on('error', () => undefined);
    const wire = new Wire(socket);
    if (waiting > 0) void wire.send({ waits: 'another move runs there' }).catch(() => undefined);
    waiting++;
    busy = busy
      .then(() => serve(wire))
      .finally(() => {
        waiting--;
        wire.close();
      });
  });
  // A stranger without the key.
  server.on('tlsClientError', () => undefined);
  server.listen(at.port, at.host);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

/** Connects to a target. Throws `StartError` when it does not answer or has another key. */
export async function connectToTarget(to: Host, key: Buffer): Promise<Wire> {
  const socket = connect({
    ...encryption,
    host: to.host,
    port: to.port,
    pskCallback: () => ({ psk: key, identity }),
    // The key proves the other side, not a name.
    checkServerIdentity: () => undefined,
  });
  const late = setTimeout(() => socket.destroy(new Error('no answer')), connectedWithinMs);
  try {
    await once(socket, 'secureConnect').finally(() => clearTimeout(late));
  } catch (cause) {
    throw new StartError(
      `${to.host}:${to.port}: the target does not answer, or has another key. Run "move receive" there with the same key.`,
      { cause },
    );
  }
  socket.on('error', () => undefined);
  return new Wire(socket);
}
