import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsPart } from '../accounts-part.ts';

/**
 * Lets a session go on for a dependant. The new access token names the dependant as the patient, so that every policy of the
 * house holds for them as for any patient; the account stays the guardian’s, so that the audit names who acted.
 */
export class ActingService extends Service<AccountsPart<'transactions' | 'accounts' | 'acting' | 'opening' | 'hooks'>> {
  /** For the dependant, or (null) for oneself again. Earlier tokens of the session are good no more. Throws `resource.not-found`. */
  async actFor(context: ActorContext, patientId: string | null): Promise<SessionGrant> {
    return this.deps.transactions.run(context, async (tx) => {
      const { accountId, sessionId } = context.actor;
      const holder = await this.deps.accounts.byId(tx, accountId);
      const own = holder?.patientId === patientId;
      const dependant = patientId === null || own ? null : await this.deps.acting.dependant(tx, accountId, patientId);
      if (holder?.status !== 'active' || (patientId !== null && !own && !dependant))
        throw new AppError('resource.not-found', 'nobody to act for');
      await this.deps.acting.set(tx, sessionId, dependant?.patientId ?? null);
      await tx.audit('family.acting', {
        entity: 'session',
        entityId: sessionId,
        patientId: dependant?.patientId ?? context.actor.patientId,
        details: { for: dependant?.patientId ?? null },
      });
      return this.deps.opening.grant(tx, holder, sessionId);
    });
  }

  /**
   * From the commit on no session of the account acts for the patient, and no token that was issued for it is accepted. Call it
   * after what entitled to it was ended.
   */
  async release(tx: Tx, accountId: string, patientId: string): Promise<void> {
    const released = await this.deps.acting.release(tx, accountId, patientId);
    // Its sockets hear of the dependant: they open anew, with a token for the person themselves.
    for (const sessionId of released) tx.publish({ kind: 'session-dropped', sessionId });
    await this.deps.hooks.onRightsLost.run(tx, accountId);
  }
}
