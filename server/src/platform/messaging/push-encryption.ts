import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** A browser’s keys for receiving push: an uncompressed P-256 point and sixteen random bytes. */
export interface PushKeys {
  p256dh: Uint8Array;
  auth: Uint8Array;
}

/** One record contains the whole message: push services accept at most 4096 bytes (RFC 8030, section 7.2). */
const recordSize = 4096;
/** Header (RFC 8188, section 2.1) with the sender’s point as key id, the tag and the delimiter of the last record. */
const overhead = 16 + 4 + 1 + 65 + 16 + 1;
export const longestPushText = recordSize - overhead;

/**
 * Encrypts a push message for one subscription (RFC 8291: ECDH on P-256, HKDF-SHA-256, the `aes128gcm` encoding of RFC 8188), so that the push
 * service cannot read it.
 * `own`: the sender’s private key and salt, new for each message; tests pass those of the RFC. Throws RangeError for a too long message, and crypto’s
 * error for a point off the curve.
 */
export function encryptPush(
  { p256dh, auth }: PushKeys,
  message: Uint8Array,
  own: { privateKey?: Uint8Array; salt: Uint8Array } = { salt: randomBytes(16) },
): Buffer {
  if (message.length > longestPushText) throw new RangeError('push message is too long');
  const sender = createECDH('prime256v1');
  if (own.privateKey) sender.setPrivateKey(own.privateKey);
  else sender.generateKeys();
  const point = sender.getPublicKey();
  const shared = sender.computeSecret(p256dh);
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, point]);
  const material = Buffer.from(hkdfSync('sha256', shared, auth, keyInfo, 32));
  const derive = (info: string, length: number) =>
    Buffer.from(hkdfSync('sha256', material, own.salt, `Content-Encoding: ${info}\0`, length));
  const cipher = createCipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([
    own.salt,
    size,
    Buffer.from([point.length]),
    point,
    // 2 ends the last record (RFC 8188, section 2).
    cipher.update(message),
    cipher.update(Buffer.from([2])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Returns whether a message can be encrypted for these keys: a point of the curve, and sixteen bytes. */
export function arePushKeys({ p256dh, auth }: PushKeys): boolean {
  if (auth.length !== 16 || p256dh.length !== 65) return false;
  const probe = createECDH('prime256v1');
  probe.generateKeys();
  try {
    probe.computeSecret(p256dh);
    return true;
  } catch {
    return false;
  }
}
