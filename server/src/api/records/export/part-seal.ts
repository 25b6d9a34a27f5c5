import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What the key of an archive is sealed for. */
export const exportKeyContext = (exportId: string): string => `record-export/${exportId}/key`;

/**
 * Seals an archive part by part (AES-256-GCM) under a key of its own. Each part is bound to its archive and its place, so that parts can’t be
 * exchanged or left out unseen; how many there are stands in the row. A key seals one archive only: far fewer parts than a random nonce bears.
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

  /** Throws when a single bit of it, its place or its archive is another. */
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
