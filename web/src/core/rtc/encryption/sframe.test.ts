import { describe, expect, it } from 'vitest';
import type { Bytes } from './bytes.ts';
import { decodeHeader, encodeHeader } from './sframe-header.ts';
import { deriveSFrameKey, open, readSealed, seal } from './sframe.ts';

const hex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** RFC 9605, appendix C.1: key id, counter, encoding. */
const headers: [number, number, string][] = [
  [0, 0, '00'],
  [0, 1, '01'],
  [0, 255, '08ff'],
  [0, 256, '090100'],
  [0, 4_294_967_296, '0c0100000000'],
  [1, 1, '11'],
  [1, 1_099_511_627_775, '1cffffffffff'],
  [255, 255, '88ffff'],
  [255, 1_099_511_627_776, '8dff010000000000'],
  [256, 256, '9901000100'],
  [65_535, 65_535, '99ffffffff'],
  [65_536, 65_536, 'aa010000010000'],
  [16_777_215, 16_777_215, 'aaffffffffffff'],
  [16_777_216, 16_777_216, 'bb0100000001000000'],
  [4_294_967_295, 4_294_967_295, 'bbffffffffffffffff'],
  [281_474_976_710_656, 65_535, 'e901000000000000ffff'],
];

/** RFC 9605, appendix C.3, suite AES_128_GCM_SHA256_128. */
const vector = {
  keyId: 291,
  counter: 17_767,
  baseKey: hex('000102030405060708090a0b0c0d0e0f'),
  salt: '75234edefe07819026751816',
  metadata: hex('4945544620534672616d65205747'),
  plaintext: hex('64726166742d696574662d736672616d652d656e63'),
  sealed: '9901234567b7412c2513a1b66dbb48841bbaf17f598751176ad847681a69c6d0b091c07018ce4adb34eb',
};

const sealedOf = (bytes: Bytes) => {
  const sealed = readSealed(bytes);
  if (!sealed) throw new Error('not a sealed frame');
  return sealed;
};

describe('The SFrame header', () => {
  it.each(headers)('of key %i and counter %i matches the RFC', (keyId, counter, encoded) => {
    expect(toHex(encodeHeader({ keyId, counter }))).toBe(encoded);
    const bytes = hex(`${encoded}deadbeef`);
    expect(decodeHeader(bytes)).toEqual({ header: { keyId, counter }, length: encoded.length / 2 });
  });

  it('is null when bytes are missing or a number is beyond exact arithmetic', () => {
    expect(decodeHeader(hex(''))).toBeNull();
    expect(decodeHeader(hex('99012345'))).toBeNull();
    expect(decodeHeader(hex('ffffffffffffffffffffffffffffffffff'))).toBeNull();
  });
});

describe('A sealed SFrame', () => {
  it('matches the test vector of the RFC', async () => {
    const key = await deriveSFrameKey(vector.baseKey, vector.keyId, 'encrypt');
    expect(toHex(key.salt)).toBe(vector.salt);
    expect(toHex(await seal(key, vector.counter, vector.plaintext, vector.metadata))).toBe(vector.sealed);
  });

  it('opens with the key that it was sealed with', async () => {
    const key = await deriveSFrameKey(vector.baseKey, vector.keyId, 'decrypt');
    const opened = await open(key, sealedOf(hex(vector.sealed)), vector.metadata);
    expect(opened && toHex(opened)).toBe(toHex(vector.plaintext));
  });

  it('does not open when any bit of it, its header or its metadata differs', async () => {
    const key = await deriveSFrameKey(vector.baseKey, vector.keyId, 'decrypt');
    const whole = hex(vector.sealed);
    for (let at = 1; at < whole.length; at++) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(await open(key, sealedOf(changed), vector.metadata), `byte ${at}`).toBeNull();
    }
    const metadata = vector.metadata.slice();
    metadata[0] = 0;
    expect(await open(key, sealedOf(whole), metadata)).toBeNull();
    expect(await open(key, sealedOf(whole.subarray(0, -1)), vector.metadata)).toBeNull();
  });

  it('does not open with another key, nor with the same key under another id', async () => {
    const sealed = sealedOf(hex(vector.sealed));
    const other = await deriveSFrameKey(new Uint8Array(16), vector.keyId, 'decrypt');
    expect(await open(other, sealed, vector.metadata)).toBeNull();
    const renamed = await deriveSFrameKey(vector.baseKey, vector.keyId + 1, 'decrypt');
    expect(await open(renamed, sealed, vector.metadata)).toBeNull();
  });
});
