import { createHash, randomBytes } from 'node:crypto';
import type {
  acceptOperatorInvitation,
  inviteOperator,
  listOperators,
  openOperatorInvitation,
  openOperatorSession,
  Operator,
  OperatorAction,
} from '@yunzhen/shared/operator/operator.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import { HOUR_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { RequestContext } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { KeyEncryption } from '../../platform/signing/key-encryption.ts';
import { Turns } from '../../platform/limits/turns.ts';
import { Service } from '../../platform/service.ts';
import {
  authenticatorAddress,
  base32,
  hashOfSecret,
  hashPassword,
  makeInvitationSecret,
  matchingStep,
  objectionToPassword,
  passwordMatches,
  qrPath,
  requireInvitation,
} from '../accounts/index.ts';
import type { PresentedSession } from './operator-cookie.ts';
import type { OperatorLogRepository } from './operator-log.repository.ts';
import type { OperatorTransactions } from './operator-transactions.ts';
import type { OperatorRow, OperatorsRepository } from './operators.repository.ts';

/** One working day: an operator’s session is not renewed. */
const sessionLifetime = 8 * HOUR_MS;
const failuresAllowed = 10;
const failuresCountedFor = 15 * MINUTE_MS;
/** Wrong codes of a signed-in operator in that time. */
const codeFailuresAllowed = 5;

/** The encryption context that binds an authenticator to its operator. */
export const authenticatorContext = (operatorId: string) => `operator/${operatorId}/authenticator`;
/** Distinguishes unknown addresses without storing them. */
const subjectOf = (email: string) => `sign-in/${createHash('sha256').update(email).digest('hex').slice(0, 32)}`;

export type OpenedOperatorSession = PresentedSession & { expiresAt: Date; operator: Operator };

interface OperatorDoorDeps {
  transactions: OperatorTransactions;
  operators: OperatorsRepository;
  log: OperatorLogRepository;
  keyEncryption: KeyEncryption;
}

/** Signs operators in: with an invitation link once, then with password and code. */
export class OperatorDoor extends Service<OperatorDoorDeps> {
  readonly #turns = new Turns();

  /** Returns a single-use link for that address, valid for seven days; null for an operator who has joined already. */
  invite(context: RequestContext, email: string): Promise<{ operatorId: string; secret: string } | null> {
    return this.deps.transactions.run(context, async (tx) => {
      const { secret, secretHash, expiresAt } = makeInvitationSecret(tx.now);
      const operatorId = await this.deps.operators.invite(tx, { id: newId(), email, secretHash, expiresAt });
      if (!operatorId) return null;
      await this.deps.log.write(tx, 'operator.invited', { operatorId: null, subject: operatorId });
      return { operatorId, secret };
    });
  }

  /** Invites as `invite`, for a signed-in operator with a fresh code. Throws as `withFreshCode`, and `resource.conflict` for an address that has joined already. */
  inviteColleague(
    context: RequestContext,
    operator: Operator,
    { email, code }: BodyOf<typeof inviteOperator>,
  ): Promise<ResponseOf<typeof inviteOperator>> {
    return this.withFreshCode(context, operator, { code, action: 'operator.invited' }, async (tx) => {
      const { secret, secretHash, expiresAt } = makeInvitationSecret(tx.now);
      const operatorId = await this.deps.operators.invite(tx, { id: newId(), email, secretHash, expiresAt });
      if (!operatorId)
        throw new AppError('resource.conflict', 'operator has joined already', {
          fields: [{ path: 'email', rule: 'taken' }],
        });
      await this.deps.log.write(tx, 'operator.invited', { operatorId: operator.id, subject: operatorId });
      return { operatorId, secret };
    });
  }

  /**
   * Runs an action of a signed-in operator in the transaction that uses up their fresh code; if it fails, the code stays valid. Throws
   * `auth.second-factor-refused`, and `request.rate-limited` after five wrong codes.
   */
  async withFreshCode<Value>(
    context: RequestContext,
    operator: Operator,
    { code, action }: { code: string; action: OperatorAction },
    work: (tx: Tx) => Promise<Value>,
  ): Promise<Value> {
    const outcome = await this.#turns.take(operator.id, () =>
      this.deps.transactions.run(context, async (tx) => {
        const refused = await this.#refusalOf(tx, operator, { code, action });
        return refused ? { refused } : { value: await work(tx) };
      }),
    );
    // The refusal is logged in its transaction, so it is thrown after that.
    if ('refused' in outcome) throw new AppError(outcome.refused, 'code is wrong or has expired');
    return outcome.value;
  }

  /**
   * Uses up the code of a signed-in operator and returns null, or logs and returns the error code. The last allowed attempt ends their sessions, because
   * a stolen one may be guessing.
   */
  async #refusalOf(tx: Tx, { id, email }: Operator, { code, action }: { code: string; action: OperatorAction }) {
    const { operators, log } = this.deps;
    const row = await operators.byEmail(tx, email);
    const subject = `code/${id}`;
    const failures = await log.failuresSince(tx, subject, new Date(tx.now.getTime() - failuresCountedFor));
    const limited = failures >= codeFailuresAllowed;
    const step = !limited && row?.status === 'active' ? await this.#stepOf(tx, row, code) : null;
    if (row && step !== null) {
      await operators.useStep(tx, row.id, step);
      return null;
    }
    const refused = limited ? ('request.rate-limited' as const) : ('auth.second-factor-refused' as const);
    await log.write(tx, action, { operatorId: id, subject, outcome: 'denied', code: refused });
    if (!limited && failures + 1 >= codeFailuresAllowed) await operators.endSessionsOf(tx, id);
    return refused;
  }

  /** Lists everyone who has accepted an invitation. */
  operators(context: RequestContext): Promise<ResponseOf<typeof listOperators>> {
    return this.deps.transactions.run(context, async (tx) => ({ items: await this.deps.operators.all(tx) }));
  }

  /** Opens the invitation. Each call creates another authenticator; only the last one’s code is accepted. */
  openInvitation(
    context: RequestContext,
    { operatorId, secret }: BodyOf<typeof openOperatorInvitation>,
  ): Promise<ResponseOf<typeof openOperatorInvitation>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { email } = requireInvitation(await this.deps.operators.invited(tx, operatorId), secret);
      const key = randomBytes(20);
      const address = authenticatorAddress(key, 'Yunzhen operator', email);
      const text = base32(key);
      const sealed = await this.deps.keyEncryption.seal(key, authenticatorContext(operatorId));
      key.fill(0);
      await this.deps.operators.keepAuthenticator(tx, operatorId, sealed);
      return { email, secret: text, address, code: qrPath(address) };
    });
  }

  /** Throws `auth.second-factor-refused` for a wrong code. */
  async accept(
    context: RequestContext,
    { operatorId, secret, name, password, code }: BodyOf<typeof acceptOperatorInvitation>,
  ): Promise<OpenedOperatorSession> {
    const find = async (tx: Tx) => requireInvitation(await this.deps.operators.invited(tx, operatorId), secret);
    const { email } = await this.deps.transactions.run(context, find);
    const fields = objectionToPassword({ own: [email, name], password });
    if (fields.length > 0) throw new AppError('validation.failed', 'password does not meet the rules', { fields });
    const passwordHash = await hashPassword(password, context.address);
    return this.deps.transactions.run(context, async (tx) => {
      const step = await this.#stepOf(tx, await find(tx), code);
      if (step === null) throw new AppError('auth.second-factor-refused', 'code is wrong or has expired');
      await this.deps.operators.activate(tx, operatorId, name, passwordHash, step);
      await this.deps.log.write(tx, 'operator.joined', { operatorId });
      return this.#open(tx, { id: operatorId, email, name });
    });
  }

  /** Throws `auth.invalid-credentials` whatever is wrong; after ten failures `request.rate-limited`. */
  async signIn(
    context: RequestContext,
    { email, password, code }: BodyOf<typeof openOperatorSession>,
  ): Promise<OpenedOperatorSession> {
    const subject = subjectOf(email);
    // Serialised, so that simultaneous guesses are counted before they are checked.
    return this.#turns.take(subject, () => this.#try(context, subject, { email, password, code }));
  }

  async #try(
    context: RequestContext,
    subject: string,
    { email, password, code }: BodyOf<typeof openOperatorSession>,
  ): Promise<OpenedOperatorSession> {
    const { row, failures } = await this.deps.transactions.run(context, async (tx) => ({
      row: await this.deps.operators.byEmail(tx, email),
      failures: await this.deps.log.failuresSince(tx, subject, new Date(tx.now.getTime() - failuresCountedFor)),
    }));
    const limited = failures >= failuresAllowed;
    const known = !limited && (await passwordMatches(row?.passwordHash ?? null, password, context.address));
    const outcome = await this.deps.transactions.run(context, async (tx) => {
      // Read again and locked: of two requests with the same code, the second finds it used.
      const current = known ? await this.deps.operators.byEmail(tx, email) : null;
      const step = current?.status === 'active' ? await this.#stepOf(tx, current, code) : null;
      if (current && step !== null) {
        await this.deps.operators.useStep(tx, current.id, step);
        return this.#open(tx, current);
      }
      const refused = limited ? ('request.rate-limited' as const) : ('auth.invalid-credentials' as const);
      const entry = { operatorId: row?.id ?? null, subject, outcome: 'denied', code: refused } as const;
      await this.deps.log.write(tx, 'session.refused', entry);
      return { refused };
    });
    if ('refused' in outcome) throw new AppError(outcome.refused, 'operator sign-in failed');
    return outcome;
  }

  /** Signs in without password and code, in demo mode only. Throws `resource.not-found` otherwise. */
  enterDemo(context: RequestContext): Promise<OpenedOperatorSession> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.operators.demo(tx);
      if (!row) throw new AppError('resource.not-found', 'demo operator not found');
      return this.#open(tx, row);
    });
  }

  async #stepOf(tx: Tx, row: OperatorRow, code: string): Promise<number | null> {
    if (!row.totpSealed) return null;
    const key = await this.deps.keyEncryption.open(row.totpSealed, authenticatorContext(row.id));
    try {
      return matchingStep(key, code, tx.now, row.lastStep);
    } finally {
      key.fill(0);
    }
  }

  async #open(tx: Tx, { id, email, name }: Operator): Promise<OpenedOperatorSession> {
    const secret = randomBytes(32).toString('base64url');
    const session = { id: newId(), expiresAt: new Date(tx.now.getTime() + sessionLifetime) };
    await this.deps.operators.addSession(tx, { ...session, operatorId: id, secretHash: hashOfSecret(secret) });
    await this.deps.log.write(tx, 'session.started', { operatorId: id });
    return { sessionId: session.id, secret, expiresAt: session.expiresAt, operator: { id, email, name } };
  }

  /** Returns the operator of the session. Throws `auth.required`. */
  holder(context: RequestContext, presented: PresentedSession | null): Promise<Operator> {
    if (!presented) throw new AppError('auth.required', 'operator session is missing');
    return this.deps.transactions.run(context, async (tx) => {
      const session = await this.deps.operators.session(tx, presented.sessionId);
      const good = session && session.secretHash.equals(hashOfSecret(presented.secret));
      if (!good) throw new AppError('auth.required', 'operator session not found');
      return { id: session.operatorId, email: session.email, name: session.name };
    });
  }

  async end(context: RequestContext, operatorId: string, sessionId: string): Promise<void> {
    await this.deps.transactions.run(context, async (tx) => {
      await this.deps.operators.endSession(tx, sessionId);
      await this.deps.log.write(tx, 'session.ended', { operatorId });
    });
  }
}
