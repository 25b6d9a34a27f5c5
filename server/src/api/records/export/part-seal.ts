import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Returns the encryption context of an archive’s key. */
export const exportKeyContext = (exportId: string): string => `record-export/${exportId}/key`;

/**
 * Encrypts an archive in parts (AES-256-GCM) with its own key. Each part is bound to its archive and position, so that exchanged or missing parts are
 * detected; the row stores their number. A key encrypts one archive, far fewer parts than random nonces allow.
 */
export class PartSeal {
  readonly #key: Buffer;
  readonly #owner: string;

  constructor(key: Buffer, owner: string) {
    this.#key = key;
    this.#owner = owner;
  }

  static newKey(): Buffer {
    return randomBytes(32);
  }

  seal(number: number, part: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    cipher.setAAD(this.#bound(number));
    return Buffer.concat([nonce, cipher.update(part), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when a bit of the part, its position or its archive differs. */
  open(number: number, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(this.#bound(number));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const opened = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]);
  }

  #bound(number: number): Buffer {
    return Buffer.from(`${this.#owner}/${number}`);
  }
}
