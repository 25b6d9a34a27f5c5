import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { IsNull, Not, type FindOptionsWhere } from 'typeorm';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { invitationReach } from '../codes/code.policy.ts';
import { passkeyChallengeEntity, type ChallengePurpose } from './passkey-challenge.entity.ts';
import { sessionEntity } from '../sessions/session.entity.ts';
import { recoveryCodeEntity } from './recovery-code.entity.ts';
import { secondFactorEntity, type SecondFactorRow } from './second-factor.entity.ts';

export type NewAuthenticator = Pick<SecondFactorRow, 'id' | 'name'> & { accountId: string; secretSealed: string };
export type NewPasskey = Pick<SecondFactorRow, 'id' | 'name' | 'transports'> & {
  accountId: string;
  credentialId: string;
  publicKey: Uint8Array;
  signCount: number;
};

/** Rows of factors, codes and challenges. Demo factors are ignored outside demo mode. */
export class SecondFactorsRepository {
  readonly #demo: boolean;
  constructor(demo: boolean) {
    this.#demo = demo;
  }

  /** Returns the account’s confirmed factors, oldest first. */
  of(tx: Tx, accountId: string): Promise<SecondFactorRow[]> {
    return this.#standing(tx, { accountId, confirmedAt: Not(IsNull()) });
  }

  /** Returns an authenticator of the account that waits for its first code. */
  async unconfirmed(tx: Tx, accountId: string, id: string): Promise<SecondFactorRow | null> {
    const [row] = await this.#standing(tx, { accountId, id, kind: 'totp', confirmedAt: IsNull() });
    return row ?? null;
  }

  #standing(tx: Tx, which: FindOptionsWhere<SecondFactorRow>): Promise<SecondFactorRow[]> {
    const where = { ...which, removedAt: IsNull(), ...(this.#demo ? {} : { demo: false }) };
    return tx.manager.find(secondFactorEntity, { where, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Returns whether a message to the account’s own address may prove its first factor: only where it opens no more than the invitation, which went the
   * same way (a new account that never had a factor), and for an administrator whom no colleague with a factor can help.
   */
  async mayProveByMessage(tx: Tx, accountId: string): Promise<boolean> {
    const [row] = await tx.query<{ allowed: boolean }>(
      `SELECT a.created_at > $2 AND NOT EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)
           OR 'administrator' = ANY(a.roles) AND NOT EXISTS (
             SELECT FROM account other JOIN second_factor f ON f.account_id = other.id AND f.hospital_id = other.hospital_id
             WHERE other.hospital_id = a.hospital_id AND other.id <> a.id AND other.status = 'active'
               AND 'administrator' = ANY(other.roles) AND f.confirmed_at IS NOT NULL AND f.removed_at IS NULL
           ) AS allowed
       FROM account a WHERE a.id = $1`,
      [accountId, new Date(tx.now.getTime() - invitationReach)],
    );
    return row?.allowed ?? false;
  }

  /** Locks the account, to serialise attempts on it and changes of its factors. */
  async lockAccount(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('second-factor/' || $1, 0))`, [accountId]);
  }

  async addAuthenticator(tx: Tx, { id, accountId, name, secretSealed }: NewAuthenticator): Promise<void> {
    // A new enrolment replaces one that was never confirmed.
    const begun = { accountId, removedAt: IsNull(), confirmedAt: IsNull() };
    await tx.manager.update(secondFactorEntity, begun, { removedAt: tx.now });
    const factor = { id, hospitalId: tx.hospitalId, accountId, kind: 'totp', name, secretSealed } as const;
    await tx.manager.insert(secondFactorEntity, { ...factor, createdAt: tx.now });
  }

  async addPasskey(tx: Tx, { publicKey, ...passkey }: NewPasskey): Promise<void> {
    await tx.manager.insert(secondFactorEntity, {
      ...passkey,
      kind: 'passkey',
      hospitalId: tx.hospitalId,
      publicKey: Buffer.from(publicKey),
      createdAt: tx.now,
      confirmedAt: tx.now,
    });
  }

  async confirm(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(secondFactorEntity, { id }, { confirmedAt: tx.now });
  }

  /** Stores what must not be used again: the step of a code, the counter of a passkey. */
  async used(tx: Tx, id: string, proof: { lastStep?: number; signCount?: number }): Promise<void> {
    await tx.manager.update(secondFactorEntity, { id }, { ...proof, lastUsedAt: tx.now });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(secondFactorEntity, { id }, { removedAt: tx.now });
  }

  /** Removes every factor of the account, unconfirmed ones too, and its recovery codes. */
  async removeAll(tx: Tx, accountId: string): Promise<void> {
    await tx.manager.update(secondFactorEntity, { accountId, removedAt: IsNull() }, { removedAt: tx.now });
    await this.replaceCodes(tx, accountId, []);
  }

  /** Replaces the account’s recovery codes. */
  async replaceCodes(tx: Tx, accountId: string, digests: readonly Buffer[]): Promise<void> {
    await tx.manager.delete(recoveryCodeEntity, { accountId });
    const code = { hospitalId: tx.hospitalId, accountId, createdAt: tx.now };
    const codes = digests.map((digest) => ({ ...code, id: newId(), digest }));
    await tx.manager.insert(recoveryCodeEntity, codes);
  }

  /** Marks the code as used; returns true once for each code. */
  async useCode(tx: Tx, accountId: string, digest: Buffer): Promise<boolean> {
    const unused = { accountId, digest, usedAt: IsNull() };
    return ((await tx.manager.update(recoveryCodeEntity, unused, { usedAt: tx.now })).affected ?? 0) > 0;
  }

  codesLeft(tx: Tx, accountId: string): Promise<number> {
    return tx.manager.countBy(recoveryCodeEntity, { accountId, usedAt: IsNull() });
  }

  async keepChallenge(tx: Tx, sessionId: string, purpose: ChallengePurpose, challenge: string): Promise<void> {
    const expiresAt = new Date(tx.now.getTime() + challengeLifetime);
    const row = { sessionId, purpose, hospitalId: tx.hospitalId, challenge, expiresAt };
    await tx.manager.upsert(passkeyChallengeEntity, row, ['sessionId', 'purpose']);
  }

  /** Deletes and returns the challenge, so that only one answer to it counts. */
  async takeChallenge(tx: Tx, sessionId: string, purpose: ChallengePurpose): Promise<string | null> {
    const [row] = await tx.query<{ challenge: string; expiresAt: Date }>(
      'DELETE FROM passkey_challenge WHERE session_id = $1 AND purpose = $2 RETURNING challenge, expires_at AS "expiresAt"',
      [sessionId, purpose],
    );
    return row && row.expiresAt > tx.now ? row.challenge : null;
  }

  /** Returns when this session last gave a factor. */
  async confirmedAt(tx: Tx, sessionId: string): Promise<Date | null> {
    const session = await tx.manager.findOneBy(sessionEntity, { id: sessionId });
    return session?.secondFactorAt ?? null;
  }

  /** Returns when this session proved more than its password. */
  async enrolmentProvenAt(tx: Tx, sessionId: string): Promise<Date | null> {
    const session = await tx.manager.findOneBy(sessionEntity, { id: sessionId });
    return session?.enrolmentProvenAt ?? null;
  }

  async setEnrolmentProvenAt(tx: Tx, sessionId: string): Promise<void> {
    await tx.manager.update(sessionEntity, { id: sessionId }, { enrolmentProvenAt: tx.now });
  }

  async setConfirmedAt(tx: Tx, sessionId: string, at: Date | null): Promise<void> {
    await tx.manager.update(sessionEntity, { id: sessionId }, { secondFactorAt: at });
  }
}

/** How long a challenge waits for the person’s answer, in milliseconds. */
const challengeLifetime = 5 * MINUTE_MS;
