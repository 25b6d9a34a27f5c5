import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/db/transaction.ts';
import { signInChallengeEntity } from './sign-in-challenge.entity.ts';
import { signInPasskeyEntity, type SignInPasskeyRow } from './sign-in-passkey.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

type NewSignInPasskey = Omit<
  SignInPasskeyRow,
  'hospitalId' | 'createdAt' | 'lastUsedAt' | 'removedAt' | 'publicKey'
> & {
  publicKey: Uint8Array;
};

/** How long a challenge waits for the person’s answer, in milliseconds. */
const challengeLifetime = 5 * MINUTE_MS;

/** Rows of sign-in passkeys, and of challenges that belong to no session. */
export class SignInPasskeysRepository {
  /** Returns the account’s passkeys, oldest first. */
  of(tx: Tx, accountId: string): Promise<SignInPasskeyRow[]> {
    const where = { accountId, removedAt: IsNull() };
    return tx.manager.find(signInPasskeyEntity, { where, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Loads and locks the hospital’s passkey with this credential id. */
  lockByCredential(tx: Tx, credentialId: string): Promise<SignInPasskeyRow | null> {
    const where = { hospitalId: tx.hospitalId, credentialId, removedAt: IsNull() };
    return tx.manager.findOne(signInPasskeyEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a passkey. Returns false when it already opens an account of this hospital. */
  add(tx: Tx, { publicKey, ...passkey }: NewSignInPasskey): Promise<boolean> {
    const added = { hospitalId: tx.hospitalId, publicKey: Buffer.from(publicKey), createdAt: tx.now };
    return insertUnlessThere(tx, signInPasskeyEntity, { ...passkey, ...added });
  }

  async used(tx: Tx, id: string, signCount: number): Promise<void> {
    await tx.manager.update(signInPasskeyEntity, { id }, { lastUsedAt: tx.now, signCount });
  }

  /** Removes a passkey. Returns false when the account has no such passkey. */
  async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const where = { id, accountId, removedAt: IsNull() };
    return (await tx.manager.update(signInPasskeyEntity, where, { removedAt: tx.now })).affected === 1;
  }

  /** Stores a challenge and deletes expired ones. */
  async keepChallenge(tx: Tx, id: string, challenge: string): Promise<void> {
    await tx.query('DELETE FROM sign_in_challenge WHERE hospital_id = $1 AND expires_at <= $2', [
      tx.hospitalId,
      tx.now,
    ]);
    const expiresAt = new Date(tx.now.getTime() + challengeLifetime);
    await tx.manager.insert(signInChallengeEntity, { id, hospitalId: tx.hospitalId, challenge, expiresAt });
  }

  /** Deletes and returns the challenge, so that only one answer to it counts. */
  async takeChallenge(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ challenge: string; expiresAt: Date }>(
      'DELETE FROM sign_in_challenge WHERE id = $1 RETURNING challenge, expires_at AS "expiresAt"',
      [id],
    );
    return row && row.expiresAt > tx.now ? row.challenge : null;
  }
}
