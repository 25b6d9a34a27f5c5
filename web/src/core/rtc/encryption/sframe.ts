import { bigEndian, concat, utf8, type Bytes } from './bytes.ts';
import { decodeHeader, encodeHeader, type SFrameHeader } from './sframe-header.ts';

/**
 * Frame encryption of RFC 9605 with cipher suite AES_128_GCM_SHA256_128 (§4.5), over WebCrypto. Key derivation, nonce, header and associated data
 * follow the RFC and are tested against its vectors.
 * Differences: keys are not ratcheted (§5.1) but created for each epoch, and the position of the header in a frame is our own (`frame-layout.ts`).
 */
const cipherSuite = 0x0004;
const keyBits = 128;
const nonceBits = 96;

export interface SFrameKey {
  readonly keyId: number;
  readonly key: CryptoKey;
  readonly salt: Bytes;
}

/** Derives key and salt of one key id from a base key of 16 bytes or more (§4.4.2). Neither can be exported. */
export async function deriveSFrameKey(baseKey: Bytes, keyId: number, usage: 'encrypt' | 'decrypt'): Promise<SFrameKey> {
  const material = await crypto.subtle.importKey('raw', baseKey, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const hkdf = (label: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: concat(utf8(label), bigEndian(keyId, 8), bigEndian(cipherSuite, 2)),
  });
  const [key, salt] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('SFrame 1.0 Secret key '), material, { name: 'AES-GCM', length: keyBits }, false, [
      usage,
    ]),
    crypto.subtle.deriveBits(hkdf('SFrame 1.0 Secret salt '), material, nonceBits),
  ]);
  return { keyId, key, salt: new Uint8Array(salt) };
}

/** Returns header, ciphertext and tag. The counter must never repeat under one key. `metadata` is authenticated, not included. */
export async function seal(key: SFrameKey, counter: number, plaintext: Bytes, metadata: Bytes): Promise<Bytes> {
  const header = encodeHeader({ keyId: key.keyId, counter });
  const ciphertext = await crypto.subtle.encrypt(gcm(key, counter, header, metadata), key.key, plaintext);
  return concat(header, new Uint8Array(ciphertext));
}

/** A parsed, still encrypted frame: its header tells which key it needs. */
export interface SealedFrame extends SFrameHeader {
  readonly headerBytes: Bytes;
  readonly ciphertext: Bytes;
}

/** Parses a sealed frame; null when the bytes cannot be one. */
export function readSealed(bytes: Bytes): SealedFrame | null {
  const read = decodeHeader(bytes);
  return (
    read && { ...read.header, headerBytes: bytes.subarray(0, read.length), ciphertext: bytes.subarray(read.length) }
  );
}

/** Returns the plaintext; null when frame, header or metadata differs from what the sender sealed. */
export async function open(key: SFrameKey, frame: SealedFrame, metadata: Bytes): Promise<Bytes | null> {
  try {
    const algorithm = gcm(key, frame.counter, frame.headerBytes, metadata);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key.key, frame.ciphertext));
  } catch {
    return null;
  }
}

/** The nonce is the salt XOR the counter, encoded in the salt’s length (§4.4.3). */
function gcm({ salt }: SFrameKey, counter: number, header: Bytes, metadata: Bytes): AesGcmParams {
  const iv = bigEndian(counter, salt.length).map((byte, at) => byte ^ (salt[at] ?? 0));
  return { name: 'AES-GCM', iv, additionalData: concat(header, metadata) };
}
