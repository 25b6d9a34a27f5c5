import type { CallConduct, Invitation, inviteGuest } from '@yunzhen/shared/calls/conduct.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { hashOfSecret } from '../../accounts/index.ts';
import { callSettingsOf } from '../../administration/index.ts';
import type { CallKeysService } from '../keys/call-keys.service.ts';
import type { CallRoomsService } from '../rooms/call-rooms.service.ts';
import { type VisitRow, isPatientOf, visitNotFound } from '../../visits/index.ts';
import {
  invitationOf,
  notInProgress,
  requireOpen,
  sideOf,
  type CallConductService,
} from '../rooms/call-conduct.service.ts';
import { firstStatus, isOpenNow, openInvitationsLimit, statusNow, unusedLifetime } from './invitation.policy.ts';
import type { InvitationRow } from './invitations.repository.ts';
import type { CallsPart } from '../calls-part.ts';

interface InvitationsServiceDeps extends CallsPart<
  'transactions' | 'visits' | 'invitations' | 'guests' | 'hospitals' | 'secrets'
> {
  conduct: CallConductService;
  rooms: CallRoomsService;
  keys: CallKeysService;
}

/** Creates and withdraws invitations for the patient and the doctor. */
export class InvitationsService extends Service<InvitationsServiceDeps> {
  /** Throws `call.guest-limit`, `call.encrypted` because a third page can’t receive keys, and `call.ended`. */
  async invite(
    context: ActorContext,
    visitId: string,
    guest: BodyOf<typeof inviteGuest>,
  ): Promise<{ invitation: Invitation; secret: string }> {
    // The stored result of the command contains neither the secret nor the name.
    const { id } = await this.deps.transactions.command(context, 'inviteGuest', async (tx) => {
      const visit = await this.#lock(tx, visitId);
      const invitedBy = sideOf(context.actor, visit);
      requireOpen(visit);
      if (visit.status === 'planned') throw notInProgress(visit);
      if (callSettingsOf((await this.deps.hospitals.current(tx)).settings).endToEndEncryptedCalls)
        throw new AppError('call.encrypted', 'calls of this hospital are encrypted and do not admit guests');
      const open = (await this.deps.invitations.ofVisit(tx, visitId)).filter((row) => isOpenNow(row, tx.now));
      if (open.length >= openInvitationsLimit)
        throw new AppError('call.guest-limit', 'visit has the maximum number of guests', {
          facts: { limit: openInvitationsLimit },
        });
      const row: InvitationRow = {
        id: newId(),
        visitId,
        ...guest,
        status: firstStatus(invitedBy),
        invitedBy,
        inviterAccountId: context.actor.accountId,
        secretHash: Buffer.alloc(0),
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + unusedLifetime),
        accountId: null,
        sessionId: null,
        keyHash: null,
      };
      const secretHash = hashOfSecret(this.deps.secrets.link(tx.hospitalId, row.id));
      await this.deps.invitations.insert(tx, { ...row, secretHash });
      await this.#record(tx, 'call.guest-invited', row, visit);
      return { id: row.id };
    });
    const invitation = await this.deps.transactions.run(context, async (tx) =>
      invitationOf(await this.#find(tx, visitId, id), tx.now),
    );
    return { invitation, secret: this.deps.secrets.link(context.hospitalId, id) };
  }

  /** Stores whether the patient agrees to a guest. Repeating the answer has no effect; a different answer throws `invitation.unusable`. */
  answer(context: ActorContext, visitId: string, invitationId: string, agreed: boolean): Promise<CallConduct> {
    return this.deps.conduct.carryOut(context, 'answerInvitation', visitId, async (tx) => {
      const visit = await this.#lock(tx, visitId);
      if (!isPatientOf(context.actor, visit)) throw visitNotFound();
      requireOpen(visit);
      const row = await this.#find(tx, visitId, invitationId);
      const status = statusNow(row, tx.now);
      if (status === 'asked') {
        await this.deps.invitations.answer(tx, row.id, agreed ? 'ready' : 'declined');
        await this.#record(tx, agreed ? 'call.guest-agreed' : 'call.guest-declined', row, visit);
      } else if (agreed ? status !== 'ready' && status !== 'accepted' : status !== 'declined') {
        throw new AppError('invitation.unusable', `invitation is ${status}`);
      }
    });
  }

  /** Withdraws an invitation and removes its guest: the session ends and the media node receives an order at once. */
  withdraw(context: ActorContext, visitId: string, invitationId: string): Promise<CallConduct> {
    return this.deps.conduct.carryOut(context, 'withdrawInvitation', visitId, async (tx) => {
      const visit = await this.#lock(tx, visitId);
      sideOf(context.actor, visit);
      requireOpen(visit);
      const row = await this.#find(tx, visitId, invitationId);
      if (row.status !== 'withdrawn' && row.status !== 'declined') {
        await this.deps.invitations.withdraw(tx, row.id);
        await this.#record(tx, 'call.guest-withdrawn', row, visit);
        if (row.accountId && row.sessionId) {
          await this.deps.guests.end(tx, row.accountId, row.sessionId);
          await this.deps.keys.withdraw(tx, visitId, row.accountId);
          await this.deps.visits.raiseRoomRevision(tx, visitId);
          await this.deps.rooms.announce(tx, visitId);
        }
      }
    });
  }

  /** Withdraws all invitations when the visit ends. */
  async endWithVisit(tx: Tx, visit: { id: string }): Promise<void> {
    for (const guest of await this.deps.invitations.guests(tx, visit.id)) {
      await this.deps.guests.end(tx, guest.accountId, guest.sessionId);
    }
  }

  /** Locks the visit, so that changes to its invitations run one after the other. */
  async #lock(tx: Tx, visitId: string): Promise<VisitRow> {
    const visit = await this.deps.visits.lock(tx, visitId, 'write');
    if (!visit) throw visitNotFound();
    return visit;
  }

  async #find(tx: Tx, visitId: string, invitationId: string): Promise<InvitationRow> {
    const row = await this.deps.invitations.find(tx, invitationId);
    if (row?.visitId !== visitId) throw new AppError('resource.not-found', 'invitation not found');
    return row;
  }

  async #record(
    tx: Tx,
    action: 'call.guest-invited' | 'call.guest-agreed' | 'call.guest-declined' | 'call.guest-withdrawn',
    row: InvitationRow,
    visit: VisitRow,
  ): Promise<void> {
    await tx.audit(action, invitationEntry(row, visit));
    await this.deps.conduct.notify(tx, visit.id, 'call.guests-changed');
  }
}

/** Returns the audit entry of an invitation: who invited and in which role, never the guest’s name. */
export function invitationEntry(row: InvitationRow, visit: Pick<VisitRow, 'patientId'>) {
  return {
    entity: 'call-invitation',
    entityId: row.id,
    patientId: visit.patientId,
    details: {
      visitId: row.visitId,
      invitedBy: row.invitedBy,
      inviterAccountId: row.inviterAccountId,
      relation: row.relation,
    },
  };
}
