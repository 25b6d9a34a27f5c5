import { concat, fromBase64Url, toBase64Url, uuidBytes, utf8, type Bytes } from './bytes.ts';

/** Identifies a wrapped media key: sender, receiver, call and epoch. */
export interface WrapContext {
  readonly visitId: string;
  /** Ids of the public keys of sender and receiver. */
  readonly from: string;
  readonly to: string;
  readonly epoch: number;
  /** Uncompressed points of both public keys. */
  readonly fromPoint: Bytes;
  readonly toPoint: Bytes;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const nonceLength = 12;

/** Creates the key pair of one stay of one page. The private key cannot be exported. */
export async function createPageKey(): Promise<{ readonly pair: CryptoKeyPair; readonly point: Bytes }> {
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  return { pair, point: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)) };
}

/** Wraps with AES-256-GCM under a key from ECDH and HKDF-SHA-256; context and both points are bound into key and tag. */
export async function wrapKey(own: CryptoKey, other: Bytes, context: WrapContext, secret: Bytes): Promise<string> {
  const info = infoOf(context);
  const key = await wrappingKey(own, other, info, 'encrypt');
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: info }, key, secret);
  return toBase64Url(concat(iv, new Uint8Array(sealed)));
}

/** Unwraps the secret; null when it was not wrapped for this pair, call and epoch, or was changed in transit. */
export async function unwrapKey(
  own: CryptoKey,
  other: Bytes,
  context: WrapContext,
  wrapped: string,
): Promise<Bytes | null> {
  try {
    const info = infoOf(context);
    const key = await wrappingKey(own, other, info, 'decrypt');
    const bytes = fromBase64Url(wrapped);
    const iv = bytes.subarray(0, nonceLength);
    const algorithm = { name: 'AES-GCM', iv, additionalData: info };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(nonceLength)));
  } catch {
    return null;
  }
}

async function wrappingKey(
  own: CryptoKey,
  other: Bytes,
  info: Bytes,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // Rejects a point that is not on the curve.
  const peer = await crypto.subtle.importKey('raw', other, curve, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: peer }, own, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(hkdf, material, { name: 'AES-GCM', length: 256 }, false, [usage]);
}

function infoOf({ visitId, from, to, epoch, fromPoint, toPoint }: WrapContext): Bytes {
  const ids = [visitId, from, to].map(uuidBytes);
  return concat(utf8('Yunzhen 1 media key '), ...ids, Uint8Array.of(epoch), fromPoint, toPoint);
}
