import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const MAGIC_COOKIE = 0x2112_a442;
const BINDING_REQUEST = 0x0001;
const attribute = {
  username: 0x0006,
  integrity: 0x0008,
  priority: 0x0024,
  useCandidate: 0x0025,
  controlling: 0x802a,
  fingerprint: 0x8028,
};

export interface IceCredentials {
  readonly localUfrag: string;
  readonly remoteUfrag: string;
  readonly remotePassword: string;
}

/** Returns a connectivity check that nominates at once, as browsers send to an ICE-lite server (RFC 8445 §7.1, RFC 8489). */
export function bindingRequest({ localUfrag, remoteUfrag, remotePassword }: IceCredentials): Buffer {
  const priority = Buffer.alloc(4);
  priority.writeUInt32BE(0x6e7f_1eff);
  const attributes = Buffer.concat([
    encode(attribute.username, Buffer.from(`${remoteUfrag}:${localUfrag}`)),
    encode(attribute.priority, priority),
    encode(attribute.controlling, randomBytes(8)),
    encode(attribute.useCandidate, Buffer.alloc(0)),
  ]);
  const header = Buffer.alloc(20);
  header.writeUInt16BE(BINDING_REQUEST, 0);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  randomBytes(12).copy(header, 8);
  // Each of the last two attributes covers everything before it, with a header length that already includes it.
  header.writeUInt16BE(attributes.length + 24, 2);
  const integrity = createHmac('sha1', remotePassword).update(header).update(attributes).digest();
  const signed = Buffer.concat([attributes, encode(attribute.integrity, integrity)]);
  header.writeUInt16BE(signed.length + 8, 2);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE((crc32(Buffer.concat([header, signed])) ^ 0x5354_554e) >>> 0);
  return Buffer.concat([header, signed, encode(attribute.fingerprint, checksum)]);
}

function encode(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}
