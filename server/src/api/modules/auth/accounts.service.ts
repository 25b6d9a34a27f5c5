import type { BodyOf } from '@yunzhen/shared/contract/route';
import type { Account, signUp, updateAccount } from '@yunzhen/shared/contract/auth';
import { AppError } from '@yunzhen/shared/errors';
import { dayIn, type Clock } from '../../../platform/clock.ts';
import type { ActorContext, HospitalContext, RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { accountOf } from './account-view.ts';
import type { AccountHolder, AccountsRepository } from './accounts.repository.ts';
import { objectionsTo } from './auth.policy.ts';
import type { HospitalsService } from './hospitals.service.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import type { OpenedSession, SessionOpening } from './session-opening.ts';

type SignUp = BodyOf<typeof signUp>;

/** Accounts: a patient’s sign-up, and what people see and change of their own. */
export class AccountsService {
  readonly #transactions: Transactions;
  readonly #accounts: AccountsRepository;
  readonly #hospitals: HospitalsService;
  readonly #opening: SessionOpening;
  readonly #clock: Clock;

  constructor(parts: {
    transactions: Transactions;
    accounts: AccountsRepository;
    hospitals: HospitalsService;
    opening: SessionOpening;
    clock: Clock;
  }) {
    this.#transactions = parts.transactions;
    this.#accounts = parts.accounts;
    this.#hospitals = parts.hospitals;
    this.#opening = parts.opening;
    this.#clock = parts.clock;
  }

  /**
   * Creates the account, its patient and a first session, all or nothing. Throws `auth.email-taken`; only a repeat with
   * the same idempotency key and password is let in, with a session of its own.
   */
  async signUp(context: RequestContext, request: SignUp): Promise<OpenedSession> {
    const hospital = await this.#hospitals.bySlug(request.hospital, context.requestId);
    if (!hospital) throw new AppError('resource.not-found', 'no such hospital');
    const fields = objectionsTo(request, dayIn(hospital.timeZone, this.#clock.now()));
    if (fields.length > 0) throw new AppError('validation.failed', 'account refused', { fields });
    const here = { ...context, hospitalId: hospital.id, actor: null };
    const passwordHash = await hashPassword(request.password);
    const opened = await this.#transactions.run(here, async (tx) => {
      const holder = await this.#create(tx, request, passwordHash);
      return holder && this.#opening.open(tx, holder);
    });
    return opened ?? this.#repeat(here, request);
  }

  async #create(tx: Tx, request: SignUp, passwordHash: string): Promise<AccountHolder | null> {
    const { email, name, nameLatin, birthDate, sex, locale } = request;
    const accountId = newId();
    const patientId = newId();
    const added = await this.#accounts.add(tx, {
      id: accountId,
      email,
      passwordHash,
      roles: ['patient'],
      displayName: name,
      displayNameLatin: nameLatin,
      locale,
    });
    if (!added) return null;
    const phone = request.phone ?? null;
    await this.#accounts.addPatient(tx, { id: patientId, accountId, name, nameLatin, birthDate, sex, phone });
    const key = tx.context.idempotencyKey;
    if (key) await this.#accounts.rememberSignUp(tx, accountId, key);
    await tx.audit('account.created', { entity: 'account', entityId: accountId, patientId });
    return this.#accounts.byId(tx, accountId);
  }

  async #repeat(here: HospitalContext, request: SignUp): Promise<OpenedSession> {
    const key = here.idempotencyKey;
    const holder = await this.#transactions.run(here, async (tx) => {
      const found = await this.#accounts.byEmail(tx, request.email);
      return found && key && (await this.#accounts.wasMadeBy(tx, found.id, key)) ? found : null;
    });
    if (!holder || !(await passwordMatches(holder.passwordHash, request.password))) {
      throw new AppError('auth.email-taken', 'e-mail address is taken');
    }
    return this.#transactions.run(here, (tx) => this.#opening.open(tx, holder));
  }

  read(context: ActorContext): Promise<Account> {
    return this.#transactions.run(context, (tx) => this.#own(tx, context));
  }

  update(context: ActorContext, change: BodyOf<typeof updateAccount>): Promise<Account> {
    return this.#transactions.command(context, 'updateAccount', async (tx) => {
      const { accountId } = context.actor;
      if (change.locale) {
        await this.#accounts.setLocale(tx, accountId, change.locale);
        await tx.audit('account.updated', { entity: 'account', entityId: accountId });
      }
      return this.#own(tx, context);
    });
  }

  async #own(tx: Tx, context: ActorContext): Promise<Account> {
    const holder = await this.#accounts.byId(tx, context.actor.accountId);
    if (!holder) throw new AppError('resource.not-found', 'account is gone');
    return accountOf(holder, await this.#hospitals.current(tx));
  }
}
