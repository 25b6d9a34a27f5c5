import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import { hashOfSecret } from '../../accounts/index.ts';

/** A secret from a request: the hospital that it names, and its hash. */
export interface PresentedSecret {
  hospitalId: string;
  hash: Buffer;
}

const hospitalBytes = 16;
const secretBytes = 32;

/**
 * Derives secrets of links and keys of guests from the server’s key and their purpose. A retried command returns the same one, although only its hash
 * is stored. Each begins with the hospital’s id, because the link names no hospital and row-level security needs one.
 */
export class InvitationSecrets {
  readonly #key: Buffer;

  constructor(serverSecret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'call invitations', 32));
  }

  /** Returns the secret of the link. */
  link(hospitalId: string, invitationId: string): string {
    return this.#derive(hospitalId, ['link', invitationId]);
  }

  /** Returns the guest’s key: the same for the same idempotency key, and a random one without. */
  guestKey(hospitalId: string, invitationId: string, idempotencyKey: string | null): string {
    return this.#derive(hospitalId, ['guest', invitationId, idempotencyKey ?? randomUUID()]);
  }

  #derive(hospitalId: string, purpose: readonly string[]): string {
    const digest = createHmac('sha256', this.#key)
      .update(JSON.stringify([hospitalId, ...purpose]))
      .digest();
    return Buffer.concat([Buffer.from(hospitalId.replaceAll('-', ''), 'hex'), digest]).toString('base64url');
  }
}

/** Parses a secret; null when it has the wrong form. */
export function presented(secret: string): PresentedSecret | null {
  const bytes = Buffer.from(secret, 'base64url');
  if (bytes.length !== hospitalBytes + secretBytes || bytes.toString('base64url') !== secret) return null;
  const hex = bytes.subarray(0, hospitalBytes).toString('hex');
  const hospitalId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { hospitalId, hash: hashOfSecret(secret) };
}

export function fits(kept: Buffer | null, given: PresentedSecret): boolean {
  return kept !== null && timingSafeEqual(kept, given.hash);
}
