import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/* Packets as on the wire, built by hand so that they can also be invalid: an attacker can send what no browser would. */

// --- STUN (RFC 8489) and its attributes of ICE (RFC 8445 §7.1) ----------------------------------------------------------

export const MAGIC_COOKIE = 0x2112_a442;
const stunTypes = { request: 0x0001, indication: 0x0011, success: 0x0101 } as const;
const attributeTypes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  priority: 0x0024,
  useCandidate: 0x0025,
  fingerprint: 0x8028,
  iceControlling: 0x802a,
} as const;

export interface BindingWishes {
  /** `remote:local` fragments as the receiver sees them: its own first (RFC 8445 §7.2.2). */
  username: string;
  /** The key of MESSAGE-INTEGRITY; without one the attribute is omitted. */
  password?: string;
  type?: keyof typeof stunTypes;
  /** Asks the receiver to use this address for media from now on. */
  nominate?: boolean;
}

/** Returns a binding request (or a message that looks like one) with valid integrity and fingerprint. */
export function stunBinding({ username, password, type = 'request', nominate = false }: BindingWishes): Buffer {
  const attributes = [
    stunAttribute(attributeTypes.username, Buffer.from(username)),
    stunAttribute(attributeTypes.priority, uint32(0x6e7f_1eff)),
    stunAttribute(attributeTypes.iceControlling, randomBytes(8)),
    ...(nominate ? [stunAttribute(attributeTypes.useCandidate, Buffer.alloc(0))] : []),
  ];
  return stunMessage(stunTypes[type], attributes, password);
}

/** Returns a STUN message with its fingerprint and, with a key, its integrity. */
export function stunMessage(
  type: number,
  attributes: readonly Buffer[],
  key?: string | Buffer,
  transactionId = randomBytes(12),
): Buffer {
  const all = [...attributes];
  const message = () => {
    const body = Buffer.concat(all);
    return Buffer.concat([uint16(type), uint16(body.length), uint32(MAGIC_COOKIE), transactionId, body]);
  };
  // Both digests cover the message up to themselves, with a length that already includes the digest's own attribute (§14.5, §14.7).
  const upTo = (extra: number) => {
    const so = message();
    so.writeUInt16BE(so.length - 20 + extra, 2);
    return so;
  };
  if (key !== undefined) {
    const integrity = createHmac('sha1', key).update(upTo(24)).digest();
    all.push(stunAttribute(attributeTypes.messageIntegrity, integrity));
  }
  const fingerprint = (crc32(upTo(8)) ^ 0x5354_554e) >>> 0;
  all.push(stunAttribute(attributeTypes.fingerprint, uint32(fingerprint)));
  return message();
}

/** Returns true for a success response: the receiver accepted the request as a participant's. */
export const isBindingSuccess = (packet: Buffer) =>
  packet.length >= 20 && packet.readUInt16BE(0) === stunTypes.success && packet.readUInt32BE(4) === MAGIC_COOKIE;

export function stunAttribute(type: number, value: Buffer): Buffer {
  return Buffer.concat([uint16(type), uint16(value.length), value, Buffer.alloc(-value.length & 3)]);
}

// --- RTP and RTCP (RFC 3550 §5.1, §6.4, §6.6; RFC 4585 §6.3) --------------------------------------------------------------

export interface RtpWishes {
  ssrc: number;
  payloadType?: number;
  sequence?: number;
  timestamp?: number;
  payload?: Buffer;
}

export function rtp({
  ssrc,
  payloadType = 111,
  sequence = 1,
  timestamp = 0,
  payload = randomBytes(80),
}: RtpWishes): Buffer {
  const flags = Buffer.from([0x80, payloadType]);
  return Buffer.concat([flags, uint16(sequence & 0xffff), uint32(timestamp), uint32(ssrc), payload]);
}

/** Returns a compound packet of a sender report, a goodbye and a request for a key frame. */
export function rtcp(ssrc: number): Buffer {
  return Buffer.concat([
    rtcpPacket(0, 200, [ssrc, 0xe000_0000, 0, 0, 1, 100]),
    rtcpPacket(1, 206, [ssrc, ssrc]),
    rtcpPacket(1, 203, [ssrc]),
  ]);
}

function rtcpPacket(count: number, type: number, words: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from([0x80 | count, type]), uint16(words.length), ...words.map(uint32)]);
}

// --- DTLS (RFC 6347 §4.1, §4.2.2; use_srtp: RFC 5764 §4.1.1) --------------------------------------------------------------

/** Returns a ClientHello of DTLS 1.2 that offers SRTP, in a record of epoch 0. */
export function clientHello(): Buffer {
  const useSrtp = Buffer.concat([uint16(14), uint16(5), uint16(2), uint16(1), Buffer.from([0])]);
  const groups = Buffer.concat([uint16(10), uint16(4), uint16(2), uint16(23)]);
  const signatures = Buffer.concat([uint16(13), uint16(4), uint16(2), uint16(0x0403)]);
  const extensions = Buffer.concat([useSrtp, groups, signatures]);
  const body = Buffer.concat([
    uint16(0xfefd),
    randomBytes(32),
    Buffer.from([0, 0]),
    uint16(2),
    uint16(0xc02b),
    Buffer.from([1, 0]),
    uint16(extensions.length),
    extensions,
  ]);
  const handshake = Buffer.concat([
    Buffer.from([1]),
    uint24(body.length),
    uint16(0),
    uint24(0),
    uint24(body.length),
    body,
  ]);
  return Buffer.concat([Buffer.from([22]), uint16(0xfefd), Buffer.alloc(8), uint16(handshake.length), handshake]);
}

/** Returns a fatal alert (“close this connection”) in a record of epoch 0. */
export const dtlsAlert = () => Buffer.from([21, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 2, 40]);

// --- TCP (RFC 4571 §2) ----------------------------------------------------------------------------------------------------

/** Returns a packet in its frame; `claimed` is the length in the frame. */
export const framed = (packet: Buffer, claimed = packet.length) => Buffer.concat([uint16(claimed), packet]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint24(value: number): Buffer {
  return uint32(value).subarray(1);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}
