import type { PersonConfirmation } from '@yunzhen/shared/accounts/person-confirmation.schemas';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { CodesService } from '../codes/codes.service.ts';

/**
 * Whether the signed-in person is really there, asked again before something weighty: by their password, or by the proof of a code that went to
 * their own address. A password is checked before the transaction, since its hash takes time; a proof within it, since it is good once.
 */
export class PersonConfirmationCheck {
  readonly #confirmPassword: (context: ActorContext, password: string) => Promise<void>;
  readonly #codes: CodesService;

  constructor(confirmPassword: (context: ActorContext, password: string) => Promise<void>, codes: CodesService) {
    this.#confirmPassword = confirmPassword;
    this.#codes = codes;
  }

  /** Throws `auth.confirmation-failed`, or `request.rate-limited` after too many tries. Does nothing where a proof is given. */
  async byPassword(context: ActorContext, { password }: PersonConfirmation): Promise<void> {
    if (password !== undefined) await this.#confirmPassword(context, password);
  }

  /** Uses the proof up. Throws `auth.proof-expired` for one that is old, used or another’s. Does nothing where a password is given. */
  async byProof(tx: Tx, { actor }: ActorContext, { proof }: PersonConfirmation): Promise<void> {
    if (proof === undefined) return;
    const proven = await this.#codes.open(tx, 'confirm', proof);
    if (proven.used || proven.accountId !== actor.accountId)
      throw new AppError('auth.proof-expired', 'not this account’s');
    await this.#codes.use(tx, proven, actor.accountId);
  }
}
