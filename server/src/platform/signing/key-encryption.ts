import { createCipheriv, createDecipheriv, createPrivateKey, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

/**
 * Encrypts small secrets (private keys) for storage in the database; the result is a seal.
 *
 * Contract of every adapter: the local one here, the one of a key service (`key-service.ts`), and one for a PKCS#11 token or another key management
 * service. `testing/key-encryption-contract.ts` tests an adapter against it.
 * - `seal` returns printable text, `v<format>.<key id>.<rest>`, that names its key, so that old seals can be decrypted
 *   after the key-encryption key is rotated. Two seals of the same bytes differ. One byte to eight kilobytes can be sealed.
 * - `context` names owner and purpose (`hospital/<id>/authority`); it is authenticated and not stored. Opening with
 *   another context fails, so a seal copied to another row is useless. A service passes it as its encryption context or associated
 *   data; a token passes it, with format and key id, as the additional data (`pAAD`) of `CKM_AES_GCM`.
 * - `open` returns the sealed bytes or throws `SealError`; it never returns bytes that failed authentication.
 *   `CKR_ENCRYPTED_DATA_INVALID` of a token, and a service's rejection of a ciphertext, are `SealError`s. A lost session, a removed
 *   token, a rejected login and an unavailable service are not.
 * - The caller owns the bytes that `open` returns and zeroes them (`withSealedKey` does). An adapter keeps no copy. `seal` does not
 *   change the bytes that it is given.
 * - A token's key is generated in it, `CKA_SENSITIVE` and not `CKA_EXTRACTABLE`, with a random 96-bit nonce for each seal. The adapter
 *   reopens a lost session, and opens no more sessions than the token allows.
 * - A remote adapter limits the time of a call, all attempts together, and rejects with `signing.key-unavailable` without an answer:
 *   the caller’s transaction then fails as a whole and may be retried. A `SealError` is final and never retried.
 * - `activeKey` returns the key id of a new seal. `rewrap` (see `api/rewrap-secrets.job.ts`) seals again what names another key.
 */
export interface KeyEncryption {
  seal(plaintext: Uint8Array, context: string): Promise<string>;
  open(sealed: string, context: string): Promise<Uint8Array>;
  activeKey(): Promise<string>;
}

/** A seal that is damaged, under an unknown key, or of another context. The error never says which. */
export class SealError extends Error {
  override name = 'SealError';
}

export interface KeyEncryptionKey {
  /** Letters, digits, `_` and `-`; part of every seal. */
  readonly id: string;
  /** 32 bytes; copied. */
  readonly key: Uint8Array;
}

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts with AES-256-GCM under a configured key. `active` encrypts; `retired` keys still decrypt. A random 96-bit nonce is safe for 2^32 seals per
 * key (NIST SP 800-38D, 8.3): far more than a hospital has people.
 */
export function createLocalKeyEncryption(
  active: KeyEncryptionKey,
  retired: readonly KeyEncryptionKey[] = [],
): KeyEncryption {
  const keys = new Map<string, KeyObject>();
  for (const { id, key } of [active, ...retired]) {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id))
      throw new TypeError('The id of a key-encryption key must have 1 to 64 of A-Z a-z 0-9 _ -.');
    if (key.byteLength !== 32) throw new TypeError('A key-encryption key must have 32 bytes.');
    if (keys.has(id)) throw new TypeError('Two key-encryption keys share an id.');
    keys.set(id, createSecretKey(key));
  }
  const activeKey = createSecretKey(active.key);

  return {
    activeKey: () => Promise.resolve(active.id),

    async seal(plaintext, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', activeKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(additionalData(active.id, context));
      const sealed = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, active.id, encodeBase64Url(nonce), encodeBase64Url(sealed)].join('.');
    },

    async open(sealed, context) {
      const parts = sealed.split('.');
      const [version, keyId = '', nonceText = '', bodyText = ''] = parts;
      const key = keys.get(keyId);
      const nonce = decodeBase64Url(nonceText);
      const body = decodeBase64Url(bodyText);
      const wellFormed = parts.length === 4 && version === VERSION && nonce?.length === NONCE_BYTES;
      if (!wellFormed || !key || !body || body.length < TAG_BYTES)
        throw new SealError('The sealed key cannot be opened.');
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(additionalData(keyId, context));
      decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
      const opened = decipher.update(body.subarray(0, body.length - TAG_BYTES));
      try {
        decipher.final();
      } catch {
        opened.fill(0);
        throw new SealError('The sealed key cannot be opened.');
      }
      return opened;
    },
  };
}

/** Returns version and key id with the context, so that the prefix cannot be rewritten to select another key. */
function additionalData(keyId: string, context: string): Buffer {
  return Buffer.from(`${VERSION}.${keyId}.${context}`, 'utf8');
}

/** Encrypts a PKCS#8 private key and always zeroes the given bytes. */
export async function sealPrivateKey(
  keyEncryption: KeyEncryption,
  pkcs8: Uint8Array,
  context: string,
): Promise<string> {
  try {
    return await keyEncryption.seal(pkcs8, context);
  } finally {
    pkcs8.fill(0);
  }
}

/**
 * Decrypts a PKCS#8 private key while `use` runs, and zeroes the bytes afterwards. Nothing of the key may outlive `use`; its key object is dropped
 * then.
 */
export async function withSealedKey<T>(
  keyEncryption: KeyEncryption,
  sealed: string,
  context: string,
  use: (key: KeyObject) => T | Promise<T>,
): Promise<T> {
  const pkcs8 = await keyEncryption.open(sealed, context);
  let key: KeyObject;
  try {
    key = createPrivateKey({
      key: Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength),
      format: 'der',
      type: 'pkcs8',
    });
  } finally {
    pkcs8.fill(0);
  }
  return await use(key);
}
