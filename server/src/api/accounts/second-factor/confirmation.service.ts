import type { BodyOf } from '@yunzhen/shared/core/route';
import type { confirmSession, SecondFactorState } from '@yunzhen/shared/accounts/second-factor.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { isStaff } from '@yunzhen/shared/core/permission';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AttemptsRepository } from '../sign-in/attempts.repository.ts';
import { failuresAllowed, failuresCountedFor } from '../sign-in/sign-in.policy.ts';
import { signingMinutesOf, trustDeviceDaysOf } from '../../administration/index.ts';
import { codeAt, matchingStep, stepAt } from './one-time-code.ts';
import type { FirstFactorService } from './first-factor.service.ts';
import { recoveryDigest } from './recovery-codes.ts';
import type { SecondFactorRow } from './second-factor.entity.ts';
import type { AccountsPart } from '../accounts-part.ts';

type Proof = BodyOf<typeof confirmSession>;

interface ConfirmationServiceDeps extends AccountsPart<
  'transactions' | 'factors' | 'hospitals' | 'passkeys' | 'keyEncryption' | 'sessions' | 'notify'
> {
  attempts: AttemptsRepository;
  firstFactor: FirstFactorService;
  demo: boolean;
}

/** The encryption context that binds an authenticator’s secret to its row. */
export const authenticatorContext = (factorId: string) => `second-factor/${factorId}`;

/** Returns whether the last factor must stay: staff cannot sign in without one. */
export const mustKeepOne = ({ roles, factorPending }: Actor) => factorPending === true || isStaff(roles);

/** Checks second factors. They let staff sign in, and allow a session signatures and other sensitive actions for some minutes. */
export class ConfirmationService extends Service<ConfirmationServiceDeps> {
  /**
   * Throws `auth.second-factor-required` unless this session gave a second factor within the hospital’s time limit. Call it in the transaction that
   * it guards. The error’s `enrolled` says whether the account has any factor.
   */
  async confirmSigner(tx: Tx, actor: Actor): Promise<void> {
    if ((await this.#confirmedUntil(tx, actor)) !== null) return;
    const enrolled = (await this.deps.factors.of(tx, actor.accountId)).length > 0;
    throw new AppError('auth.second-factor-required', 'no second factor was confirmed recently', {
      facts: { enrolled },
    });
  }

  /** Checks as `confirmSigner`, in a transaction of its own, before a request starts. */
  requireRecent(context: ActorContext): Promise<void> {
    return this.deps.transactions.run(context, (tx) => this.confirmSigner(tx, context.actor));
  }

  read(context: ActorContext): Promise<SecondFactorState> {
    return this.deps.transactions.run(context, (tx) => this.state(tx, context.actor));
  }

  async state(tx: Tx, actor: Actor): Promise<SecondFactorState> {
    const { factors, hospitals, passkeys } = this.deps;
    const rows = await factors.of(tx, actor.accountId);
    const until = await this.#confirmedUntil(tx, actor);
    const hospital = await hospitals.current(tx);
    return {
      factors: rows.map(({ id, kind, name, createdAt, lastUsedAt }) => ({
        id,
        kind,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      recoveryCodesLeft: await factors.codesLeft(tx, actor.accountId),
      confirmedUntil: until?.toISOString() ?? null,
      minutes: signingMinutesOf(hospital.settings),
      trustDays: trustDeviceDaysOf(hospital.settings),
      required: mustKeepOne(actor),
      passkeys: passkeys.possible,
      firstFactor: await this.deps.firstFactor.missing(tx, actor, rows.length > 0),
      demoCode: await this.#demoCode(tx, rows),
    };
  }

  async #confirmedUntil(tx: Tx, actor: Actor): Promise<Date | null> {
    const at = await this.deps.factors.confirmedAt(tx, actor.sessionId);
    if (!at) return null;
    const minutes = signingMinutesOf((await this.deps.hospitals.current(tx)).settings);
    const until = new Date(at.getTime() + minutes * MINUTE_MS);
    return until > tx.now ? until : null;
  }

  /** Returns the code of a demo account’s authenticator; null for every account outside demo mode. */
  async #demoCode(tx: Tx, rows: readonly SecondFactorRow[]): Promise<string | null> {
    const known = this.deps.demo ? rows.find((row) => row.demo && row.secretSealed !== null) : undefined;
    if (!known) return null;
    return this.#withSecret(known, (secret) => codeAt(secret, stepAt(tx.now)));
  }

  /**
   * Checks a factor, admits a session that waited for it, and allows it to sign.
   * Serialises attempts on one account and counts them over all its sessions, because an attacker here already has the password.
   * Throws `auth.second-factor-refused`, or `request.rate-limited` after too many failures.
   */
  async confirm(context: ActorContext, proof: Proof): Promise<SecondFactorState> {
    const { actor } = context;
    return this.attempt(context, async (tx) => {
      const rows = await this.deps.factors.of(tx, actor.accountId);
      const factorId = await this.#check(tx, actor, rows, proof);
      if (factorId === null) return null;
      await this.markConfirmed(tx, actor, proof.kind, factorId);
      return this.state(tx, actor);
    });
  }

  /** Runs a check that could be guessed; null is a failure and is counted. */
  async attempt<Value>(context: ActorContext, check: (tx: Tx) => Promise<Value | null>): Promise<Value> {
    const { transactions, factors, attempts } = this.deps;
    const { actor } = context;
    const subject = `second-factor/${actor.accountId}`;
    const outcome = await transactions.run(context, async (tx) => {
      await factors.lockAccount(tx, actor.accountId);
      const since = new Date(tx.now.getTime() - failuresCountedFor);
      const limited = (await attempts.failuresSince(tx, subject, since)) >= failuresAllowed;
      const value = limited ? null : await check(tx);
      if (value !== null) return { value };
      const code = limited ? ('request.rate-limited' as const) : ('auth.second-factor-refused' as const);
      await tx.audit('session.refused', { entity: 'second-factor', entityId: subject, outcome: 'denied', code });
      return { code };
    });
    if ('code' in outcome) throw new AppError(outcome.code, 'second factor check failed');
    return outcome.value;
  }

  async markConfirmed(tx: Tx, actor: Actor, kind: Proof['kind'], factorId: string | null): Promise<void> {
    await this.deps.factors.setConfirmedAt(tx, actor.sessionId, tx.now);
    if (actor.factorPending) await this.deps.sessions.letIn(tx, actor.sessionId);
    await tx.audit('second-factor.given', {
      entity: 'session',
      entityId: actor.sessionId,
      details: { kind, factorId },
    });
  }

  /** Returns the id of the factor, or the account id for a recovery code; null when the proof does not match. */
  async #check(tx: Tx, actor: Actor, rows: readonly SecondFactorRow[], proof: Proof): Promise<string | null> {
    const { factors, hospitals, passkeys } = this.deps;
    if (rows.length === 0) return null;
    if (proof.kind === 'recovery') return this.#useRecoveryCode(tx, actor, proof.code);
    if (proof.kind === 'totp') {
      for (const row of rows) {
        if (row.kind === 'totp' && (await this.takeCode(tx, row, proof.code))) return row.id;
      }
      return null;
    }
    const challenge = await factors.takeChallenge(tx, actor.sessionId, 'confirm');
    const passkey = rows.find((row) => row.kind === 'passkey' && row.credentialId === proof.response.id);
    if (!challenge || !passkey) return null;
    const { slug } = await hospitals.current(tx);
    const signCount = await passkeys.signed(proof.response, challenge, passkey, slug);
    if (signCount === null) return null;
    await factors.used(tx, passkey.id, { signCount });
    return passkey.id;
  }

  /** Notifies the holder, because a code on paper can be found. */
  async #useRecoveryCode(tx: Tx, { accountId }: Actor, code: string): Promise<string | null> {
    if (!(await this.deps.factors.useCode(tx, accountId, recoveryDigest(code)))) return null;
    const facts = { at: tx.now.toISOString() };
    const notice = { to: { accountId }, template: 'account.recovery-code-used', facts } as const;
    await this.deps.notify.notify(tx, { ...notice, link: '/account/security' });
    return accountId;
  }

  /** Returns whether the code belongs to this authenticator and is unused, and marks it as used. */
  async takeCode(tx: Tx, row: SecondFactorRow, code: string): Promise<boolean> {
    // The page shows a demo account’s code to everyone, so several people sign in with the same one.
    const before = row.demo ? null : row.lastStep;
    const lastStep = await this.#withSecret(row, (secret) => matchingStep(secret, code, tx.now, before));
    if (lastStep === null) return false;
    await this.deps.factors.used(tx, row.id, row.demo ? {} : { lastStep });
    return true;
  }

  async #withSecret<Value>(row: SecondFactorRow, use: (secret: Uint8Array) => Value): Promise<Value> {
    const secret = await this.deps.keyEncryption.open(row.secretSealed ?? '', authenticatorContext(row.id));
    try {
      return use(secret);
    } finally {
      secret.fill(0);
    }
  }

  /** Returns the challenge for the session’s passkeys. Throws `resource.not-found` without a passkey. */
  beginPasskey(context: ActorContext) {
    const { transactions, factors, passkeys } = this.deps;
    return transactions.run(context, async (tx) => {
      const rows = (await factors.of(tx, context.actor.accountId)).filter((row) => row.kind === 'passkey');
      if (rows.length === 0) throw new AppError('resource.not-found', 'account has no passkey');
      const options = await passkeys.request(rows);
      await factors.keepChallenge(tx, context.actor.sessionId, 'confirm', options.challenge);
      return options;
    });
  }

  /** Ends the confirmation: the next signature of this session asks for a factor again. */
  async end(context: ActorContext): Promise<undefined> {
    await this.deps.transactions.run(context, (tx) =>
      this.deps.factors.setConfirmedAt(tx, context.actor.sessionId, null),
    );
    return undefined;
  }
}
