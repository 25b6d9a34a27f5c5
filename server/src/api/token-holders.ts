import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Clock } from '../platform/clock.ts';
import { systemContext } from '../platform/context.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import type { AccessTokens } from '../platform/tickets/access-token.ts';

function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice(7) : null;
}

/** Who sends a request; null without a token. Throws `auth.session-expired` where the token does not count. */
export function actorOf(request: FastifyRequest, tokens: AccessTokens, clock: Clock) {
  const token = bearerOf(request);
  if (token === null) return null;
  const holder = tokens.read(token, clock.now());
  if (!holder) throw new AppError('auth.session-expired', 'access token is not accepted');
  return holder.actor;
}

/** Who holds a token, when it is good and its session has not ended. */
export async function liveHolder(token: string, tokens: AccessTokens, transactions: Transactions, clock: Clock) {
  const holder = tokens.read(token, clock.now());
  if (!holder) return null;
  const { actor } = holder;
  const context = { ...systemContext(actor.hospitalId, 'record-socket'), actor };
  try {
    // Beginning a transaction asks for the session.
    await transactions.run(context, () => Promise.resolve());
    return holder;
  } catch (error) {
    if (error instanceof AppError && error.code === 'auth.session-expired') return null;
    throw error;
  }
}

/** Whether a request carries the secret of the media nodes. */
export function isNode(request: FastifyRequest, secret: string): boolean {
  const given = bearerOf(request);
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return given !== null && timingSafeEqual(digest(given), digest(secret));
}
