import type { FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Clock } from '../platform/clock.ts';
import { systemContext, type Actor } from '../platform/context.ts';
import { toAppError } from '../platform/http/problem.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import { nodeCredential } from '../platform/nodes/node-key.ts';
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
    if (['auth.session-expired', 'hospital.moved'].includes(toAppError(error).code)) return false;
    throw error;
  }
}

/** Returns whether a request comes from the media node in its path: with the node’s own key or, unless those are required, the shared secret. */
export function isNode(request: FastifyRequest, settings: Pick<ApiSettings, 'NODE_SECRET' | 'NODE_KEYS'>): boolean {
  const { nodeId } = request.params as { nodeId?: string };
  const credential = nodeCredential(request.headers.authorization, settings.NODE_SECRET, nodeId ?? '');
  return credential === 'own' || (credential === 'shared' && settings.NODE_KEYS === 'accepted');
}
