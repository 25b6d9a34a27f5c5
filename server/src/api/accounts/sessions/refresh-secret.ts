import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The content of the refresh cookie: the token’s id, and the secret that proves it. */
export interface PresentedToken {
  hospitalId: string;
  tokenId: string;
  secret: string;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const form = new RegExp(`^(${uuid})\\.(${uuid})\\.([\\w-]{43})$`);

export function readRefreshCookie(value: string | undefined): PresentedToken | null {
  const match = value === undefined ? null : form.exec(value);
  const [, hospitalId, tokenId, secret] = match ?? [];
  return hospitalId && tokenId && secret ? { hospitalId, tokenId, secret } : null;
}

export function writeRefreshCookie({ hospitalId, tokenId, secret }: PresentedToken): string {
  return `${hospitalId}.${tokenId}.${secret}`;
}

export function newRefreshSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function isSecretOf(hash: Buffer, secret: string): boolean {
  return timingSafeEqual(hash, hashOfSecret(secret));
}

/**
 * Derives the secret of a token’s successor from the token’s own secret and a server key. A retry of a refresh whose answer was lost gets the same
 * successor; without the key it cannot be computed.
 */
export class SecretSuccession {
  readonly #key: Buffer;

  constructor(serverSecret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'refresh token succession', 32));
  }

  after(secret: string): string {
    return createHmac('sha256', this.#key).update(secret).digest('base64url');
  }
}
