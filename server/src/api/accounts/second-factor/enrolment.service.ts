import { randomBytes } from 'node:crypto';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  addPasskey,
  beginAuthenticator,
  confirmAuthenticator,
  SecondFactorState,
} from '@yunzhen/shared/accounts/second-factor.contract';
import { localized } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import { authenticatorContext, mustKeepOne, type ConfirmationService } from './confirmation.service.ts';
import type { FirstFactorService } from './first-factor.service.ts';
import { authenticatorAddress, base32 } from './one-time-code.ts';
import { qrPath } from './qr-path.ts';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.ts';
import type { SecondFactorRow } from './second-factor.entity.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface EnrolmentServiceDeps extends AccountsPart<
  | 'transactions'
  | 'accounts'
  | 'factors'
  | 'hospitals'
  | 'passkeys'
  | 'keyEncryption'
  | 'confirmPassword'
  | 'notify'
  | 'trusted'
> {
  confirmation: ConfirmationService;
  firstFactor: FirstFactorService;
}

type NewCodes = ResponseOf<typeof confirmAuthenticator>;
type Enrolled = Pick<SecondFactorRow, 'id' | 'kind' | 'name'>;

interface Change {
  template: 'account.second-factor-added' | 'account.second-factor-removed';
  name: string;
}

/**
 * Enrols, lists and removes second factors. The first one needs the password again, or a sign-in just before, and a second proof.
 * Later changes need an existing factor, so that a stolen session or password alone cannot add one.
 */
export class EnrolmentService extends Service<EnrolmentServiceDeps> {
  /** Proves the first enrolment with a code. Failures count with those of second factors. Throws `auth.second-factor-refused`. */
  prove(context: ActorContext, code: string): Promise<SecondFactorState> {
    const { confirmation, firstFactor } = this.deps;
    return confirmation.attempt(context, async (tx) =>
      (await firstFactor.take(tx, context.actor, code)) ? confirmation.state(tx, context.actor) : null,
    );
  }

  async beginAuthenticator(
    context: ActorContext,
    { name, password }: BodyOf<typeof beginAuthenticator>,
  ): Promise<ResponseOf<typeof beginAuthenticator>> {
    const { transactions, factors, keyEncryption } = this.deps;
    const mayEnrol = await this.#guard(context, password);
    return transactions.run(context, async (tx) => {
      await mayEnrol(tx);
      const { holder, hospital } = await this.#person(tx, context);
      const id = newId();
      const secret = randomBytes(20);
      const address = authenticatorAddress(secret, hospital, holder.email ?? holder.phone ?? holder.displayName);
      const text = base32(secret);
      const secretSealed = await keyEncryption.seal(secret, authenticatorContext(id));
      secret.fill(0);
      await factors.addAuthenticator(tx, { id, accountId: holder.id, name, secretSealed });
      return { id, secret: text, address, code: qrPath(address) };
    });
  }

  confirmAuthenticator(context: ActorContext, factorId: string, code: string): Promise<NewCodes> {
    const { factors, confirmation } = this.deps;
    return confirmation.attempt(context, async (tx) => {
      const row = await factors.unconfirmed(tx, context.actor.accountId, factorId);
      if (!row) throw new AppError('resource.not-found', 'unconfirmed authenticator not found');
      await this.#requireNoOther(tx, context);
      return (await confirmation.takeCode(tx, row, code)) ? this.#enrolled(tx, context, row) : null;
    });
  }

  async beginPasskey(context: ActorContext, password: string | undefined) {
    const { transactions, factors, passkeys } = this.deps;
    if (!passkeys.possible) throw new AppError('resource.not-found', 'passkeys need a host name, not an IP address');
    const mayEnrol = await this.#guard(context, password);
    return transactions.run(context, async (tx) => {
      await mayEnrol(tx);
      const { holder, hospital } = await this.#person(tx, context);
      const existing = (await factors.of(tx, holder.id)).filter((row) => row.kind === 'passkey');
      const person = {
        handle: holder.id,
        name: holder.email ?? holder.phone ?? holder.displayName,
        displayName: holder.displayName,
        discoverable: false,
      };
      const options = await passkeys.creation(person, hospital, existing);
      await factors.keepChallenge(tx, context.actor.sessionId, 'enrol', options.challenge);
      return options;
    });
  }

  addPasskey(context: ActorContext, { name, response }: BodyOf<typeof addPasskey>): Promise<NewCodes> {
    const { factors, hospitals, passkeys, confirmation } = this.deps;
    const { accountId, sessionId } = context.actor;
    return confirmation.attempt(context, async (tx) => {
      const challenge = await factors.takeChallenge(tx, sessionId, 'enrol');
      const { slug } = await hospitals.current(tx);
      const credential = challenge && (await passkeys.created(response, challenge, slug));
      if (!credential) return null;
      await this.#requireNoOther(tx, context);
      const id = newId();
      const { id: credentialId, publicKey, counter: signCount, transports = [] } = credential;
      await factors.addPasskey(tx, { id, accountId, name, credentialId, publicKey, signCount, transports });
      return this.#enrolled(tx, context, { kind: 'passkey', id, name });
    });
  }

  /** Another factor may have been enrolled since this one was started; then it is no longer the first. */
  async #requireNoOther(tx: Tx, { actor }: ActorContext): Promise<void> {
    if ((await this.deps.factors.of(tx, actor.accountId)).length > 0)
      await this.deps.confirmation.confirmSigner(tx, actor);
  }

  /**
   * Adds recovery codes with the first factor, and notifies the holder. Enrolment also counts as giving the factor, so the session may sign at once.
   */
  async #enrolled(tx: Tx, context: ActorContext, { id, kind, name }: Enrolled): Promise<NewCodes> {
    const { factors, confirmation } = this.deps;
    const { actor } = context;
    const first = (await factors.of(tx, actor.accountId)).every((row) => row.id === id);
    if (kind === 'totp') await factors.confirm(tx, id);
    await tx.audit('second-factor.enrolled', { entity: 'second-factor', entityId: id, details: { kind } });
    await this.#notify(tx, actor, { template: 'account.second-factor-added', name });
    await confirmation.markConfirmed(tx, actor, kind, id);
    const recoveryCodes = first ? await this.#newCodes(tx, context) : null;
    return { recoveryCodes, state: await confirmation.state(tx, actor) };
  }

  async #notify(tx: Tx, { accountId }: Actor, { template, name }: Change): Promise<void> {
    const facts = { at: tx.now.toISOString(), name };
    await this.deps.notify.notify(tx, { to: { accountId }, template, facts, link: '/account/security' });
  }

  remove(context: ActorContext, factorId: string): Promise<SecondFactorState> {
    const { transactions, factors, confirmation, trusted } = this.deps;
    const { actor } = context;
    return transactions.run(context, async (tx) => {
      await factors.lockAccount(tx, actor.accountId);
      const rows = await factors.of(tx, actor.accountId);
      const row = rows.find(({ id }) => id === factorId);
      if (!row) throw new AppError('resource.not-found', 'second factor not found');
      await confirmation.confirmSigner(tx, actor);
      if (rows.length === 1 && mustKeepOne(actor)) {
        throw new AppError('auth.last-second-factor', 'signers must keep one second factor');
      }
      await factors.remove(tx, factorId);
      if (rows.length === 1) await factors.replaceCodes(tx, actor.accountId, []);
      // A device was trusted because of the factors at that time, perhaps of the lost phone that is removed now.
      await trusted.removeAll(tx, actor.accountId);
      const details = { kind: row.kind };
      await tx.audit('second-factor.removed', { entity: 'second-factor', entityId: factorId, details });
      await this.#notify(tx, actor, { template: 'account.second-factor-removed', name: row.name });
      return confirmation.state(tx, actor);
    });
  }

  renewCodes(context: ActorContext): Promise<NewCodes> {
    const { transactions, confirmation, factors, notify } = this.deps;
    const { accountId } = context.actor;
    return transactions.run(context, async (tx) => {
      await factors.lockAccount(tx, accountId);
      await confirmation.confirmSigner(tx, context.actor);
      const recoveryCodes = await this.#newCodes(tx, context);
      const facts = { at: tx.now.toISOString() };
      await notify.notify(tx, {
        to: { accountId },
        template: 'account.recovery-codes-made',
        facts,
        link: '/account/security',
      });
      return { recoveryCodes, state: await confirmation.state(tx, context.actor) };
    });
  }

  async #newCodes(tx: Tx, { actor }: ActorContext): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.deps.factors.replaceCodes(tx, actor.accountId, codes.map(recoveryDigest));
    await tx.audit('second-factor.codes-made', { entity: 'account', entityId: actor.accountId });
    return codes;
  }

  /**
   * Checks the password before the transaction, where one is needed. Returns the check to run inside it, because a first factor may have been
   * enrolled since.
   */
  async #guard(context: ActorContext, password: string | undefined): Promise<(tx: Tx) => Promise<void>> {
    const { factors, confirmation, confirmPassword } = this.deps;
    if (password !== undefined) await confirmPassword(context, password);
    return async (tx) => {
      await factors.lockAccount(tx, context.actor.accountId);
      if ((await factors.of(tx, context.actor.accountId)).length > 0) {
        await confirmation.confirmSigner(tx, context.actor);
        return;
      }
      if (password === undefined && !context.actor.factorPending)
        throw new AppError('auth.confirmation-failed', 'enrolling the first factor requires the password');
      await this.deps.firstFactor.require(tx, context.actor);
    };
  }

  async #person(tx: Tx, context: ActorContext): Promise<{ holder: AccountHolder; hospital: string }> {
    const holder = await this.deps.accounts.byId(tx, context.actor.accountId);
    if (!holder) throw new AppError('resource.not-found', 'account not found');
    const { name } = await this.deps.hospitals.current(tx);
    return { holder, hospital: localized(name, holder.locale) };
  }
}
