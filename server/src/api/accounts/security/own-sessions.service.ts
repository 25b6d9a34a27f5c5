import type { OwnSession, OwnSessions } from '@yunzhen/shared/accounts/account-security.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsPart } from '../accounts-part.ts';
import { browserOf } from './browser-of.ts';

/** Lists and ends the account’s own sessions, on this device and others. */
export class OwnSessionsService extends Service<AccountsPart<'transactions' | 'sessions' | 'endings'>> {
  list(context: ActorContext): Promise<OwnSessions> {
    requireSelf(context);
    return this.deps.transactions.run(context, (tx) => this.#state(tx, context));
  }

  /**
   * Ends another session of the account. Throws `resource.not-found` for one that has ended or belongs to another account, and for the caller’s own,
   * which the sign-out ends.
   */
  end(context: ActorContext, sessionId: string): Promise<OwnSessions> {
    requireSelf(context);
    const { accountId } = context.actor;
    return this.deps.transactions.run(context, async (tx) => {
      const others = (await this.deps.sessions.live(tx, accountId)).filter(({ id }) => id !== context.actor.sessionId);
      if (!others.some(({ id }) => id === sessionId)) throw new AppError('resource.not-found', 'session not found');
      await this.deps.endings.end(tx, { id: sessionId, accountId }, 'ended-by-holder');
      await tx.audit('session.ended', { entity: 'session', entityId: sessionId });
      return this.#state(tx, context);
    });
  }

  endOthers(context: ActorContext): Promise<OwnSessions> {
    requireSelf(context);
    const { accountId, sessionId: id } = context.actor;
    return this.deps.transactions.run(context, async (tx) => {
      for (const sessionId of await this.deps.endings.endOthers(tx, { id, accountId }, 'ended-by-holder'))
        await tx.audit('session.ended', { entity: 'session', entityId: sessionId });
      return this.#state(tx, context);
    });
  }

  async #state(tx: Tx, { actor }: ActorContext): Promise<OwnSessions> {
    const rows = await this.deps.sessions.live(tx, actor.accountId);
    const items = rows.map(({ id, createdAt, lastSeenAt, userAgent, place }): OwnSession => ({
      id,
      current: id === actor.sessionId,
      ...browserOf(userAgent),
      place,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
    return { items: [...items.filter(({ current }) => current), ...items.filter(({ current }) => !current)] };
  }
}

/** Rejects guardians who act for a dependant: sessions are shown only to their holder. */
function requireSelf({ actor }: ActorContext): void {
  if (actor.actingFor) throw new AppError('family.acting', 'not allowed while acting for a dependant');
}
