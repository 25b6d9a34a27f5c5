import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { AccountHolder, AccountsRepository } from '../accounts.repository.ts';
import type { AttemptsRepository } from './attempts.repository.ts';
import { failuresAllowed, failuresCountedFor } from './sign-in.policy.ts';
import { passwordMatches } from './passwords.ts';

export interface PasswordAttempt {
  /** What is tried, as the audit names it. */
  entity: 'sign-in' | 'confirmation';
  /** The account by its e-mail address, phone or id. */
  who: { email: string } | { phone: string } | { accountId: string };
  /** What failures are counted by. The address itself never gets into the audit: an unknown one is told by its digest. */
  subject: (holder: AccountHolder | null) => string;
  password: string;
  refuseWith: Extract<ErrorCode, 'auth.invalid-credentials' | 'auth.confirmation-failed'>;
}

/**
 * Checks a password outside of any transaction, since the hash takes its time: counts failures before it, writes the
 * refusal after it. Guesses at one account that arrive at once are checked one by one, so that none slips past the count.
 */
export class PasswordCheck {
  readonly #transactions: Transactions;
  readonly #accounts: AccountsRepository;
  readonly #attempts: AttemptsRepository;
  readonly #lastOf = new Map<string, Promise<unknown>>();

  constructor(transactions: Transactions, accounts: AccountsRepository, attempts: AttemptsRepository) {
    this.#transactions = transactions;
    this.#accounts = accounts;
    this.#attempts = attempts;
  }

  /** The holder whose password it is; throws the attempt’s code, or `request.rate-limited` after too many failures. */
  run(context: HospitalContext, attempt: PasswordAttempt): Promise<AccountHolder> {
    const line = JSON.stringify([context.hospitalId, attempt.entity, attempt.who]);
    const before = this.#lastOf.get(line) ?? Promise.resolve();
    const turn = before.then(
      () => this.#try(context, attempt),
      () => this.#try(context, attempt),
    );
    this.#lastOf.set(line, turn);
    const leave = () => {
      if (this.#lastOf.get(line) === turn) this.#lastOf.delete(line);
    };
    turn.then(leave, leave);
    return turn;
  }

  async #try(context: HospitalContext, attempt: PasswordAttempt): Promise<AccountHolder> {
    const { who } = attempt;
    const { holder, subject, failures } = await this.#transactions.run(context, async (tx) => {
      const found =
        'email' in who
          ? await this.#accounts.byEmail(tx, who.email)
          : 'phone' in who
            ? await this.#accounts.byPhone(tx, who.phone)
            : await this.#accounts.byId(tx, who.accountId);
      const subjectId = attempt.subject(found);
      const since = new Date(tx.now.getTime() - failuresCountedFor);
      return {
        holder: found,
        subject: subjectId,
        failures: await this.#attempts.failuresSince(tx, subjectId, since),
      };
    });
    if (failures >= failuresAllowed) return this.#refuse(context, attempt, subject, 'request.rate-limited');
    const matches = await passwordMatches(holder?.passwordHash ?? null, attempt.password);
    if (!matches || holder?.status !== 'active') return this.#refuse(context, attempt, subject, attempt.refuseWith);
    return holder;
  }

  async #refuse(context: HospitalContext, attempt: PasswordAttempt, subject: string, code: ErrorCode): Promise<never> {
    await this.#transactions.run(context, (tx) =>
      tx.audit('session.refused', { entity: attempt.entity, entityId: subject, outcome: 'denied', code }),
    );
    throw new AppError(code, `${attempt.entity} refused`);
  }
}
