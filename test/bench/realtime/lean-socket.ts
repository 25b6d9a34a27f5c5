import { connect, type Socket } from 'node:net';

/** A minimal record socket client, because a load generator must not cost more than the server it loads. */
export interface LeanSocket {
  close(): void;
}

const pong = maskedText('3');

/**
 * Joins the namespace over a WebSocket (RFC 6455) with engine.io 4 and socket.io 5 packets, answers pings, and passes events on as packets, unparsed.
 * Resolves when the namespace has accepted it; calls `onEnd` when it is disconnected.
 */
export function openLeanSocket(
  port: number,
  namespace: string,
  auth: object,
  onEvent: (packet: string) => void,
  onEnd: () => void = () => undefined,
): Promise<LeanSocket> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    let rest: Buffer = Buffer.alloc(0);
    let upgraded = false;
    const receive = (text: string) => {
      if (text === '2') socket.write(pong);
      else if (text.startsWith('42')) onEvent(text);
      else if (text.startsWith('0')) socket.write(maskedText(`40${namespace},${JSON.stringify(auth)}`));
      else if (text.startsWith(`40${namespace}`)) done({ close: () => socket.destroy() });
      else if (text.startsWith('44')) failed(new Error(text));
    };
    socket.on('data', (chunk: Buffer) => {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      if (!upgraded) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!rest.subarray(0, 15).toString('latin1').includes(' 101')) return failed(new Error('not upgraded'));
        upgraded = true;
        rest = rest.subarray(end + 4);
      }
      rest = readFrames(rest, receive);
    });
    socket.once('error', failed);
    socket.once('close', onEnd);
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    endQuietly(socket);
  });
}

/** Passes every complete text frame of a server to `receive` and returns the rest. Our packets are shorter than 64 KiB. */
function readFrames(bytes: Buffer, receive: (text: string) => void): Buffer {
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = (bytes[at + 1] ?? 0) & 127;
    const head = short === 126 ? 4 : 2;
    if (short === 127 || bytes.length - at < head) break;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short;
    if (bytes.length - at < head + length) break;
    receive(bytes.toString('latin1', at + head, at + head + length));
    at += head + length;
  }
  return bytes.subarray(at);
}

/** Returns a client text frame with a zero mask. */
function maskedText(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0])
      : Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, body]);
}

function endQuietly(socket: Socket): void {
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
}
