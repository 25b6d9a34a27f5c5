import { newBytesKey, openBytes, sealBytes } from '../../../platform/files/store/sealed-bytes.ts';

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
    return newBytesKey();
  }

  seal(number: number, part: Uint8Array): Buffer {
    return sealBytes(this.#key, part, this.#bound(number));
  }

  /** Throws when a bit of the part, its position or its archive differs. */
  open(number: number, sealed: Buffer): Buffer {
    return openBytes(this.#key, sealed, this.#bound(number));
  }

  #bound(number: number): string {
    return `${this.#owner}/${number}`;
  }
}
