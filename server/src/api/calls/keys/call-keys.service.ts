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
 * Relays the keys of an encrypted call between the pages in it. The api can open none of the media keys, as long as it
 * hands on the public keys that the pages have published: the safety code on the pages shows whether it does.
 */
export class CallKeysService extends Service<CallKeysServiceDeps> {
  /** All public keys, and what is wrapped for the asker’s own one; nothing is for a key that was replaced or is another’s. */
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
   * Publishes the key of the asker’s page in place of an earlier page’s. Repeating it changes nothing. Throws
   * `resource.conflict` when another key has this id, `validation.failed` for what is no point of the curve.
   */
  publish(
    context: ActorContext,
    visitId: string,
    { id, publicKey }: Pick<CallKey, 'id' | 'publicKey'>,
  ): Promise<{ keys: CallKey[] }> {
    if (!isPoint(publicKey)) {
      throw new AppError('validation.failed', 'no point of P-256', {
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
        throw new AppError('resource.conflict', 'this key id is taken');
      await tx.audit('call.key-published', about(visit, { keyId: id }));
      this.#tell(tx, visitId, [participantId, ...before.map((each) => each.participantId)]);
      return { keys: await this.deps.keys.ofVisit(tx, visitId) };
    });
  }

  /**
   * Takes what a page gives to the safety code. In one round its commitment stays, and so does its nonce: throws
   * `resource.conflict` otherwise. Throws `call.replaced` when the page has been replaced.
   */
  postPart(context: ActorContext, visitId: string, keyId: string, part: CodePart): Promise<{ keys: CallKey[] }> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.#enter(tx, context, visitId, 'write');
      const before = await this.deps.keys.ofVisit(tx, visitId);
      const known = ownKey(before, keyId, context.actor.accountId).part;
      if (known?.round === part.round) {
        if (known.commitment !== part.commitment || (known.nonce !== null && known.nonce !== part.nonce))
          throw new AppError('resource.conflict', 'a part of the safety code can’t be changed in its round');
        if (known.nonce === part.nonce) return { keys: before };
      }
      await this.deps.keys.storePart(tx, keyId, part);
      await tx.audit('call.code-part-posted', about(visit, { keyId, opened: part.nonce === null ? 'no' : 'yes' }));
      const others = before.filter(({ id }) => id !== keyId);
      this.#tell(
        tx,
        visitId,
        others.map(({ participantId }) => participantId),
      );
      return { keys: await this.deps.keys.ofVisit(tx, visitId) };
    });
  }

  /**
   * Takes media keys wrapped for others. One for a page that has gone meanwhile is let fall: its successor is told of, and
   * gets its own. Throws `call.replaced` when the sender’s own page has been replaced.
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
      this.#tell(
        tx,
        visitId,
        accepted.map(({ to }) => others.get(to)?.participantId ?? ''),
      );
      return { accepted: accepted.length };
    });
  }

  /** Whoever was put out of the call is handed no further media key. The caller holds the visit’s lock. */
  async withdraw(tx: Tx, visitId: string, participantId: string): Promise<void> {
    if (!(await this.deps.keys.remove(tx, visitId, participantId))) return;
    const keys = await this.deps.keys.ofVisit(tx, visitId);
    this.#tell(
      tx,
      visitId,
      keys.map((key) => key.participantId),
    );
  }

  /** No key outlives its visit. */
  async endWithVisit(tx: Tx, visit: { id: string }): Promise<void> {
    await this.deps.keys.removeAll(tx, visit.id);
  }

  /** The visit, for those who may be in its call now. */
  async #enter(tx: Tx, { actor }: ActorContext, visitId: string, strength: 'write' | 'share'): Promise<VisitRow> {
    const visit = await this.deps.visits.lock(tx, visitId, strength);
    if (!visit) throw visitNotFound();
    const isGuest = !isPatientOf(actor, visit) && !isDoctorOf(actor, visit);
    if (isGuest && !(await this.deps.invitations.isGuest(tx, visitId, actor.accountId))) throw visitNotFound();
    if (visitMachine.isFinal(visit.status)) throw new AppError('call.ended', 'the visit has ended');
    if (visit.status !== 'in-progress' && (visit.status !== 'waiting' || isGuest)) {
      throw new AppError('visit.not-in-progress', `visit is ${visit.status}`, { facts: { status: visit.status } });
    }
    return visit;
  }

  /** Told of like any change, and kept nowhere: which keys there were is nobody’s figure. */
  #tell(tx: Tx, visitId: string, accountIds: readonly string[]): void {
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
  if (!own) throw new AppError('call.replaced', 'the key of this page has been replaced');
  return own;
}

/** Whether the text is an uncompressed point of P-256; any other would only make the others’ pages fail. */
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
