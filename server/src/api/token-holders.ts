import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Clock } from '../platform/clock.ts';
import { systemContext, type Actor } from '../platform/context.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import type { AccessTokens } from '../platform/tickets/access-token.ts';

function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice(7) : null;
}

/** Returns the actor of a request; null without a token. Throws `auth.session-expired` for an invalid token. */
export function actorOf(request: FastifyRequest, tokens: AccessTokens, clock: Clock) {
  const token = bearerOf(request);
  if (token === null) return null;
  const holder = tokens.read(token, clock.now());
  if (!holder) throw new AppError('auth.session-expired', 'access token is not valid');
  return holder.actor;
}

/** Returns whether the session of the access token is live. */
export async function isSessionLive(actor: Actor, transactions: Transactions): Promise<boolean> {
  try {
    // Beginning a transaction checks the session.
    await transactions.run({ ...systemContext(actor.hospitalId, 'record-socket'), actor }, () => Promise.resolve());
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'auth.session-expired') return false;
    throw error;
  }
}

/** Returns whether a request carries the secret of the media nodes. */
export function isNode(request: FastifyRequest, secret: string): boolean {
  const given = bearerOf(request);
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return given !== null && timingSafeEqual(digest(given), digest(secret));
}
