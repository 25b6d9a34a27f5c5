import { AppError, type ErrorCode } from '@yunzhen/shared/errors';
import { ticketLifetimeSeconds, type CallTicketClaims } from '@yunzhen/shared/contract/call';
import type { Clock } from '../../platform/clock.ts';
import { TicketRefusedError, type CallTicketVerifier } from '../../platform/tickets/call-ticket.ts';
import type { CallEventRecorder } from '../rooms/call-event-recorder.ts';

/**
 * Lets each ticket in once. A refusal is reported to the api when the api's own signature is on the ticket, for then it says
 * something about a person of the hospital; forgeries say nothing about anybody and are only counted by the log.
 */
export class TicketGate {
  readonly #verifier: CallTicketVerifier;
  readonly #recorder: CallEventRecorder;
  readonly #clock: Clock;
  /** Ids of used tickets, and when each would have expired by itself: from then on it needs no remembering. */
  readonly #used = new Map<string, number>();
  /** When a visit was ended here: tickets from before are void, so that nobody walks back in with one kept aside. */
  readonly #ended = new Map<string, number>();

  constructor(verifier: CallTicketVerifier, recorder: CallEventRecorder, clock: Clock) {
    this.#verifier = verifier;
    this.#recorder = recorder;
    this.#clock = clock;
  }

  /**
   * The claims of a ticket that has not been used before; it is used from now on.
   * @throws AppError `call.ticket-invalid`, `call.ticket-expired`, `call.ticket-wrong-node`, `call.ticket-used`, `call.ended`
   */
  redeem(ticket: string): CallTicketClaims {
    const now = this.#clock.now();
    this.#forgetExpired(now.getTime());
    const claims = this.#verify(ticket, now);
    if (this.#used.has(claims.jti)) throw this.#refuse('call.ticket-used', claims);
    const endedAt = this.#ended.get(claims.visitId);
    if (endedAt !== undefined && claims.iat * 1000 <= endedAt) throw this.#refuse('call.ended', claims);
    this.#used.set(claims.jti, claims.exp * 1000);
    return claims;
  }

  /** The visit has ended or moved: tickets for it that were issued until now let nobody in any more. */
  voidTickets(visitId: string): void {
    this.#ended.set(visitId, this.#clock.now().getTime());
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
    return new AppError(code, 'call ticket refused');
  }

  #report(code: ErrorCode, { hospitalId, visitId, sub, role }: CallTicketClaims): void {
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
    const oldest = now - ticketLifetimeSeconds * 1000;
    for (const [visitId, endedAt] of this.#ended) if (endedAt <= oldest) this.#ended.delete(visitId);
  }
}
