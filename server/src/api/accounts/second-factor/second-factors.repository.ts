import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';

export interface SecondFactorRow {
  id: string;
  kind: 'totp' | 'passkey';
  name: string;
  secretSealed: string | null;
  lastStep: number | null;
  credentialId: string | null;
  publicKey: Buffer | null;
  signCount: number | null;
  transports: string[];
  demo: boolean;
  createdAt: Date;
  confirmedAt: Date | null;
  lastUsedAt: Date | null;
}

export type NewAuthenticator = Pick<SecondFactorRow, 'id' | 'name'> & { accountId: string; secretSealed: string };
export type NewPasskey = Pick<SecondFactorRow, 'id' | 'name' | 'transports'> & {
  accountId: string;
  credentialId: string;
  publicKey: Uint8Array;
  signCount: number;
};

const columns = `id, kind, name, secret_sealed AS "secretSealed", last_step::float8 AS "lastStep", credential_id AS "credentialId",
  public_key AS "publicKey", sign_count::float8 AS "signCount", transports, demo, created_at AS "createdAt",
  confirmed_at AS "confirmedAt", last_used_at AS "lastUsedAt"`;

/** Rows of factors, codes and challenges. A demo factor counts in demo mode only: elsewhere it is as if it were not there. */
export class SecondFactorsRepository {
  readonly #demo: boolean;
  constructor(demo: boolean) {
    this.#demo = demo;
  }

  /** The account’s confirmed factors, oldest first. */
  of(tx: Tx, accountId: string): Promise<SecondFactorRow[]> {
    return this.#select(tx, accountId, 'confirmed_at IS NOT NULL', []);
  }

  /** An authenticator of the account that waits for its first code. */
  async unconfirmed(tx: Tx, accountId: string, id: string): Promise<SecondFactorRow | null> {
    const [row] = await this.#select(tx, accountId, `confirmed_at IS NULL AND kind = 'totp' AND id = $3`, [id]);
    return row ?? null;
  }

  #select(tx: Tx, accountId: string, condition: string, values: unknown[]): Promise<SecondFactorRow[]> {
    return tx.query<SecondFactorRow>(
      `SELECT ${columns} FROM second_factor
       WHERE account_id = $1 AND removed_at IS NULL AND (NOT demo OR $2) AND ${condition} ORDER BY created_at, id`,
      [accountId, this.#demo, ...values],
    );
  }

  /** Lets guesses at one account, and changes of its factors, go one after the other. */
  async lockAccount(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('second-factor/' || $1, 0))`, [accountId]);
  }

  async addAuthenticator(tx: Tx, { id, accountId, name, secretSealed }: NewAuthenticator): Promise<void> {
    // One that was begun and never confirmed is given up by the next.
    await tx.query(
      `UPDATE second_factor SET removed_at = $2 WHERE account_id = $1 AND removed_at IS NULL AND confirmed_at IS NULL`,
      [accountId, tx.now],
    );
    await tx.query(
      `INSERT INTO second_factor (id, hospital_id, account_id, kind, name, secret_sealed, created_at) VALUES ($1,$2,$3,'totp',$4,$5,$6)`,
      [id, tx.hospitalId, accountId, name, secretSealed, tx.now],
    );
  }

  async addPasskey(tx: Tx, passkey: NewPasskey): Promise<void> {
    await tx.query(
      `INSERT INTO second_factor (id, hospital_id, account_id, kind, name, credential_id, public_key, sign_count, transports,
         created_at, confirmed_at)
       VALUES ($1,$2,$3,'passkey',$4,$5,$6,$7,$8,$9,$9)`,
      [
        passkey.id,
        tx.hospitalId,
        passkey.accountId,
        passkey.name,
        passkey.credentialId,
        Buffer.from(passkey.publicKey),
        passkey.signCount,
        passkey.transports,
        tx.now,
      ],
    );
  }

  async confirm(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE second_factor SET confirmed_at = $2 WHERE id = $1', [id, tx.now]);
  }

  /** What was used and must not be used again: the step of a code, the counter of a passkey. */
  async used(tx: Tx, id: string, proof: { lastStep?: number; signCount?: number }): Promise<void> {
    await tx.query(
      `UPDATE second_factor SET last_used_at = $2, last_step = coalesce($3, last_step), sign_count = coalesce($4, sign_count)
       WHERE id = $1`,
      [id, tx.now, proof.lastStep ?? null, proof.signCount ?? null],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE second_factor SET removed_at = $2 WHERE id = $1', [id, tx.now]);
  }

  /** Replaces the account’s recovery codes. */
  async replaceCodes(tx: Tx, accountId: string, digests: readonly Buffer[]): Promise<void> {
    await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
    for (const digest of digests) {
      await tx.query(
        'INSERT INTO recovery_code (id, hospital_id, account_id, digest, created_at) VALUES ($1,$2,$3,$4,$5)',
        [newId(), tx.hospitalId, accountId, digest, tx.now],
      );
    }
  }

  /** True once for each code. */
  async useCode(tx: Tx, accountId: string, digest: Buffer): Promise<boolean> {
    const used = await tx.query(
      'UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND digest = $2 AND used_at IS NULL RETURNING id',
      [accountId, digest, tx.now],
    );
    return used.length > 0;
  }

  async codesLeft(tx: Tx, accountId: string): Promise<number> {
    const [row] = await tx.query<{ left: number }>(
      'SELECT count(*)::int AS left FROM recovery_code WHERE account_id = $1 AND used_at IS NULL',
      [accountId],
    );
    return row?.left ?? 0;
  }

  async keepChallenge(tx: Tx, sessionId: string, purpose: ChallengePurpose, challenge: string): Promise<void> {
    await tx.query(
      `INSERT INTO passkey_challenge (session_id, purpose, hospital_id, challenge, expires_at) VALUES ($1,$2,$3,$4,$5)
       ON CONFLICT (session_id, purpose) DO UPDATE SET challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [sessionId, purpose, tx.hospitalId, challenge, new Date(tx.now.getTime() + challengeLifetime)],
    );
  }

  /** Takes the challenge out, so that no answer to it counts twice. */
  async takeChallenge(tx: Tx, sessionId: string, purpose: ChallengePurpose): Promise<string | null> {
    const [row] = await tx.query<{ challenge: string; expires_at: Date }>(
      'DELETE FROM passkey_challenge WHERE session_id = $1 AND purpose = $2 RETURNING challenge, expires_at',
      [sessionId, purpose],
    );
    return row && row.expires_at > tx.now ? row.challenge : null;
  }

  /** When this session last gave a factor. */
  async confirmedAt(tx: Tx, sessionId: string): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date | null }>('SELECT second_factor_at AS at FROM session WHERE id = $1', [
      sessionId,
    ]);
    return row?.at ?? null;
  }

  async setConfirmedAt(tx: Tx, sessionId: string, at: Date | null): Promise<void> {
    await tx.query('UPDATE session SET second_factor_at = $2 WHERE id = $1', [sessionId, at]);
  }
}

export type ChallengePurpose = 'enrol' | 'confirm' | 'enrol-sign-in';

/** A challenge waits this long for the person’s finger. */
const challengeLifetime = 5 * 60_000;
