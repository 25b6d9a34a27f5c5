import type { PersonConfirmation } from '@yunzhen/shared/accounts/person-confirmation.schemas';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { CodesService } from '../codes/codes.service.ts';

interface PersonConfirmationCheckDeps {
  confirmPassword: (context: ActorContext, password: string) => Promise<void>;
  codes: CodesService;
}

/**
 * Confirms that the signed-in person is present, before a sensitive action: by their password, or by the proof of a code sent to their own address.
 * A password is checked before the transaction, because its hash is slow; a proof within it, because it is valid once.
 */
export class PersonConfirmationCheck extends Service<PersonConfirmationCheckDeps> {
  /** Throws `auth.confirmation-failed`, or `request.rate-limited` after too many attempts. Does nothing when a proof is given. */
  async byPassword(context: ActorContext, { password }: PersonConfirmation): Promise<void> {
    if (password !== undefined) await this.deps.confirmPassword(context, password);
  }

  /** Uses the proof. Throws `auth.proof-expired` for one that is old, used or of another account. Does nothing when a password is given. */
  async byProof(tx: Tx, { actor }: ActorContext, { proof }: PersonConfirmation): Promise<void> {
    if (proof === undefined) return;
    const proven = await this.deps.codes.open(tx, 'confirm', proof);
    if (proven.used || proven.accountId !== actor.accountId)
      throw new AppError('auth.proof-expired', 'proof belongs to another account or has already been used');
    await this.deps.codes.use(tx, proven, actor.accountId);
  }
}
