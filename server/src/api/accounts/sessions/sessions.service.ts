import { createHmac } from 'node:crypto';
import type { BodyOf } from '@yunzhen/shared/core/route';
import type { signIn } from '@yunzhen/shared/accounts/auth.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext, RequestContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import type { PasswordCheck } from '../sign-in/password-check.ts';
import type { OpenedSession } from './session-opening.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface SessionsServiceDeps extends AccountsPart<'transactions' | 'hospitals' | 'opening'> {
  passwords: PasswordCheck;
  /** Keys the digest that stands for an e-mail address in the audit when nobody has an account under it. */
  digestKey: Buffer;
}

/** What passwords open: a session, or a signature within one. */
export class SessionsService extends Service<SessionsServiceDeps> {
  /**
   * Opens a session. A wrong password and an unknown address get the same `auth.invalid-credentials` after the same time,
   * and the same `request.rate-limited` after too many failures.
   */
  async signIn(context: RequestContext, request: BodyOf<typeof signIn>): Promise<OpenedSession> {
    const hospital = await this.deps.hospitals.bySlug(request.hospital, context.requestId);
    if (!hospital) throw new AppError('auth.invalid-credentials', 'no such hospital');
    const here = { ...context, hospitalId: hospital.id, actor: null };
    const { email, phone } = request;
    const who = phone === undefined ? { email: email ?? '' } : { phone };
    const holder = await this.deps.passwords.run(here, {
      entity: 'sign-in',
      who,
      subject: (found) => found?.id ?? this.#digestOf(phone ?? email ?? ''),
      password: request.password,
      refuseWith: 'auth.invalid-credentials',
    });
    return this.deps.transactions.run(here, (tx) => this.deps.opening.open(tx, holder));
  }

  /**
   * Asks the signed-in person’s password again, as a signature does. Call it before opening the transaction that it
   * guards: the hash takes its time and the refusal is written in a transaction of its own. Throws
   * `auth.confirmation-failed`, or `request.rate-limited` after too many failures in this session.
   */
  async confirmPassword(context: ActorContext, password: string): Promise<void> {
    await this.deps.passwords.run(context, {
      entity: 'confirmation',
      who: { accountId: context.actor.accountId },
      // By session, so that a stranger who guesses at the sign-in page can't keep a doctor from signing.
      subject: () => context.actor.sessionId,
      password,
      refuseWith: 'auth.confirmation-failed',
    });
  }

  #digestOf(email: string): string {
    return createHmac('sha256', this.deps.digestKey).update(email).digest('hex').slice(0, 32);
  }
}
