import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { beginPasskeySignIn, signInByPasskey } from '@yunzhen/shared/accounts/sign-in-passkeys.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { RequestContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import type { OpenedSession } from '../sessions/session-opening.ts';
import type { AccountsPart } from '../accounts-part.ts';

/** The user handle of a sign-in passkey. It differs from that of second factors, which the browser would otherwise overwrite. */
export const passkeyHandle = (accountId: string) => `sign-in/${accountId}`;

/** Signs patients in with a discoverable passkey, without an account name. */
export class PasskeySignInService extends Service<
  AccountsPart<'transactions' | 'accounts' | 'hospitals' | 'opening' | 'passkeys' | 'rows'>
> {
  /** Returns the same options for every caller, because the account is unknown, and names no passkey. */
  async begin(
    context: RequestContext,
    { hospital }: BodyOf<typeof beginPasskeySignIn>,
  ): Promise<ResponseOf<typeof beginPasskeySignIn>> {
    const { transactions, hospitals, passkeys, rows } = this.deps;
    if (!passkeys.possible) throw new AppError('resource.not-found', 'passkeys need a host name, not an IP address');
    const here = await hospitals.asStranger(context, hospital);
    const options = await passkeys.request([]);
    const challengeId = newId();
    await transactions.run(here, (tx) => rows.keepChallenge(tx, challengeId, options.challenge));
    return { challengeId, options: { ...options } };
  }

  /** Throws `auth.passkey-refused` for any answer that opens no account here, without the reason. */
  async signIn(context: RequestContext, request: BodyOf<typeof signInByPasskey>): Promise<OpenedSession> {
    const { transactions, hospitals, opening } = this.deps;
    const here = await hospitals.asStranger(context, request.hospital);
    // A refusal also uses up the challenge, so the transaction returns the refusal instead of throwing it.
    const opened = await transactions.run(here, async (tx) => {
      const holder = await this.#holder(tx, request);
      if (holder) return opening.open(tx, holder);
      const code = 'auth.passkey-refused';
      const entityId = request.challengeId;
      await tx.audit('session.refused', { entity: 'sign-in', entityId, outcome: 'denied', code });
      return null;
    });
    if (!opened) throw new AppError('auth.passkey-refused', 'passkey is not accepted');
    return opened;
  }

  async #holder(tx: Tx, { challengeId, response }: BodyOf<typeof signInByPasskey>): Promise<AccountHolder | null> {
    const { accounts, hospitals, passkeys, rows } = this.deps;
    const challenge = await rows.takeChallenge(tx, challengeId);
    const passkey = challenge === null ? null : await rows.lockByCredential(tx, response.id);
    if (challenge === null || !passkey) return null;
    const { userHandle } = response.response;
    if (userHandle !== Buffer.from(passkeyHandle(passkey.accountId)).toString('base64url')) return null;
    const { slug } = await hospitals.current(tx);
    const signCount = await passkeys.signed(response, challenge, passkey, slug);
    if (signCount === null) return null;
    await rows.used(tx, passkey.id, signCount);
    const holder = await accounts.byId(tx, passkey.accountId);
    // An account that is no longer a patient signs in as staff do.
    return holder?.status === 'active' && holder.roles.includes('patient') ? holder : null;
  }
}
