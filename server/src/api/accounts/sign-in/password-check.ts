import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Turns } from '../../../platform/limits/turns.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountHolder, AccountsRepository } from '../accounts.repository.ts';
import type { AttemptsRepository } from './attempts.repository.ts';
import { failuresAllowed, failuresCountedFor } from './sign-in.policy.ts';
import { passwordMatches } from './passwords.ts';

interface PasswordCheckDeps {
  transactions: Transactions;
  accounts: AccountsRepository;
  attempts: AttemptsRepository;
}

/**
 * Checks a signed-in person’s password again, outside any transaction because the hash is slow. Failures are counted before it and the refusal is
 * written after it.
 * Attempts of one session run one by one, so that none escapes the count. They count by session, so a guesser at the sign-in page cannot stop a
 * doctor from signing.
 */
export class PasswordCheck extends Service<PasswordCheckDeps> {
  readonly #turns = new Turns();

  /** Throws `auth.confirmation-failed`, or `request.rate-limited` after too many failures in this session. */
  run(
    context: HospitalContext,
    { accountId, sessionId, password }: { accountId: string; sessionId: string; password: string },
  ): Promise<AccountHolder> {
    return this.#turns.take(sessionId, async () => {
      const { holder, failures } = await this.deps.transactions.run(context, async (tx) => ({
        holder: await this.deps.accounts.byId(tx, accountId),
        failures: await this.deps.attempts.failuresSince(
          tx,
          sessionId,
          new Date(tx.now.getTime() - failuresCountedFor),
        ),
      }));
      if (failures >= failuresAllowed) return this.#refuse(context, sessionId, 'request.rate-limited');
      const matches = await passwordMatches(holder?.passwordHash ?? null, password, context.address);
      if (!matches || holder?.status !== 'active') return this.#refuse(context, sessionId, 'auth.confirmation-failed');
      return holder;
    });
  }

  async #refuse(context: HospitalContext, sessionId: string, code: ErrorCode): Promise<never> {
    await this.deps.transactions.run(context, (tx) =>
      tx.audit('session.refused', { entity: 'confirmation', entityId: sessionId, outcome: 'denied', code }),
    );
    throw new AppError(code, 'password confirmation failed');
  }
}
