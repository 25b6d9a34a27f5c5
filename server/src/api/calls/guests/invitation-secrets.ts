import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import { hashOfSecret } from '../../accounts/index.ts';

/** A secret as somebody presents it: where to look, and what must fit what is found there. */
export interface PresentedSecret {
  hospitalId: string;
  hash: Buffer;
}

const hospitalBytes = 16;
const secretBytes = 32;

/**
 * Secrets of links, and keys of those who have used one. A secret follows from the server’s key and what it is for, so that a
 * repeated command gets the same one again although only its hash is kept. It begins with the hospital’s id: a link names no
 * hospital otherwise, and no row is seen without one.
 */
export class InvitationSecrets {
  readonly #key: Buffer;

  constructor(serverSecret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'call invitations', 32));
  }

  /** The secret of the link. */
  link(hospitalId: string, invitationId: string): string {
    return this.#derive(hospitalId, ['link', invitationId]);
  }

  /** The guest’s key: the same again for the same idempotency key, and never again without one. */
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

/** Null for what can’t be a secret of ours. */
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
