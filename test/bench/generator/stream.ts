import { randomBytes } from 'node:crypto';

export interface StreamShape {
  readonly ssrc: number;
  readonly payloadType: number;
  readonly payloadBytes: number;
  readonly packetsPerSecond: number;
  readonly clockRate: number;
  readonly video: boolean;
}

/** Key frames are sent at the start and at this interval. */
const PACKETS_PER_KEY_FRAME = 150;

/** The RTP packets of one stream, in order. VP8 payloads begin as in RFC 7741, so that a router recognises key frames. */
export class Stream {
  readonly shape: StreamShape;
  #count = 0;
  readonly #packet: Buffer;

  constructor(shape: StreamShape) {
    this.shape = shape;
    this.#packet = Buffer.concat([Buffer.alloc(12), randomBytes(shape.payloadBytes)]);
    this.#packet[0] = 0x80;
    this.#packet.writeUInt32BE(shape.ssrc, 8);
  }

  get rollovers(): number {
    return Math.floor((this.#count - 1) / 0x1_0000);
  }

  next(): Buffer {
    const { payloadType, packetsPerSecond, clockRate, video } = this.shape;
    this.#packet[1] = (video ? 0x80 : 0) | payloadType;
    this.#packet.writeUInt16BE(this.#count & 0xffff, 2);
    this.#packet.writeUInt32BE(Math.round((this.#count * clockRate) / packetsPerSecond) >>> 0, 4);
    if (video) {
      const key = this.#count % PACKETS_PER_KEY_FRAME === 0;
      // Start of a partition, and VP8’s first byte, whose lowest bit is 0 in a key frame.
      this.#packet[12] = 0x10;
      this.#packet[13] = key ? 0x10 : 0x11;
      if (key) this.#packet.set([0x00, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00], 14);
    }
    this.#count += 1;
    return this.#packet;
  }
}
