import type { Tx } from '../../../platform/db/transaction.ts';

export interface SignInPasskeyRow {
  id: string;
  accountId: string;
  name: string;
  credentialId: string;
  publicKey: Buffer;
  signCount: number;
  transports: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

type NewSignInPasskey = Omit<SignInPasskeyRow, 'createdAt' | 'lastUsedAt' | 'publicKey'> & { publicKey: Uint8Array };

const columns = `id, account_id AS "accountId", name, credential_id AS "credentialId", public_key AS "publicKey",
  sign_count::float8 AS "signCount", transports, created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** A stranger’s challenge waits this long for the person’s finger. */
const challengeLifetime = 5 * 60_000;

/** Rows of passkeys that open an account, and of challenges that nobody’s session holds. */
export class SignInPasskeysRepository {
  /** Oldest first. */
  of(tx: Tx, accountId: string): Promise<SignInPasskeyRow[]> {
    return tx.query<SignInPasskeyRow>(
      `SELECT ${columns} FROM sign_in_passkey WHERE account_id = $1 AND removed_at IS NULL ORDER BY created_at, id`,
      [accountId],
    );
  }

  /** The hospital’s passkey of that name among browsers; another sign-in with it waits until the transaction ends. */
  async lockByCredential(tx: Tx, credentialId: string): Promise<SignInPasskeyRow | null> {
    const [row] = await tx.query<SignInPasskeyRow>(
      `SELECT ${columns} FROM sign_in_passkey WHERE hospital_id = $1 AND credential_id = $2 AND removed_at IS NULL FOR UPDATE`,
      [tx.hospitalId, credentialId],
    );
    return row ?? null;
  }

  /** False when that passkey opens an account of this hospital already. */
  async add(tx: Tx, passkey: NewSignInPasskey): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO sign_in_passkey (id, hospital_id, account_id, name, credential_id, public_key, sign_count, transports, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) ON CONFLICT DO NOTHING RETURNING id`,
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
    return added.length > 0;
  }

  async used(tx: Tx, id: string, signCount: number): Promise<void> {
    await tx.query('UPDATE sign_in_passkey SET last_used_at = $2, sign_count = $3 WHERE id = $1', [
      id,
      tx.now,
      signCount,
    ]);
  }

  /** False when the account has no such passkey. */
  async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const removed = await tx.query(
      'UPDATE sign_in_passkey SET removed_at = $3 WHERE id = $1 AND account_id = $2 AND removed_at IS NULL RETURNING id',
      [id, accountId, tx.now],
    );
    return removed.length > 0;
  }

  /** Keeps what is to be signed, and forgets what nobody has signed in time. */
  async keepChallenge(tx: Tx, id: string, challenge: string): Promise<void> {
    await tx.query('DELETE FROM sign_in_challenge WHERE hospital_id = $1 AND expires_at <= $2', [
      tx.hospitalId,
      tx.now,
    ]);
    await tx.query('INSERT INTO sign_in_challenge (id, hospital_id, challenge, expires_at) VALUES ($1,$2,$3,$4)', [
      id,
      tx.hospitalId,
      challenge,
      new Date(tx.now.getTime() + challengeLifetime),
    ]);
  }

  /** Takes the challenge out, so that no answer to it counts twice. */
  async takeChallenge(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ challenge: string; expires_at: Date }>(
      'DELETE FROM sign_in_challenge WHERE id = $1 RETURNING challenge, expires_at',
      [id],
    );
    return row && row.expires_at > tx.now ? row.challenge : null;
  }
}
