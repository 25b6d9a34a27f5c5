/** Returns a generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns `count` corrupted copies of valid packets: truncated, inflated, with wrong lengths or flipped bits. */
export function* mutations(good: readonly Buffer[], count: number, seed: number): Generator<Buffer> {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let i = 0; i < count; i++) {
    const original = good[below(good.length)];
    if (!original) return;
    yield mutate(Buffer.from(original), below);
  }
}

function mutate(packet: Buffer, below: (limit: number) => number): Buffer {
  const turnBits = () => {
    for (let i = below(8); i >= 0; i--) {
      const at = below(packet.length);
      packet.writeUInt8(packet.readUInt8(at) ^ (1 << below(8)), at);
    }
    return packet;
  };
  const ways: (() => Buffer)[] = [
    () => packet.subarray(0, below(packet.length)),
    () => Buffer.concat([packet, Buffer.alloc(below(1_400), below(256))]),
    turnBits,
    () => {
      // The lengths of STUN, RTCP and DTLS records and the sequence number of RTP are in the first fourteen bytes.
      packet.writeUInt16BE(below(0x1_0000), below(Math.min(13, packet.length - 1)));
      return packet;
    },
    () => {
      const at = below(packet.length);
      return Buffer.concat([packet.subarray(0, at), packet.subarray(below(packet.length))]);
    },
    () => {
      packet[0] = below(256);
      return turnBits();
    },
  ];
  return ways[below(ways.length)]?.() ?? packet;
}
