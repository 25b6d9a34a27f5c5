import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { AppError } from '@yunzhen/shared/core/errors';
import type { CallTicketClaims } from '@yunzhen/shared/calls/call.contract';
import { ticketIssuer, ticketLifetimeSeconds, ticketType } from '@yunzhen/shared/calls/call.constants';
import { callTicketClaims } from '@yunzhen/shared/calls/call.schemas';
import { checkToken, signToken, type TokenKind } from './signed-token.ts';

const kind: TokenKind = { algorithm: 'ES256', type: ticketType, issuer: ticketIssuer };

const audienceOf = (nodeId: string) => `media:${nodeId}`;

/** The api’s side, with the private key. */
export class CallTicketSigner {
  readonly #key: KeyObject;
  constructor(privateKeyPem: string) {
    this.#key = createPrivateKey(privateKeyPem);
  }

  /** Returns a ticket for one participant, one visit and one node, valid for two minutes. */
  sign(nodeId: string, claims: Omit<CallTicketClaims, 'iss' | 'aud' | 'iat' | 'exp'>, now: Date) {
    const ticket = signToken(kind, this.#key, audienceOf(nodeId), claims, ticketLifetimeSeconds, now);
    return { ticket, expiresAt: new Date(now.getTime() + ticketLifetimeSeconds * 1000) };
  }
}

export type TicketRefusal = 'call.ticket-invalid' | 'call.ticket-expired' | 'call.ticket-wrong-node';

/** A rejected ticket. `claims` are set when its signature of the api is valid. */
export class TicketRefusedError extends AppError {
  readonly claims: CallTicketClaims | undefined;
  constructor(code: TicketRefusal, claims: CallTicketClaims | undefined) {
    super(code, 'call ticket refused');
    this.claims = claims;
  }
}

/** The media node’s side, with the public key only. */
export class CallTicketVerifier {
  readonly #key: KeyObject;
  readonly #audience: string;
  constructor(publicKeyPem: string, nodeId: string) {
    this.#key = createPublicKey(publicKeyPem);
    this.#audience = audienceOf(nodeId);
  }

  /** Returns the claims of a valid ticket. The node itself records which tickets were used. */
  verify(ticket: string, now: Date): CallTicketClaims {
    const check = checkToken(kind, this.#key, this.#audience, ticket, now);
    const parsed = callTicketClaims.safeParse(check.claims);
    const claims = parsed.success ? parsed.data : undefined;
    if (!check.ok) {
      const code =
        check.failure === 'expired'
          ? 'call.ticket-expired'
          : check.failure === 'wrong-audience'
            ? 'call.ticket-wrong-node'
            : 'call.ticket-invalid';
      throw new TicketRefusedError(code, claims);
    }
    if (!claims || claims.exp - claims.iat > ticketLifetimeSeconds)
      throw new TicketRefusedError('call.ticket-invalid', undefined);
    return claims;
  }
}
