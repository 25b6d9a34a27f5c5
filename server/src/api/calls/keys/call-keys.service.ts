import { ECDH } from 'node:crypto';
import type { CallKey, CodePart, WrappedKey } from '@yunzhen/shared/calls/keys.contract';
import { visitMachine } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { pageMessagesOf } from '../../../platform/realtime/published-event.ts';
import { Service } from '../../../platform/service.ts';
import { type VisitRow, isDoctorOf, isPatientOf, visitNotFound } from '../../visits/index.ts';
import type { CallKeysRepository } from './call-keys.repository.ts';
import type { CallsPart } from '../calls-part.ts';

type Wrapped = Omit<WrappedKey, 'from'>;

interface CallKeysServiceDeps extends CallsPart<'transactions' | 'visits' | 'invitations'> {
  keys: CallKeysRepository;
}

/**
 * Relays the keys of an encrypted call between its pages. The api can’t open media keys while it passes on the public keys as published; the safety
 * code on the pages proves that it does.
 */
export class CallKeysService extends Service<CallKeysServiceDeps> {
  /** Returns all public keys, and the media keys wrapped for the caller’s current key. Returns none for a replaced key or another participant’s. */
  read(context: ActorContext, visitId: string, to: string): Promise<{ keys: CallKey[]; wrapped: WrappedKey[] }> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.#enter(tx, context, visitId, 'share');
      const keys = await this.deps.keys.ofVisit(tx, visitId);
      const own = keys.some(({ id, participantId }) => id === to && participantId === context.actor.accountId);
      await tx.audit('call.keys-read', about(visit, { keyId: to }));
      return { keys, wrapped: own ? await this.deps.keys.wrappedFor(tx, to) : [] };
    });
  }

  /**
   * Publishes the public key of the caller’s page and replaces that of an earlier page. Repeating it has no effect. Throws `resource.conflict` when
   * another key has this id, and `validation.failed` for a value that is no point of the curve.
   */
  publish(
    context: ActorContext,
    visitId: string,
    { id, publicKey }: Pick<CallKey, 'id' | 'publicKey'>,
  ): Promise<{ keys: CallKey[] }> {
    if (!isPoint(publicKey)) {
      throw new AppError('validation.failed', 'publicKey is not a point on P-256', {
        fields: [{ path: 'publicKey', rule: 'invalid_format', expected: 'uncompressed P-256 point' }],
      });
    }
    const participantId = context.actor.accountId;
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.#enter(tx, context, visitId, 'write');
      const before = await this.deps.keys.ofVisit(tx, visitId);
      if (before.some((key) => key.id === id && key.participantId === participantId && key.publicKey === publicKey)) {
        return { keys: before };
      }
      await this.deps.keys.remove(tx, visitId, participantId);
      const key = { id, participantId, publicKey, publishedAt: tx.now.toISOString() };
      if (!(await this.deps.keys.insert(tx, visitId, key)))
        throw new AppError('resource.conflict', 'key id is already taken');
      await tx.audit('call.key-published', about(visit, { keyId: id }));
      this.#notify(tx, visitId, [participantId, ...before.map((each) => each.participantId)]);
      return { keys: await this.deps.keys.ofVisit(tx, visitId) };
    });
  }

  /**
   * Stores a page’s contribution to the safety code. Within a round, commitment and nonce can’t change: throws `resource.conflict`. Throws
   * `call.replaced` when the page has been replaced.
   */
  postPart(context: ActorContext, visitId: string, keyId: string, part: CodePart): Promise<{ keys: CallKey[] }> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.#enter(tx, context, visitId, 'write');
      const before = await this.deps.keys.ofVisit(tx, visitId);
      const known = ownKey(before, keyId, context.actor.accountId).part;
      if (known?.round === part.round) {
        if (known.commitment !== part.commitment || (known.nonce !== null && known.nonce !== part.nonce))
          throw new AppError('resource.conflict', 'part of the safety code cannot change within its round');
        if (known.nonce === part.nonce) return { keys: before };
      }
      await this.deps.keys.storePart(tx, keyId, part);
      await tx.audit('call.code-part-posted', about(visit, { keyId, opened: part.nonce === null ? 'no' : 'yes' }));
      const others = before.filter(({ id }) => id !== keyId);
      this.#notify(
        tx,
        visitId,
        others.map(({ participantId }) => participantId),
      );
      return { keys: await this.deps.keys.ofVisit(tx, visitId) };
    });
  }

  /**
   * Stores media keys wrapped for other pages. Drops those for a page that has been replaced; its successor is announced and receives its own. Throws
   * `call.replaced` when the sender’s page has been replaced.
   */
  post(
    context: ActorContext,
    visitId: string,
    from: string,
    wrapped: readonly Wrapped[],
  ): Promise<{ accepted: number }> {
    const self = context.actor.accountId;
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.#enter(tx, context, visitId, 'write');
      const keys = await this.deps.keys.ofVisit(tx, visitId);
      ownKey(keys, from, self);
      const others = new Map(keys.filter(({ participantId }) => participantId !== self).map((key) => [key.id, key]));
      const accepted = wrapped.filter(({ to }) => others.has(to));
      for (const key of accepted) await this.deps.keys.storeWrapped(tx, { from, ...key });
      await tx.audit('call.keys-wrapped', about(visit, { keyId: from, keys: accepted.length }));
      this.#notify(
        tx,
        visitId,
        accepted.map(({ to }) => others.get(to)?.participantId ?? ''),
      );
      return { accepted: accepted.length };
    });
  }

  /** Removes a participant’s key, so that the participant receives no further media keys. The caller holds the visit’s lock. */
  async withdraw(tx: Tx, visitId: string, participantId: string): Promise<void> {
    if (!(await this.deps.keys.remove(tx, visitId, participantId))) return;
    const keys = await this.deps.keys.ofVisit(tx, visitId);
    this.#notify(
      tx,
      visitId,
      keys.map((key) => key.participantId),
    );
  }

  /** Removes all keys when the visit ends. */
  async endWithVisit(tx: Tx, visit: { id: string }): Promise<void> {
    await this.deps.keys.removeAll(tx, visit.id);
  }

  /** Returns the locked visit for participants who may be in its call now. */
  async #enter(tx: Tx, { actor }: ActorContext, visitId: string, strength: 'write' | 'share'): Promise<VisitRow> {
    const visit = await this.deps.visits.lock(tx, visitId, strength);
    if (!visit) throw visitNotFound();
    const isGuest = !isPatientOf(actor, visit) && !isDoctorOf(actor, visit);
    if (isGuest && !(await this.deps.invitations.isGuest(tx, visitId, actor.accountId))) throw visitNotFound();
    if (visitMachine.isFinal(visit.status)) throw new AppError('call.ended', 'visit has ended');
    if (visit.status !== 'in-progress' && (visit.status !== 'waiting' || isGuest)) {
      throw new AppError('visit.not-in-progress', `visit is ${visit.status}`, { facts: { status: visit.status } });
    }
    return visit;
  }

  /** Publishes the change to pages without storing a domain event, because statistics don’t use keys. */
  #notify(tx: Tx, visitId: string, accountIds: readonly string[]): void {
    const messages = pageMessagesOf({
      type: 'call.keys-changed',
      entityId: visitId,
      visitId,
      hospitalId: tx.hospitalId,
      at: tx.now,
      changes: [{ entity: 'call-keys', id: visitId, to: { accountIds: [...new Set(accountIds)] } }],
    });
    for (const message of messages) tx.publish(message);
  }
}

function about(visit: VisitRow, details: Record<string, string | number>) {
  return { entity: 'visit', entityId: visit.id, patientId: visit.patientId, details };
}

function ownKey(keys: readonly CallKey[], keyId: string, accountId: string): CallKey {
  const own = keys.find(({ id, participantId }) => id === keyId && participantId === accountId);
  if (!own) throw new AppError('call.replaced', 'key has been replaced by another page of this participant');
  return own;
}

/** Returns whether the text is an uncompressed point of P-256; any other value would make the other pages fail. */
function isPoint(publicKey: string): boolean {
  const bytes = Buffer.from(publicKey, 'base64url');
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  try {
    ECDH.convertKey(bytes, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
