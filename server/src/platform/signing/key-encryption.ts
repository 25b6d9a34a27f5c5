import { createCipheriv, createDecipheriv, createPrivateKey, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

/**
 * Seals small secrets (private keys) so that the database may hold them.
 *
 * Contract of every adapter: the local one here, the one of a key service (`key-service.ts`), and one for a PKCS#11 token or another key
 * management service. `testing/key-encryption-contract.ts` tries an adapter against it.
 * - `seal` returns printable text, `v<format>.<key id>.<rest>`, that names the key it was sealed under, so that old seals still open
 *   after the key-encryption key is rotated. Two seals of the same bytes differ. One byte to eight kilobytes can be sealed.
 * - `context` names the owner and purpose (`hospital/<id>/authority`); it is authenticated and not stored. Opening under
 *   another context fails, so a seal copied to another row is worthless. A service passes it as its encryption context or associated
 *   data; a token passes it, with format and key id, as the additional data (`pAAD`) of `CKM_AES_GCM`.
 * - `open` either returns the bytes that were sealed or throws `SealError`; it never returns bytes that failed authentication.
 *   `CKR_ENCRYPTED_DATA_INVALID` of a token, and a service's "this ciphertext is not good", are `SealError`s; a lost session, a token that
 *   was pulled out, a refused login and a service that is down are not.
 * - The bytes that `open` returns belong to the caller, who zeroes them (`withSealedKey` does). An adapter keeps no copy. `seal` leaves
 *   the bytes that it was given to their owner.
 * - A key of a token is made in it, `CKA_SENSITIVE` and not `CKA_EXTRACTABLE`, with a random 96-bit nonce for each seal. The adapter opens
 *   a session anew when one is lost, and holds no more of them than the token allows.
 * - A remote adapter bounds its calls in time, all tries together, and rejects with `signing.key-unavailable` when it got no answer: the
 *   caller’s transaction then fails as a whole and may be tried again. A `SealError` is final and never tried again.
 * - `activeKey` says the id that a seal would name now. `rewrap` (see `api/rewrap-secrets.job.ts`) seals anew whatever names another.
 */
export interface KeyEncryption {
  seal(plaintext: Uint8Array, context: string): Promise<string>;
  open(sealed: string, context: string): Promise<Uint8Array>;
  activeKey(): Promise<string>;
}

/** A sealed text that is damaged, sealed under an unknown key, or belongs to another context. It never says which. */
export class SealError extends Error {
  override name = 'SealError';
}

export interface KeyEncryptionKey {
  /** Letters, digits, `_` and `-`; it stands in every seal. */
  readonly id: string;
  /** 32 bytes. The vault takes its own copy. */
  readonly key: Uint8Array;
}

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under a key from the configuration. `active` seals; `retired` keys still open what they sealed.
 * A random 96-bit nonce is safe here for 2^32 seals a key (NIST SP 800-38D, 8.3): far more than a hospital has people.
 */
export function createLocalKeyEncryption(
  active: KeyEncryptionKey,
  retired: readonly KeyEncryptionKey[] = [],
): KeyEncryption {
  const keys = new Map<string, KeyObject>();
  for (const { id, key } of [active, ...retired]) {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id))
      throw new TypeError('A key-encryption key id has 1 to 64 of A-Z a-z 0-9 _ -.');
    if (key.byteLength !== 32) throw new TypeError('A key-encryption key has 32 bytes.');
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
        throw new SealError('The sealed key can’t be opened.');
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(additionalData(keyId, context));
      decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
      const opened = decipher.update(body.subarray(0, body.length - TAG_BYTES));
      try {
        decipher.final();
      } catch {
        opened.fill(0);
        throw new SealError('The sealed key can’t be opened.');
      }
      return opened;
    },
  };
}

/** Version and key id are authenticated too, so that the prefix can't be rewritten to steer which key opens a seal. */
function additionalData(keyId: string, context: string): Buffer {
  return Buffer.from(`${VERSION}.${keyId}.${context}`, 'utf8');
}

/** Seals a PKCS#8 private key and zeroes the bytes that were handed in, whatever happens. */
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
 * Opens a sealed PKCS#8 private key for as long as `use` runs, and zeroes the opened bytes. Nothing of the key should outlive
 * `use`: the key object is dropped with it.
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
