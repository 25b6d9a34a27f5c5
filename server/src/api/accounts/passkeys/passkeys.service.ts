import type { BodyOf } from '@yunzhen/shared/core/route';
import type {
  addSignInPasskey,
  beginSignInPasskey,
  SignInPasskeys,
} from '@yunzhen/shared/accounts/sign-in-passkeys.contract';
import { localized } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { PersonConfirmationCheck } from '../sign-in/person-confirmation.ts';
import type { SecondFactorsRepository } from '../second-factor/second-factors.repository.ts';
import { passkeyHandle } from './passkey-sign-in.service.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface SignInPasskeysServiceDeps extends AccountsPart<
  'transactions' | 'accounts' | 'hospitals' | 'passkeys' | 'rows' | 'notify'
> {
  /** Stores the challenges of signed-in accounts. */
  challenges: SecondFactorsRepository;
  confirmPerson: PersonConfirmationCheck;
}

/** More devices than anyone has; more suggest abuse. */
const passkeysAllowed = 10;

/** Patients’ own passkeys: enrolled with the password or a code, listed and removed. */
export class SignInPasskeysService extends Service<SignInPasskeysServiceDeps> {
  list(context: ActorContext): Promise<SignInPasskeys> {
    requireSelf(context);
    return this.deps.transactions.run(context, (tx) => this.#state(tx, context));
  }

  /** Starts an enrolment. Throws `auth.confirmation-failed`, `auth.proof-expired`, or `auth.passkeys-full`. */
  async begin(context: ActorContext, { confirmation }: BodyOf<typeof beginSignInPasskey>) {
    const { transactions, accounts, hospitals, passkeys, rows, challenges, confirmPerson } = this.deps;
    if (!passkeys.possible) throw new AppError('resource.not-found', 'passkeys need a host name, not an IP address');
    requireSelf(context);
    await confirmPerson.byPassword(context, confirmation);
    return transactions.run(context, async (tx) => {
      await confirmPerson.byProof(tx, context, confirmation);
      const { accountId, sessionId } = context.actor;
      const holder = await accounts.byId(tx, accountId);
      if (!holder) throw new AppError('resource.not-found', 'account not found');
      const existing = await rows.of(tx, accountId);
      requireRoom(existing);
      const { name } = await hospitals.current(tx);
      const person = {
        handle: passkeyHandle(accountId),
        name: holder.email ?? holder.phone ?? holder.displayName,
        displayName: holder.displayName,
        discoverable: true,
      };
      const options = await passkeys.creation(person, localized(name, holder.locale), existing);
      await challenges.keepChallenge(tx, sessionId, 'enrol-sign-in', options.challenge);
      return options;
    });
  }

  /** Adds the passkey. Throws `auth.passkey-refused` unless the browser made it for the challenge of `begin`, once. */
  async add(context: ActorContext, { name, response }: BodyOf<typeof addSignInPasskey>): Promise<SignInPasskeys> {
    const { transactions, hospitals, passkeys, rows, challenges, notify } = this.deps;
    requireSelf(context);
    const { accountId, sessionId } = context.actor;
    // A refusal also uses up the challenge.
    const state = await transactions.run(context, async (tx) => {
      const challenge = await challenges.takeChallenge(tx, sessionId, 'enrol-sign-in');
      const { slug } = await hospitals.current(tx);
      const made = challenge && (await passkeys.created(response, challenge, slug));
      if (!made) return null;
      requireRoom(await rows.of(tx, accountId));
      const id = newId();
      const { id: credentialId, publicKey, counter: signCount, transports = [] } = made;
      if (!(await rows.add(tx, { id, accountId, name, credentialId, publicKey, signCount, transports }))) return null;
      await tx.audit('passkey.added', { entity: 'passkey', entityId: id });
      await notify.notify(tx, {
        to: { accountId },
        template: 'account.passkey-added',
        facts: { at: tx.now.toISOString(), name },
        link: '/account/passkeys',
      });
      return this.#state(tx, context);
    });
    if (!state) throw new AppError('auth.passkey-refused', 'passkey does not match the enrolment request');
    return state;
  }

  /** Removes a passkey without confirmation: removal must be quick, and code and password still allow sign-in. */
  remove(context: ActorContext, passkeyId: string): Promise<SignInPasskeys> {
    const { transactions, rows } = this.deps;
    requireSelf(context);
    return transactions.run(context, async (tx) => {
      if (!(await rows.remove(tx, context.actor.accountId, passkeyId)))
        throw new AppError('resource.not-found', 'passkey not found');
      await tx.audit('passkey.removed', { entity: 'passkey', entityId: passkeyId });
      return this.#state(tx, context);
    });
  }

  async #state(tx: Tx, { actor }: ActorContext): Promise<SignInPasskeys> {
    const items = await this.deps.rows.of(tx, actor.accountId);
    return {
      possible: this.deps.passkeys.possible,
      items: items.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    };
  }
}

/** Rejects guardians who act for a dependant: only the holder manages the account’s passkeys. */
function requireSelf({ actor }: ActorContext): void {
  if (actor.actingFor) throw new AppError('family.acting', 'not allowed while acting for a dependant');
}

function requireRoom(existing: readonly unknown[]): void {
  if (existing.length >= passkeysAllowed) throw new AppError('auth.passkeys-full', 'too many passkeys');
}
