import type { CallConduct, Invitation } from '@yunzhen/shared/calls/conduct.contract';
import { visitMachine } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { roomOf } from './call-room.ts';
import type { CallRoomsService } from './call-rooms.service.ts';
import { callChange, type VisitRow, isDoctorOf, isPatientOf, visitNotFound } from '../../visits/index.ts';
import { statusNow } from '../guests/invitation.policy.ts';
import type { InvitationRow } from '../guests/invitations.repository.ts';
import type { CallsPart } from '../calls-part.ts';

type ConductChange = 'call.held' | 'call.taken-back' | 'call.guests-changed';

interface CallConductServiceDeps extends CallsPart<'transactions' | 'visits' | 'invitations'> {
  rooms: CallRoomsService;
  /** Closes the handover of a visit whose patient is no longer on hold. */
  settleTransfer: (tx: Tx, visitId: string) => Promise<void>;
}

/** Manages the conduct of a call: who is on hold and who is invited. */
export class CallConductService extends Service<CallConductServiceDeps> {
  /** Returns the conduct; a guest sees only the phase and their own invitation. Throws `call.ended` after the visit. */
  read(context: ActorContext, visitId: string): Promise<CallConduct> {
    const { actor } = context;
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.visits.find(tx, visitId);
      const isParty = visit !== null && (isPatientOf(actor, visit) || isDoctorOf(actor, visit));
      if (!visit || !(isParty || (await this.deps.invitations.isGuest(tx, visitId, actor.accountId)))) {
        throw visitNotFound();
      }
      requireOpen(visit);
      await tx.audit('call.read', { entity: 'visit', entityId: visitId, patientId: visit.patientId });
      const conduct = await this.#conductOf(tx, visitId);
      if (isParty) return conduct;
      return {
        ...conduct,
        invitations: conduct.invitations.filter(({ participantId }) => participantId === actor.accountId),
      };
    });
  }

  /** Throws `resource.not-found` for another doctor’s visit and `visit.not-in-progress` before and after it. */
  hold(context: ActorContext, visitId: string, held: boolean): Promise<CallConduct> {
    return this.carryOut(context, 'holdCall', visitId, async (tx) => {
      const visit = await this.deps.visits.lock(tx, visitId, 'write');
      if (!visit || !isDoctorOf(context.actor, visit)) throw visitNotFound();
      if (visit.status !== 'in-progress') throw notInProgress(visit);
      if (visit.held !== held) {
        await this.deps.visits.setHeld(tx, visitId, held);
        if (!held) await this.deps.settleTransfer(tx, visitId);
        const what = held ? 'call.held' : 'call.taken-back';
        await tx.audit(what, { entity: 'visit', entityId: visitId, patientId: visit.patientId });
        await this.notify(tx, visitId, what);
        await this.deps.rooms.announce(tx, visitId);
      }
    });
  }

  /** Runs a command once and returns the current conduct. The stored result of the command contains no guest name. */
  async carryOut(
    context: ActorContext,
    name: string,
    visitId: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<CallConduct> {
    await this.deps.transactions.command(context, name, async (tx) => {
      await work(tx);
      return null;
    });
    return this.deps.transactions.run(context, (tx) => this.#conductOf(tx, visitId));
  }

  /** Returns the conduct for the patient and the doctor. */
  async #conductOf(tx: Tx, visitId: string): Promise<CallConduct> {
    const visit = await this.deps.visits.find(tx, visitId);
    if (!visit) throw visitNotFound();
    const rows = await this.deps.invitations.ofVisit(tx, visitId);
    // Before check-in there is no call, which is shown like waiting.
    const phase = roomOf(visit)?.phase ?? 'waiting';
    return { visitId, phase, invitations: rows.map((row) => invitationOf(row, tx.now)) };
  }

  /** Publishes a change of the conduct to everyone in the call. */
  async notify(tx: Tx, visitId: string, what: ConductChange): Promise<void> {
    const view = await this.deps.visits.view(tx, visitId);
    const { visit } = view;
    await emitEvent(tx, what, {
      entityId: visitId,
      visitId,
      departmentId: visit.department.id,
      practitionerId: visit.doctor.id,
      changes: [callChange(view, await this.deps.invitations.guests(tx, visitId))],
      facts: {},
    });
  }
}

/** Returns the actor’s side of the visit; throws `resource.not-found` for anyone else. */
export function sideOf(actor: Actor, visit: VisitRow): 'patient' | 'doctor' {
  if (isPatientOf(actor, visit)) return 'patient';
  if (isDoctorOf(actor, visit)) return 'doctor';
  throw visitNotFound();
}

export function requireOpen(visit: VisitRow): void {
  if (visitMachine.isFinal(visit.status)) throw new AppError('call.ended', 'visit has ended');
}

export function notInProgress(visit: VisitRow): AppError {
  return new AppError('visit.not-in-progress', `visit is ${visit.status}`, { facts: { status: visit.status } });
}

export function invitationOf(row: InvitationRow, now: Date): Invitation {
  return {
    id: row.id,
    relation: row.relation,
    name: row.name,
    status: statusNow(row, now),
    invitedBy: row.invitedBy,
    participantId: row.accountId,
    createdAt: row.createdAt.toISOString(),
  };
}
