import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsPart } from '../accounts-part.ts';

/**
 * Switches a session to a dependant. The new access token names the dependant as the patient, so every policy applies to them as to any patient. The
 * account stays the guardian’s, so the audit names who acted.
 */
export class ActingService extends Service<AccountsPart<'transactions' | 'accounts' | 'acting' | 'opening' | 'hooks'>> {
  /** Switches to the dependant, or back to the holder (null), and invalidates earlier tokens of the session. Throws `resource.not-found`. */
  async actFor(context: ActorContext, patientId: string | null): Promise<SessionGrant> {
    return this.deps.transactions.run(context, async (tx) => {
      const { accountId, sessionId } = context.actor;
      const holder = await this.deps.accounts.byId(tx, accountId);
      const own = holder?.patientId === patientId;
      const dependant = patientId === null || own ? null : await this.deps.acting.dependant(tx, accountId, patientId);
      if (holder?.status !== 'active' || (patientId !== null && !own && !dependant))
        throw new AppError('resource.not-found', 'no active guardianship for this patient');
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

  /** Ends acting for the patient: from the commit on, tokens issued for it are rejected. Call it after ending the guardianship. */
  async release(tx: Tx, accountId: string, patientId: string): Promise<void> {
    const released = await this.deps.acting.release(tx, accountId, patientId);
    // The sockets of the session belong to the dependant. The pages reconnect with a token for the holder.
    for (const sessionId of released) tx.publish({ kind: 'session-dropped', sessionId });
    await this.deps.hooks.onRightsLost.run(tx, accountId);
  }
}
