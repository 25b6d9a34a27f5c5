import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { askForEnrolmentCode, SecondFactorState } from '@yunzhen/shared/accounts/second-factor.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { proofLifetime } from '../codes/code.policy.ts';
import type { CodesService } from '../codes/codes.service.ts';
import { maskedContact } from '../codes/masked-contact.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface FirstFactorServiceDeps extends AccountsPart<'transactions' | 'factors'> {
  codes: CodesService;
}

/**
 * The proof that a first factor needs beside the password, which may be stolen: a code that an administrator hands over, because a person who reads the
 * mail of an account can set its password too. For a new account the link of its invitation, or a code that was sent to it, is enough.
 */
export class FirstFactorService extends Service<FirstFactorServiceDeps> {
  /**
   * Sends a code. Throws `auth.second-factor-required` once the account has a factor, `auth.first-factor-unproven` where an administrator hands the code
   * over, and as `CodesService.sendOwn`.
   */
  askForCode(
    context: ActorContext,
    wanted: BodyOf<typeof askForEnrolmentCode>,
  ): Promise<ResponseOf<typeof askForEnrolmentCode>> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#requireNone(tx, context.actor);
      if (!(await this.deps.factors.mayProveByMessage(tx, context.actor.accountId)))
        throw new AppError('auth.first-factor-unproven', 'an administrator must hand the code over');
      return this.deps.codes.sendOwn(tx, context, 'enrol', wanted);
    });
  }

  /** Uses up the code and records that the session gave the proof. Returns false for a wrong code. */
  async take(tx: Tx, actor: Actor, code: string): Promise<boolean> {
    const { factors, codes } = this.deps;
    await this.#requireNone(tx, actor);
    if (!(await codes.takeOwn(tx, actor.accountId, 'enrol', code))) return false;
    await factors.setEnrolmentProvenAt(tx, actor.sessionId);
    await tx.audit('second-factor.enrolment-proven', { entity: 'session', entityId: actor.sessionId });
    return true;
  }

  /** Throws `auth.first-factor-unproven` unless this session gave the proof. */
  async require(tx: Tx, actor: Actor): Promise<void> {
    if (!(await this.#isProven(tx, actor)))
      throw new AppError('auth.first-factor-unproven', 'a first factor needs a code beside the password');
  }

  /** Returns the contacts that a code can be sent to, masked; null when no code is needed. */
  async missing(tx: Tx, actor: Actor, hasFactor: boolean): Promise<SecondFactorState['firstFactor']> {
    if (hasFactor || (await this.#isProven(tx, actor))) return null;
    if (!(await this.deps.factors.mayProveByMessage(tx, actor.accountId))) return { contacts: [] };
    const reached = await this.deps.codes.contactsOf(tx, actor.accountId);
    const contacts = reached.map((target) => ({ channel: target.channel, to: maskedContact(target) }));
    return { contacts };
  }

  async #isProven(tx: Tx, { sessionId }: Actor): Promise<boolean> {
    const at = await this.deps.factors.enrolmentProvenAt(tx, sessionId);
    return at !== null && tx.now.getTime() - at.getTime() < proofLifetime;
  }

  async #requireNone(tx: Tx, { accountId }: Actor): Promise<void> {
    if ((await this.deps.factors.of(tx, accountId)).length > 0)
      throw new AppError('auth.second-factor-required', 'account has a second factor', { facts: { enrolled: true } });
  }
}
