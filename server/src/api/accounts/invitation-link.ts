import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '@yunzhen/shared/core/errors';
import { hashOfSecret } from './sessions/refresh-secret.ts';

/** Long enough to be passed on and answered, short enough that a forgotten link is worth nothing. */
const lifetime = 7 * DAY_MS;

/** A link’s secret as it is shown once, what is kept of it, and until when it is good. */
export interface InvitationSecret {
  secret: string;
  secretHash: Buffer;
  expiresAt: Date;
}

/** How every invitation of the house is made: to the staff, to a pharmacy, to a hospital’s first administrator. */
export function makeInvitationSecret(now: Date): InvitationSecret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, secretHash: hashOfSecret(secret), expiresAt: new Date(now.getTime() + lifetime) };
}

/** The invitation, when it is there and the secret is its own. A wrong secret and one that was answered look the same. */
export function requireInvitation<Row extends { secretHash: Buffer }>(row: Row | null, secret: string): Row {
  if (!row || !timingSafeEqual(row.secretHash, hashOfSecret(secret)))
    throw new AppError('invitation.unusable', 'no such invitation');
  return row;
}
