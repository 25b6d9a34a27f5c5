import { connect, type Socket } from 'node:net';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';
import { frameOf, upgradeRequest } from '../../support/raw-websocket.ts';
import { attempts, breath, localAddress, type Flood, type Target } from './attacker.ts';

/* Connections that follow no client’s manners: they write as fast as the api reads, and never wait for an answer. */

/** Keeps connections open that begin with `head` and then send `filler` again and again. */
const unmannerly =
  (atOnce: number, head: (target: Target) => string, filler: { bytes: Buffer; count: number }, reads: boolean): Flood =>
  async (target, signal) => {
    const { hostname, port } = new URL(target.url);
    const open = new Set<Socket>();
    const start = (): void => {
      const socket = connect({ host: hostname, port: Number(port), localAddress });
      open.add(socket);
      attempts.count += 1;
      const write = () => {
        attempts.count += filler.count;
        if (socket.write(filler.bytes)) setImmediate(write);
      };
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
      socket.on('drain', write).once('connect', () => {
        socket.write(head(target));
        write();
      });
      if (reads) socket.resume();
    };
    while (!signal.aborted) {
      while (open.size < atOnce) start();
      await breath(20);
    }
    for (const socket of open) socket.destroy();
  };

const many = (bytes: Buffer, count: number) => ({
  bytes: Buffer.concat(Array.from({ length: count }, () => bytes)),
  count,
});
const hostOf = ({ url }: Target) => new URL(url).host;
const forged = frameOf('text', `40${recordNamespace},${JSON.stringify({ accessToken: 'a.b.c' })}`);
const handshake = Buffer.from('GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n');

export const rawFloods: Readonly<Record<string, Flood>> = {
  'forged tokens without end on a socket': unmannerly(
    8,
    (target) => upgradeRequest(hostOf(target)),
    many(forged, 500),
    true,
  ),
  'pings whose answers are not read': unmannerly(
    8,
    (target) => upgradeRequest(hostOf(target)),
    many(frameOf('ping', ''), 2000),
    false,
  ),
  'handshakes in one go': unmannerly(20, () => '', many(handshake, 200), true),
};
