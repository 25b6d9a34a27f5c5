import type { BodyOf } from '@yunzhen/shared/core/route';
import type { Account, updateAccount } from '@yunzhen/shared/accounts/auth.contract';
import type { signUp } from '@yunzhen/shared/accounts/sign-up.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext, RequestContext } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { Service } from '../../platform/service.ts';
import { accountOf, pendingAccountOf } from './account-view.ts';
import type { AccountHolder } from './accounts.repository.ts';
import { namesOf } from './sign-in/names-of.ts';
import { objectionsTo } from './sign-in/sign-in.policy.ts';
import type { CodesService, Proven } from './codes/codes.service.ts';
import { hashPassword, noPassword } from './sign-in/passwords.ts';
import type { OpenedSession } from './sessions/session-opening.ts';
import type { AccountsPart } from './accounts-part.ts';

type SignUp = BodyOf<typeof signUp>;

interface AccountsServiceDeps extends AccountsPart<
  'transactions' | 'accounts' | 'agreements' | 'hospitals' | 'opening' | 'clock' | 'acting'
> {
  codes: CodesService;
}

/** Accounts: a patient’s sign-up, and what people see and change of their own account. */
export class AccountsService extends Service<AccountsServiceDeps> {
  /**
   * Creates the account for a proven address, its patient and a first session, all or nothing.
   * Throws `account.agreement-needed`, `auth.proof-expired` and `auth.email-taken`. A retry with the same proof and idempotency key gets a new session of the same account.
   */
  async signUp(context: RequestContext, request: SignUp): Promise<OpenedSession> {
    const hospital = await this.deps.hospitals.bySlug(request.hospital, context.requestId);
    if (!hospital) throw new AppError('resource.not-found', 'hospital not found');
    const here = { ...context, hospitalId: hospital.id, actor: null };
    const passwordHash =
      request.password === undefined ? noPassword : await hashPassword(request.password, context.address);
    return this.deps.transactions.run(here, async (tx) => {
      const proven = await this.deps.codes.open(tx, 'sign-up', request.proof);
      if (proven.used) return this.deps.opening.open(tx, await this.#madeBefore(tx, proven.accountId));
      const { password, birthDate, name, nameLatin } = request;
      const own = namesOf(
        { email: proven.address, phone: request.phone, displayName: name, displayNameLatin: nameLatin },
        hospital,
      );
      const today = dayIn(hospital.timeZone, this.deps.clock.now());
      const fields = objectionsTo({ own, password, birthDate }, today);
      if (fields.length > 0) throw new AppError('validation.failed', 'account details are not valid', { fields });
      const agreed = await this.deps.agreements.requireCurrent(tx, request.agreed);
      const holder = await this.#create(tx, request, proven, passwordHash);
      await this.deps.agreements.give(tx, holder.id, agreed, request.locale);
      return this.deps.opening.open(tx, holder);
    });
  }

  async #create(tx: Tx, request: SignUp, proven: Proven, passwordHash: string): Promise<AccountHolder> {
    const { name, nameLatin, birthDate, sex, locale } = request;
    const { channel, address } = proven;
    const accountId = newId();
    const patientId = newId();
    const added = await this.deps.accounts.add(tx, {
      id: accountId,
      email: channel === 'mail' ? address : null,
      phone: channel === 'sms' ? address : null,
      passwordHash,
      roles: ['patient'],
      displayName: name,
      displayNameLatin: nameLatin,
      locale,
    });
    if (!added) throw new AppError('auth.email-taken', 'contact address already belongs to an account');
    await this.deps.accounts.confirmContact(tx, accountId, channel);
    const phone = request.phone ?? (channel === 'sms' ? address : null);
    await this.deps.accounts.addPatient(tx, { id: patientId, accountId, name, nameLatin, birthDate, sex, phone });
    await this.deps.codes.use(tx, proven, accountId);
    const key = tx.context.idempotencyKey;
    if (key) await this.deps.accounts.rememberSignUp(tx, accountId, key);
    await tx.audit('account.created', { entity: 'account', entityId: accountId, patientId });
    const holder = await this.deps.accounts.byId(tx, accountId);
    if (!holder) throw new Error('account is missing after it was created');
    return holder;
  }

  /** Returns the account that an earlier attempt of this request created, when its answer was lost. */
  async #madeBefore(tx: Tx, accountId: string | null): Promise<AccountHolder> {
    const key = tx.context.idempotencyKey;
    const mine = accountId && key && (await this.deps.accounts.wasMadeBy(tx, accountId, key));
    const holder = mine ? await this.deps.accounts.byId(tx, accountId) : null;
    if (holder?.status !== 'active') throw new AppError('auth.proof-expired', 'proof has already been used');
    return holder;
  }

  read(context: ActorContext): Promise<Account> {
    return this.deps.transactions.run(context, (tx) => this.#own(tx, context));
  }

  update(context: ActorContext, change: BodyOf<typeof updateAccount>): Promise<Account> {
    return this.deps.transactions.command(context, 'updateAccount', async (tx) => {
      const { accountId } = context.actor;
      const { locale = change.wishes?.language, wishes } = change;
      if (locale) await this.deps.accounts.setLocale(tx, accountId, locale);
      if (wishes) await this.deps.accounts.wish(tx, accountId, wishes);
      const changed = [...(locale ? ['locale'] : []), ...Object.keys(wishes ?? {})].join(' ');
      if (changed) await tx.audit('account.updated', { entity: 'account', entityId: accountId, details: { changed } });
      return this.#own(tx, context);
    });
  }

  async #own(tx: Tx, context: ActorContext): Promise<Account> {
    const holder = await this.deps.accounts.byId(tx, context.actor.accountId);
    if (!holder) throw new AppError('resource.not-found', 'account not found');
    const { actingFor, accountId, factorPending } = context.actor;
    const dependant = actingFor ? await this.deps.acting.dependant(tx, accountId, actingFor.patientId) : null;
    const due = await this.deps.agreements.due(tx, holder);
    const account = accountOf(holder, await this.deps.hospitals.current(tx), dependant, due);
    return factorPending ? pendingAccountOf(account) : account;
  }
}
