import type { BodyOf } from '@yunzhen/shared/core/route';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';
import type { changeContact, resetPassword, signInByCode } from '@yunzhen/shared/accounts/one-time-codes.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext, RequestContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { accountOf } from '../account-view.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import { namesOf } from '../sign-in/names-of.ts';
import { objectionToPassword } from '../sign-in/sign-in.policy.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import type { OpenedSession } from '../sessions/session-opening.ts';
import { maskedContact } from './masked-contact.ts';
import type { CodePurpose } from './one-time-code.entity.ts';
import type { CodesService, Proven } from './codes.service.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface ProofsServiceDeps extends AccountsPart<
  'transactions' | 'accounts' | 'agreements' | 'endings' | 'factors' | 'hospitals' | 'opening' | 'notify'
> {
  codes: CodesService;
}

/** Uses proofs, each once: for a session, a new password or another contact. */
export class ProofsService extends Service<ProofsServiceDeps> {
  /** Opens a session. Throws `auth.proof-expired`. */
  async signIn(context: RequestContext, request: BodyOf<typeof signInByCode>): Promise<OpenedSession> {
    const here = await this.deps.hospitals.asStranger(context, request.hospital);
    return this.deps.transactions.run(here, async (tx) => {
      const { holder, proven } = await this.#holder(tx, 'sign-in', request.proof);
      if (!holder.roles.includes('patient'))
        throw new AppError('auth.proof-expired', 'proof belongs to an account that is not a patient');
      await this.deps.codes.use(tx, proven, holder.id);
      await this.deps.accounts.confirmContact(tx, holder.id, proven.channel);
      return this.deps.opening.open(tx, holder);
    });
  }

  /** Sets the password, ends every session of the account, notifies its holder, and opens a session. Throws `auth.proof-expired`. */
  async resetPassword(context: RequestContext, request: BodyOf<typeof resetPassword>): Promise<OpenedSession> {
    const here = await this.deps.hospitals.asStranger(context, request.hospital);
    const passwordHash = await hashPassword(request.password, context.address);
    return this.deps.transactions.run(here, async (tx) => {
      const { holder, proven } = await this.#holder(tx, 'reset-password', request.proof);
      const fields = objectionToPassword({
        own: namesOf(holder, await this.deps.hospitals.current(tx)),
        password: request.password,
      });
      if (fields.length > 0) throw new AppError('validation.failed', 'password does not meet the rules', { fields });
      await this.deps.codes.use(tx, proven, holder.id);
      await this.deps.accounts.confirmContact(tx, holder.id, proven.channel);
      await this.deps.accounts.setPassword(tx, holder.id, passwordHash);
      await this.deps.endings.endAll(tx, holder.id, 'signed-out');
      await tx.audit('account.password-reset', { entity: 'account', entityId: holder.id });
      await this.deps.notify.notify(tx, {
        to: { accountId: holder.id },
        template: 'account.password-changed',
        facts: { at: tx.now.toISOString() },
        link: '/sign-in',
      });
      const link = await this.deps.factors.mayProveByMessage(tx, holder.id);
      return this.deps.opening.open(tx, holder, { link });
    });
  }

  /** Sets the proven address as the account’s contact. Throws `auth.proof-expired`, and `auth.contact-taken` when another account has it now. */
  async changeContact(context: ActorContext, request: BodyOf<typeof changeContact>): Promise<Account> {
    return this.deps.transactions.command(context, 'changeContact', async (tx) => {
      const { accountId, actingFor } = context.actor;
      if (actingFor) throw new AppError('family.acting', 'not allowed while acting for a dependant');
      const proven = await this.deps.codes.open(tx, 'change-contact', request.proof);
      if (proven.used || proven.accountId !== accountId)
        throw new AppError('auth.proof-expired', 'proof belongs to another account or has already been used');
      const before = await this.deps.accounts.byId(tx, accountId);
      if (!before) throw new AppError('resource.not-found', 'account not found');
      await this.deps.codes.use(tx, proven, accountId);
      // Notify the old contact first, while it still belongs to the account.
      const facts = { at: tx.now.toISOString(), contact: maskedContact(proven) };
      await this.deps.notify.notify(tx, {
        to: { accountId },
        template: 'account.contact-changed',
        facts,
        link: '/account',
      });
      const taken = !(await this.deps.accounts.setContact(tx, accountId, proven.channel, proven.address));
      if (taken) throw new AppError('auth.contact-taken', 'contact belongs to another account');
      await tx.audit('account.contact-changed', {
        entity: 'account',
        entityId: accountId,
        details: { channel: proven.channel },
      });
      const after = await this.deps.accounts.byId(tx, accountId);
      const own = after ?? before;
      const due = await this.deps.agreements.due(tx, own);
      return accountOf(own, await this.deps.hospitals.current(tx), null, due);
    });
  }

  async #holder(tx: Tx, purpose: CodePurpose, proof: string): Promise<{ holder: AccountHolder; proven: Proven }> {
    const proven = await this.deps.codes.open(tx, purpose, proof);
    const { channel, address } = proven;
    const holder =
      channel === 'mail'
        ? await this.deps.accounts.byEmail(tx, address)
        : await this.deps.accounts.byPhone(tx, address);
    if (proven.used || holder?.status !== 'active')
      throw new AppError('auth.proof-expired', 'proof has already been used or has no active account');
    return { holder, proven };
  }
}
