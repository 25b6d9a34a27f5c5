import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '@yunzhen/shared/core/errors';
import { hashOfSecret } from './sessions/refresh-secret.ts';

/** Long enough to be passed on and answered; a forgotten link then expires. */
const lifetime = 7 * DAY_MS;

/** A link’s secret, shown once, with its stored hash and its expiry. */
export interface InvitationSecret {
  secret: string;
  secretHash: Buffer;
  expiresAt: Date;
}

/** Generates the secret of any invitation: to staff, a pharmacy, or a hospital’s first administrator. */
export function makeInvitationSecret(now: Date): InvitationSecret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, secretHash: hashOfSecret(secret), expiresAt: new Date(now.getTime() + lifetime) };
}

/**
 * Returns the invitation when the secret matches, of the invitation or of its reminder. A wrong secret and an answered invitation throw the same error.
 */
export function requireInvitation<Row extends { secretHash: Buffer; reminderHash?: Buffer | null }>(
  row: Row | null,
  secret: string,
): Row {
  const hash = hashOfSecret(secret);
  const hashes = row ? [row.secretHash, ...(row.reminderHash ? [row.reminderHash] : [])] : [];
  if (!row || !hashes.some((known) => timingSafeEqual(known, hash)))
    throw new AppError('invitation.unusable', 'invitation not found');
  return row;
}
