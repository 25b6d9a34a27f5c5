import type { CallRole, CallTicket, MediaSource, RoomState, TicketPurpose } from '@yunzhen/shared/calls/call.contract';
import { visitMachine } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { ClockWatch } from '../../../platform/clock-watch.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { CallTicketSigner } from '../../../platform/tickets/call-ticket.ts';
import { Service } from '../../../platform/service.ts';
import { callSettingsOf } from '../../administration/index.ts';
import { isDoctorOf, isPatientOf, visitNotFound } from '../../visits/index.ts';
import { roomOf } from '../rooms/call-room.ts';
import type { CallEntry, CallRoomsRepository } from '../rooms/call-rooms.repository.ts';
import type { ServingNode } from '../nodes/media-nodes.repository.ts';
import type { NodeAnswers } from '../nodes/node-answers.ts';
import { isDoubtful, nodeTimes, type NodePlacesService } from '../nodes/node-places.service.ts';
import { turnServers, type TurnSettings } from './turn-credentials.ts';
import type { CallsPart } from '../calls-part.ts';

const publishes: Record<CallRole, MediaSource[]> = {
  patient: ['camera', 'microphone', 'screen'],
  doctor: ['camera', 'microphone', 'screen'],
  guest: ['camera', 'microphone'],
};

interface Admission {
  purpose: TicketPurpose;
  node: ServingNode;
  visitId: string;
  role: CallRole;
  room: RoomState;
}

interface Entered {
  visit: CallEntry;
  role: CallRole;
  room: RoomState;
}

interface CallTicketsServiceDeps extends CallsPart<'transactions' | 'invitations' | 'hospitals'> {
  rooms: CallRoomsRepository;
  places: NodePlacesService;
  nodeAnswers: NodeAnswers;
  signer: CallTicketSigner;
  clockWatch: ClockWatch;
  turn: TurnSettings;
}

/** Issues tickets for the call of a visit and for a connection test in a separate room. */
export class CallTicketsService extends Service<CallTicketsServiceDeps> {
  /**
   * Returns a ticket for one use within two minutes. Throws `resource.not-found` without access, `call.ended` after the visit,
   * `visit.not-in-progress` before it, `call.busy` and `call.no-media-node` when no node is available.
   */
  async issue(context: ActorContext, visitId: string): Promise<CallTicket> {
    // Checked first, because with a wrong clock every node would seem dead.
    this.deps.clockWatch.assertReliable();
    const { transactions, nodeAnswers } = this.deps;
    const { actor } = context;
    const outcome = await transactions.run(context, async (tx) => {
      const entry = await this.#enter(tx, actor, visitId);
      const { node } = entry.visit;
      if (node && isDoubtful(node, tx.now)) return { doubtful: node };
      return { ticket: await this.#issue(tx, actor, entry, null) };
    });
    if ('ticket' in outcome) return outcome.ticket;
    // Asked between two transactions, because each locks the visit.
    const { controlUrl, incarnation } = outcome.doubtful;
    const silent = (await nodeAnswers(controlUrl)) ? null : incarnation;
    return transactions.run(context, async (tx) => {
      const entry = await this.#enter(tx, actor, visitId);
      const { node } = entry.visit;
      // A heartbeat that came while the node was asked says more than a missing answer.
      const recovered = node !== null && !isDoubtful(node, tx.now);
      return this.#issue(tx, actor, entry, recovered ? null : silent);
    });
  }

  async #enter(tx: Tx, actor: Actor, visitId: string): Promise<Entered> {
    // The lock gives concurrent requests of both sides the same node.
    const visit = await this.deps.rooms.enter(tx, visitId, nodeTimes(tx.now).aliveSince);
    const role = visit && (await this.#roleIn(tx, actor, visit));
    if (!visit || !role) throw visitNotFound();
    return { visit, role, room: roomFor(role, visit) };
  }

  /** @param silent the incarnation of a node that does not answer */
  async #issue(tx: Tx, actor: Actor, { visit, role, room }: Entered, silent: string | null): Promise<CallTicket> {
    const { id: visitId, patientId } = visit;
    const node = await this.deps.places.placeOf(tx, visit, silent);
    await tx.audit('call.ticket-issued', {
      entity: 'visit',
      entityId: visitId,
      patientId,
      details: { role, nodeId: node.id },
    });
    return this.#ticket(tx, actor, { purpose: 'call', node, visitId, role, room });
  }

  /** Returns a ticket for a private room with a random visit id that belongs to no visit. */
  async issueForCheck(context: ActorContext): Promise<CallTicket> {
    // Checked first, because with a wrong clock every node would seem dead.
    this.deps.clockWatch.assertReliable();
    const { actor } = context;
    return this.deps.transactions.run(context, async (tx) => {
      const node = await this.deps.places.placeForCheck(tx);
      await tx.audit('call.network-check', {
        entity: 'account',
        entityId: actor.accountId,
        patientId: actor.patientId,
        details: { nodeId: node.id },
      });
      const role = actor.roles.includes('doctor') ? 'doctor' : actor.roles.includes('patient') ? 'patient' : 'guest';
      const room = { revision: 0, phase: 'open' } as const;
      return this.#ticket(tx, actor, { purpose: 'network-check', node, visitId: newId(), role, room });
    });
  }

  async #roleIn(tx: Tx, actor: Actor, visit: CallEntry): Promise<CallRole | null> {
    if (isPatientOf(actor, visit)) return 'patient';
    if (isDoctorOf(actor, visit)) return 'doctor';
    // Read after the visit’s lock was acquired, because removing a guest takes the same lock.
    const isGuest =
      actor.roles.includes('guest') && (await this.deps.invitations.isGuest(tx, visit.id, actor.accountId));
    return isGuest ? 'guest' : null;
  }

  async #ticket(tx: Tx, actor: Actor, { purpose, node, visitId, role, room }: Admission): Promise<CallTicket> {
    const { phone, endToEndEncryptedCalls } = callSettingsOf((await this.deps.hospitals.current(tx)).settings);
    const { ticket, expiresAt } = this.deps.signer.sign(
      node.id,
      {
        jti: newId(),
        sub: actor.accountId,
        sessionId: actor.sessionId,
        hospitalId: tx.hospitalId,
        visitId,
        role,
        publish: purpose === 'call' ? publishes[role] : ['camera', 'microphone'],
        purpose,
        incarnation: node.incarnation,
        room,
      },
      tx.now,
    );
    return {
      ticket,
      expiresAt: expiresAt.toISOString(),
      url: node.url,
      nodeId: node.id,
      participantId: actor.accountId,
      role,
      routerRtpCapabilities: node.routerRtpCapabilities,
      phase: room.phase,
      iceServers: turnServers(this.deps.turn, actor.accountId, tx.now),
      phone,
      endToEndEncrypted: purpose === 'call' && endToEndEncryptedCalls,
    };
  }
}

/**
 * Returns the room state. Patient and doctor may connect from check-in on, and the room forwards nothing until admission; guests join only a visit in
 * progress.
 */
function roomFor(role: CallRole, visit: CallEntry): RoomState {
  if (visitMachine.isFinal(visit.status)) throw new AppError('call.ended', 'visit has ended');
  const room = roomOf(visit);
  if (!room || (role === 'guest' && room.phase === 'waiting')) {
    throw new AppError('visit.not-in-progress', `visit is ${visit.status}`, { facts: { status: visit.status } });
  }
  return room;
}
