import type { acceptInvitation, openGuestSession, openInvitation } from '@yunzhen/shared/calls/conduct.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { visitMachine } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { RequestContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { hashOfSecret } from '../../accounts/index.ts';
import { callSettingsOf } from '../../administration/index.ts';
import type { VisitRow } from '../../visits/index.ts';
import type { CallConductService } from '../rooms/call-conduct.service.ts';
import { statusNow } from './invitation.policy.ts';
import { fits, presented } from './invitation-secrets.ts';
import type { InvitationRow } from './invitations.repository.ts';
import { invitationEntry } from './invitations.service.ts';
import type { CallsPart } from '../calls-part.ts';

interface Proven {
  row: InvitationRow;
  visit: VisitRow;
}

interface GuestDoorServiceDeps extends CallsPart<
  'transactions' | 'visits' | 'invitations' | 'guests' | 'hospitals' | 'secrets'
> {
  conduct: CallConductService;
}

/**
 * Serves the invited person, who is not signed in. An unknown id, an id of another hospital and a wrong secret all return the same
 * `resource.not-found`.
 */
export class GuestDoorService extends Service<GuestDoorServiceDeps> {
  /** Shows the invitation without using it. Throws `invitation.unusable` once the visit has ended. */
  open(context: RequestContext, invitationId: string, secret: string): Promise<ResponseOf<typeof openInvitation>> {
    return this.#enter(context, invitationId, secret, 'secretHash', async (tx, { row, visit }) => {
      const scene = await this.deps.invitations.scene(tx, row.visitId);
      if (!scene) throw notThere();
      await tx.audit('call.invitation-opened', invitationEntry(row, visit));
      return {
        hospital: { slug: scene.slug, name: scene.hospitalName },
        doctorName: scene.doctorName,
        doctorNameLatin: scene.doctorNameLatin,
        invitedBy: row.invitedBy,
        relation: row.relation,
        name: row.name,
        status: statusNow(row, tx.now),
      };
    });
  }

  /**
   * Uses the link. Only one of two concurrent requests succeeds; a retry with the same idempotency key returns the same guest key. Throws
   * `invitation.awaits-patient`, `invitation.unusable`, `call.encrypted`.
   */
  accept(
    context: RequestContext,
    invitationId: string,
    { secret, name, consent }: BodyOf<typeof acceptInvitation>,
  ): Promise<ResponseOf<typeof acceptInvitation>> {
    return this.#enter(context, invitationId, secret, 'secretHash', async (tx, { row, visit }) => {
      const key = this.deps.secrets.guestKey(tx.hospitalId, row.id, context.idempotencyKey);
      const keyHash = hashOfSecret(key);
      const status = statusNow(row, tx.now);
      if (status === 'accepted' && row.keyHash?.equals(keyHash)) return { key, visitId: visit.id };
      if (status === 'asked') throw new AppError('invitation.awaits-patient', 'patient has not agreed yet');
      if (status !== 'ready') throw unusable(status);
      if (callSettingsOf((await this.deps.hospitals.current(tx)).settings).endToEndEncryptedCalls)
        throw new AppError('call.encrypted', 'calls of this hospital are encrypted and do not admit guests');
      const guest = await this.deps.guests.add(tx, consent.locale);
      const { accountId, sessionId } = guest;
      await this.deps.invitations.accept(tx, row.id, { name, accountId, sessionId, keyHash, ...consent });
      const entry = invitationEntry(row, visit);
      await tx.audit('call.guest-accepted', {
        ...entry,
        actor: guest,
        details: { ...entry.details, consentVersion: consent.version },
      });
      await this.deps.conduct.notify(tx, visit.id, 'call.guests-changed');
      return { key, visitId: visit.id };
    });
  }

  /** Throws `invitation.unusable` once the guest was removed or the visit has ended. */
  session(context: RequestContext, invitationId: string, key: string): Promise<ResponseOf<typeof openGuestSession>> {
    return this.#enter(context, invitationId, key, 'keyHash', async (tx, { row, visit }) => {
      const { accountId, sessionId } = row;
      if (row.status !== 'accepted' || !accountId || !sessionId) throw unusable(row.status);
      const { accessToken, expiresAt, actor } = this.deps.guests.accessToken(tx, accountId, sessionId);
      await tx.audit('call.guest-session', { ...invitationEntry(row, visit), actor });
      return {
        accessToken,
        expiresAt: expiresAt.toISOString(),
        visitId: visit.id,
        participantId: accountId,
        name: row.name,
      };
    });
  }

  /** Verifies the secret and runs the work under the lock of the visit. */
  async #enter<Value>(
    context: RequestContext,
    invitationId: string,
    secret: string,
    proof: 'secretHash' | 'keyHash',
    work: (tx: Tx, proven: Proven) => Promise<Value>,
  ): Promise<Value> {
    const given = presented(secret);
    if (!given) throw notThere();
    const here = { ...context, hospitalId: given.hospitalId, actor: null };
    // A refusal writes an audit event that must be committed: it is returned from the transaction and thrown after it.
    const outcome = await this.deps.transactions.run(here, async (tx) => {
      const known = await this.deps.invitations.find(tx, invitationId);
      if (!known) return null;
      if (!fits(known[proof], given)) {
        const refusal = { outcome: 'denied', code: 'resource.not-found' } as const;
        await tx.audit('access.denied', { entity: 'call-invitation', entityId: known.id, ...refusal });
        return null;
      }
      const visit = await this.deps.visits.lock(tx, known.visitId, 'write');
      // Read again under the lock, because another request may have used or withdrawn it.
      const row = visit && (await this.deps.invitations.find(tx, invitationId));
      if (!row) return null;
      if (visitMachine.isFinal(visit.status)) throw unusable('over');
      return { value: await work(tx, { row, visit }) };
    });
    if (!outcome) throw notThere();
    return outcome.value;
  }
}

function notThere(): AppError {
  return new AppError('resource.not-found', 'invitation not found');
}

function unusable(why: string): AppError {
  return new AppError('invitation.unusable', `invitation is ${why}`);
}
