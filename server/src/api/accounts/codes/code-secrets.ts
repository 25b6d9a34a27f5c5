import { createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Generates codes and proofs, and the stored digests of them, under a key that is not in the database. */
export class CodeSecrets {
  readonly #key: Buffer;

  constructor(serverSecret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'one-time codes', 32));
  }

  newCode(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }

  newProof(): string {
    return randomBytes(32).toString('base64url');
  }

  /** Returns the digest of a code, which is valid for its own row only. */
  ofCode(codeId: string, code: string): Buffer {
    return this.#digest(`code ${codeId} ${code}`);
  }

  ofProof(proof: string): Buffer {
    return this.#digest(`proof ${proof}`);
  }

  ofTarget(channel: string, address: string): Buffer {
    return this.#digest(`target ${channel} ${address}`);
  }

  /** `network`: see `networkOf`, so that a whole /64 of IPv6 is one sender. */
  ofSender(network: string): Buffer {
    return this.#digest(`sender ${network}`);
  }

  /** `site`: see `siteOf`, the larger network of the sender. */
  ofSite(site: string): Buffer {
    return this.#digest(`site ${site}`);
  }

  isCode(digest: Buffer, codeId: string, code: string): boolean {
    return timingSafeEqual(digest, this.ofCode(codeId, code));
  }

  #digest(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest();
  }
}
