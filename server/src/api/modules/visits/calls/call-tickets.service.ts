import type { CallRole, CallTicket, MediaSource } from '@yunzhen/shared/contract/call';
import { visitMachine } from '@yunzhen/shared/domain/visit';
import { AppError } from '@yunzhen/shared/errors';
import type { Actor, ActorContext } from '../../../../platform/context.ts';
import type { Transactions, Tx } from '../../../../platform/db/transaction.ts';
import { newId } from '../../../../platform/ids.ts';
import type { CallTicketSigner } from '../../../../platform/tickets/call-ticket.ts';
import type { VisitRow } from '../visit.entity.ts';
import { isDoctorOf, isPatientOf, visitNotFound } from '../visits.policy.ts';
import type { VisitsRepository } from '../visits.repository.ts';
import type { MediaNodeRow } from './media-node.entity.ts';
import type { MediaNodesRepository } from './media-nodes.repository.ts';
import { aliveSince } from './media-nodes.service.ts';

const publishes: Record<Exclude<CallRole, 'guest'>, MediaSource[]> = {
  patient: ['camera', 'microphone'],
  doctor: ['camera', 'microphone', 'screen'],
};

/** Lets the two sides of a visit into its call. */
export class CallTicketsService {
  readonly #transactions: Transactions;
  readonly #visits: VisitsRepository;
  readonly #nodes: MediaNodesRepository;
  readonly #signer: CallTicketSigner;

  constructor(
    transactions: Transactions,
    visits: VisitsRepository,
    nodes: MediaNodesRepository,
    signer: CallTicketSigner,
  ) {
    this.#transactions = transactions;
    this.#visits = visits;
    this.#nodes = nodes;
    this.#signer = signer;
  }

  /**
   * A ticket for one use within two minutes. Throws `resource.not-found` for a stranger, `call.ended` after the visit,
   * `visit.not-in-progress` before its time, `call.no-media-node` when no node takes calls.
   */
  issue(context: ActorContext, visitId: string): Promise<CallTicket> {
    const { actor } = context;
    return this.#transactions.run(context, async (tx) => {
      // The lock makes both sides, asking at once, get the same node.
      const visit = await this.#visits.lock(tx, visitId, 'write');
      if (!visit) throw visitNotFound();
      const role = roleIn(actor, visit);
      const node = await this.#nodeFor(tx, visit);
      const { ticket, expiresAt } = this.#signer.sign(
        node.id,
        {
          jti: newId(),
          sub: actor.accountId,
          hospitalId: tx.hospitalId,
          visitId,
          role,
          publish: publishes[role],
        },
        tx.now,
      );
      await tx.audit('call.ticket-issued', {
        entity: 'visit',
        entityId: visitId,
        patientId: visit.patientId,
        details: { role, nodeId: node.id },
      });
      return {
        ticket,
        expiresAt: expiresAt.toISOString(),
        url: node.url,
        nodeId: node.id,
        participantId: actor.accountId,
        role,
        routerRtpCapabilities: node.routerRtpCapabilities,
      };
    });
  }

  /**
   * The node that the visit is pinned to, as long as the same start of it takes calls: a restarted node has lost the
   * room, and so the choice is free again.
   */
  async #nodeFor(tx: Tx, visit: VisitRow): Promise<MediaNodeRow> {
    const since = aliveSince(tx.now);
    const pinned = visit.mediaNodeId === null ? null : await this.#nodes.serving(tx, visit.mediaNodeId, since);
    if (pinned && pinned.incarnation === visit.mediaNodeIncarnation) return pinned;
    const node = await this.#nodes.leastLoaded(tx, since);
    if (!node) throw new AppError('call.no-media-node', 'no media node takes calls');
    await this.#visits.update(tx, visit.id, { mediaNodeId: node.id, mediaNodeIncarnation: node.incarnation });
    return node;
  }
}

/** The patient may join from check-in on, the doctor from admission on. */
function roleIn(actor: Actor, visit: VisitRow): Exclude<CallRole, 'guest'> {
  const asPatient = isPatientOf(actor, visit);
  if (!asPatient && !isDoctorOf(actor, visit)) throw visitNotFound();
  if (visitMachine.isFinal(visit.status)) throw new AppError('call.ended', 'the visit has ended');
  if (visit.status !== 'in-progress' && !(asPatient && visit.status === 'waiting')) {
    throw new AppError('visit.not-in-progress', `visit is ${visit.status}`, { facts: { status: visit.status } });
  }
  return asPatient ? 'patient' : 'doctor';
}
