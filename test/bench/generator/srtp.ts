import { createCipheriv } from 'node:crypto';

const TAG_BYTES = 16;
const HEADER_BYTES = 12;

/** The DTLS keys of one direction: AEAD_AES_128_GCM (RFC 7714). */
export interface SrtpKeys {
  readonly key: Buffer;
  readonly salt: Buffer;
}

/** Protects the RTP packets of one direction. Headers must have no extension or contributing sources, as in the generator. */
export class SrtpSender {
  readonly #key: Buffer;
  readonly #salt: Buffer;

  constructor({ key, salt }: SrtpKeys) {
    this.#key = derive(key, salt, 0);
    this.#salt = derive(key, salt, 2).subarray(0, 12);
  }

  /**
   * Protects one packet.
   * @param headerBytes length of the RTP header, extension included
   */
  protect(packet: Buffer, rollovers: number, headerBytes = HEADER_BYTES): Buffer {
    const nonce = Buffer.alloc(12);
    packet.copy(nonce, 2, 8, 12);
    nonce.writeUInt32BE(rollovers, 6);
    packet.copy(nonce, 10, 2, 4);
    for (let i = 0; i < 12; i += 1) nonce[i] = (nonce[i] ?? 0) ^ (this.#salt[i] ?? 0);
    const cipher = createCipheriv('aes-128-gcm', this.#key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(packet.subarray(0, headerBytes));
    const sealed = cipher.update(packet.subarray(headerBytes));
    cipher.final();
    return Buffer.concat([packet.subarray(0, headerBytes), sealed, cipher.getAuthTag()]);
  }
}

/** Derives a key by RFC 3711 §4.3.1 at index 0; a 96-bit salt is padded at its end (RFC 7714 §11). */
function derive(key: Buffer, salt: Buffer, label: number): Buffer {
  const block = Buffer.alloc(16);
  salt.copy(block);
  block[7] = (block[7] ?? 0) ^ label;
  return createCipheriv('aes-128-ecb', key, null).setAutoPadding(false).update(block);
}
