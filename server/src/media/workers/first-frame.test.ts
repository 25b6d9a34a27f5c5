import { describe, expect, it } from 'vitest';
import { readFirstFrame } from './first-frame.ts';

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function framed(type: number, cookie: number, ...attributes: readonly Buffer[]): Buffer {
  const body = Buffer.concat(attributes);
  const head = Buffer.alloc(2 + 20);
  head.writeUInt16BE(20 + body.length, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(body.length, 4);
  head.writeUInt32BE(cookie, 6);
  return Buffer.concat([head, body]);
}

const cookie = 0x2112a442;
const priority = attribute(0x0024, Buffer.alloc(4));
const username = attribute(0x0006, Buffer.from('server1:browser'));
const request = framed(1, cookie, priority, username);

describe('the first frame of a TCP connection', () => {
  it('names the transport of a binding request, also after other attributes and before more frames', () => {
    expect(readFirstFrame(request)).toEqual({ kind: 'binding', ufrag: 'server1' });
    expect(readFirstFrame(Buffer.concat([request, Buffer.alloc(9)]))).toEqual({ kind: 'binding', ufrag: 'server1' });
  });

  it('is incomplete at each byte before its end', () => {
    for (let length = 0; length < request.length; length++) {
      expect(readFirstFrame(request.subarray(0, length)), String(length)).toEqual({ kind: 'incomplete' });
    }
  });

  it.each([
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['TLS', Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3])],
    ['zeros', Buffer.alloc(64)],
    ['a frame too long for a request', Buffer.from([0xff, 0xff])],
    ['an indication', framed(0x0011, cookie, username)],
    ['another cookie', framed(1, 1, username)],
    ['no user name', framed(1, cookie, priority)],
    ['an empty user name', framed(1, cookie, attribute(0x0006, Buffer.from(':x')))],
  ])('is foreign when it is %s', (_name, bytes) => {
    expect(readFirstFrame(bytes)).toEqual({ kind: 'foreign' });
  });

  it('is not read beyond an attribute longer than the message', () => {
    const bytes = framed(1, cookie, Buffer.from([0, 0x24, 0xff, 0xff]));
    expect(readFirstFrame(bytes)).toEqual({ kind: 'foreign' });
  });
});
