import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { CallTicketClaims } from '@yunzhen/shared/calls/call.contract';
import type { Clock } from '../../platform/clock.ts';
import { TicketRefusedError, type CallTicketVerifier } from '../../platform/tickets/call-ticket.ts';
import type { CallEventRecorder } from '../rooms/call-event-recorder.ts';
import type { OrderBook } from '../rooms/order-book.ts';

/**
 * Accepts each ticket once. A rejection is reported to the api only when the ticket has the api's signature, because then it concerns a person of the
 * hospital. Forgeries are only logged. Connection checks are not reported either.
 */
export class TicketGate {
  readonly #verifier: CallTicketVerifier;
  readonly #orders: OrderBook;
  readonly #recorder: CallEventRecorder;
  readonly #clock: Clock;
  readonly #incarnation: string;
  /** Ids of used tickets, with their expiry, after which they can be forgotten. */
  readonly #used = new Map<string, number>();

  constructor(parts: {
    verifier: CallTicketVerifier;
    orders: OrderBook;
    recorder: CallEventRecorder;
    clock: Clock;
    incarnation: string;
  }) {
    this.#verifier = parts.verifier;
    this.#orders = parts.orders;
    this.#recorder = parts.recorder;
    this.#clock = parts.clock;
    this.#incarnation = parts.incarnation;
  }

  /**
   * Uses a ticket up and returns its claims.
   * @throws AppError `call.ticket-invalid`, `call.ticket-expired`, `call.ticket-wrong-node`, `call.ticket-used`, `call.ended`, `call.removed`
   */
  redeem(ticket: string): CallTicketClaims {
    const now = this.#clock.now();
    this.#forgetExpired(now.getTime());
    const claims = this.#verify(ticket, now);
    const { incarnation = this.#incarnation } = claims;
    if (incarnation !== this.#incarnation) throw this.#refuse('call.ticket-wrong-node', claims);
    if (this.#used.has(claims.jti)) throw this.#refuse('call.ticket-used', claims);
    const refusal = this.#orders.refusalOf(claims);
    if (refusal) throw this.#refuse(refusal, claims);
    this.#used.set(claims.jti, claims.exp * 1000);
    return claims;
  }

  #verify(ticket: string, now: Date): CallTicketClaims {
    try {
      return this.#verifier.verify(ticket, now);
    } catch (error) {
      if (error instanceof TicketRefusedError && error.claims) this.#report(error.code, error.claims);
      throw error;
    }
  }

  #refuse(code: ErrorCode, claims: CallTicketClaims): AppError {
    this.#report(code, claims);
    return new AppError(code, 'call ticket is not valid');
  }

  #report(code: ErrorCode, { hospitalId, visitId, sub, role, purpose }: CallTicketClaims): void {
    if (purpose !== 'call') return;
    this.#recorder.record({
      type: 'ticket-refused',
      hospitalId,
      visitId,
      participantId: sub,
      role,
      reason: null,
      code,
    });
  }

  #forgetExpired(now: number): void {
    for (const [jti, expiresAt] of this.#used) if (expiresAt <= now) this.#used.delete(jti);
  }
}
