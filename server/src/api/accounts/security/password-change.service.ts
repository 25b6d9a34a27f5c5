import type { BodyOf } from '@yunzhen/shared/core/route';
import type { changePassword } from '@yunzhen/shared/accounts/account-security.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { namesOf } from '../sign-in/names-of.ts';
import { hashPassword, hasPassword } from '../sign-in/passwords.ts';
import { objectionToPassword } from '../sign-in/sign-in.policy.ts';
import type { PersonConfirmationCheck } from '../sign-in/person-confirmation.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface PasswordChangeServiceDeps extends AccountsPart<
  'transactions' | 'accounts' | 'hospitals' | 'endings' | 'notify'
> {
  confirmPerson: PersonConfirmationCheck;
}

/** Changes the password of a signed-in account. */
export class PasswordChangeService extends Service<PasswordChangeServiceDeps> {
  /**
   * Needs the current password, or a code where the account has none. Ends every other session and notifies the holder. Throws
   * `auth.confirmation-failed`, `auth.proof-expired`, `family.acting`.
   */
  async change(context: ActorContext, { confirmation, password }: BodyOf<typeof changePassword>): Promise<undefined> {
    const { transactions, accounts, hospitals, endings, notify, confirmPerson } = this.deps;
    const { accountId, sessionId, actingFor } = context.actor;
    if (actingFor) throw new AppError('family.acting', 'not allowed while acting for a dependant');
    await confirmPerson.byPassword(context, confirmation);
    const own = await transactions.run(context, async (tx) => {
      const holder = await accounts.byId(tx, accountId);
      if (!holder) throw new AppError('resource.not-found', 'account not found');
      if (confirmation.password === undefined && hasPassword(holder.passwordHash))
        throw new AppError('auth.confirmation-failed', 'current password is required');
      return namesOf(holder, await hospitals.current(tx));
    });
    const fields = objectionToPassword({ own, password });
    if (fields.length > 0) throw new AppError('validation.failed', 'password does not meet the rules', { fields });
    const passwordHash = await hashPassword(password, context.address);
    await transactions.run(context, async (tx) => {
      await confirmPerson.byProof(tx, context, confirmation);
      await accounts.setPassword(tx, accountId, passwordHash);
      await endings.endOthers(tx, { id: sessionId, accountId }, 'password-changed');
      await tx.audit('account.password-changed', { entity: 'account', entityId: accountId });
      await notify.notify(tx, {
        to: { accountId },
        template: 'account.password-changed',
        facts: { at: tx.now.toISOString() },
        link: '/account/security',
      });
    });
    return undefined;
  }
}
