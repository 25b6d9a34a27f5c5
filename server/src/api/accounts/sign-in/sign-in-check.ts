import { createHmac, hkdfSync } from 'node:crypto';
import { AppError } from '@yunzhen/shared/core/errors';
import type { HospitalContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { networkOf } from '../../../platform/limits/network-of.ts';
import { Turns } from '../../../platform/limits/turns.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsPart } from '../accounts-part.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import type { AttemptsRepository, TryOrigin } from './attempts.repository.ts';
import { failuresToNotify, notifyAgainAfter, triesCountedFor, waitBeforeTry } from './lockout.policy.ts';
import { passwordMatches } from './passwords.ts';

interface SignInCheckDeps extends AccountsPart<'transactions' | 'accounts' | 'devices' | 'notify' | 'settings'> {
  attempts: AttemptsRepository;
}

export interface SignInTry {
  who: { email: string } | { phone: string };
  password: string;
  /** The browser’s known-device cookie. */
  deviceCookie: string | undefined;
}

interface Asked {
  holder: AccountHolder | null;
  /** The account, or a digest of an address without one: the address itself never reaches the audit. */
  subject: string;
  origin: TryOrigin;
}

/**
 * Checks the password of a sign-in. Failures count by account and origin, so a guesser delays only themselves; a known browser has its own count.
 * Waits grow with the failures (`lockout.policy.ts`).
 */
export class SignInCheck extends Service<SignInCheckDeps> {
  readonly #turns = new Turns();
  readonly #digestKey: Buffer;

  constructor(deps: SignInCheckDeps) {
    super(deps);
    const secret = deps.settings.ACCESS_TOKEN_SECRET;
    this.#digestKey = Buffer.from(hkdfSync('sha256', secret, '', 'sign-in address digest', 32));
  }

  /**
   * Returns the holder. A wrong password and an unknown address get the same `auth.invalid-credentials` after the same time, and the same
   * `request.rate-limited` with the seconds to wait.
   */
  async run(context: HospitalContext, given: SignInTry): Promise<AccountHolder> {
    const asked = await this.deps.transactions.run(context, (tx) => this.#ask(tx, given));
    const origin = 'device' in asked.origin ? asked.origin.device : asked.origin.network;
    return this.#turns.take(JSON.stringify([asked.subject, origin]), () => this.#try(context, asked, given.password));
  }

  async #ask(tx: Tx, { who, deviceCookie }: SignInTry): Promise<Asked> {
    const { accounts, devices } = this.deps;
    const holder = 'email' in who ? await accounts.byEmail(tx, who.email) : await accounts.byPhone(tx, who.phone);
    const device = holder && devices.knows(holder, tx.now, deviceCookie);
    return {
      holder,
      subject: holder?.id ?? this.#digestOf('email' in who ? who.email : who.phone),
      origin: device ? { device } : { network: networkOf(tx.context.address ?? '') },
    };
  }

  async #try(context: HospitalContext, asked: Asked, password: string): Promise<AccountHolder> {
    const wait = await this.deps.transactions.run(context, (tx) => this.#waitOf(tx, asked));
    if (wait > 0) {
      await this.deps.transactions.run(context, (tx) => this.#note(tx, asked, 'request.rate-limited'));
      const facts = { retryAfterSeconds: Math.ceil(wait / 1000) };
      throw new AppError('request.rate-limited', 'too many failed sign-ins', { facts });
    }
    const { holder } = asked;
    const matches = await passwordMatches(holder?.passwordHash ?? null, password, context.address);
    if (matches && holder?.status === 'active') return holder;
    await this.deps.transactions.run(context, async (tx) => {
      await this.#note(tx, asked, 'auth.invalid-credentials');
      if (holder && 'network' in asked.origin) await this.#notify(tx, asked, holder);
    });
    throw new AppError('auth.invalid-credentials', 'sign-in details are wrong');
  }

  async #waitOf(tx: Tx, { subject, origin }: Asked): Promise<number> {
    const since = new Date(tx.now.getTime() - triesCountedFor);
    const { here, unknown } = await this.deps.attempts.triesSince(tx, subject, origin, since);
    return waitBeforeTry(here, 'device' in origin ? null : unknown, tx.now);
  }

  #note(tx: Tx, { subject, origin }: Asked, code: 'request.rate-limited' | 'auth.invalid-credentials'): Promise<void> {
    const refusal = { outcome: 'denied', code, details: { ...origin } } as const;
    return tx.audit('session.refused', { entity: 'sign-in', entityId: subject, ...refusal });
  }

  /** Notifies the holder of failures at unknown browsers, at most once a day. */
  async #notify(tx: Tx, { subject, origin }: Asked, holder: AccountHolder): Promise<void> {
    const since = new Date(tx.now.getTime() - triesCountedFor);
    const { unknown } = await this.deps.attempts.triesSince(tx, subject, origin, since);
    if (unknown.count < failuresToNotify) return;
    if (
      !(await this.deps.accounts.markNotifiedOfFailures(tx, holder.id, new Date(tx.now.getTime() - notifyAgainAfter)))
    )
      return;
    await this.deps.notify.notify(tx, {
      to: { accountId: holder.id },
      template: 'account.sign-in-failures',
      facts: { at: tx.now.toISOString(), count: String(unknown.count) },
      link: '/account/security',
    });
  }

  #digestOf(address: string): string {
    return createHmac('sha256', this.#digestKey).update(address).digest('hex').slice(0, 32);
  }
}
