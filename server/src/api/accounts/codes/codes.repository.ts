import type { Tx } from '../../../platform/db/transaction.ts';
import type { Channel } from '../../../platform/messaging/message.ts';

export type CodePurpose = 'sign-up' | 'sign-in' | 'reset-password' | 'change-contact' | 'confirm';

export interface NewCode {
  id: string;
  purpose: CodePurpose;
  channel: Channel;
  targetDigest: Buffer;
  targetSealed: string;
  accountId: string | null;
  senderDigest: Buffer;
  codeDigest: Buffer;
  expiresAt: Date;
}

export interface CodeRow {
  id: string;
  purpose: CodePurpose;
  channel: Channel;
  targetSealed: string;
  accountId: string | null;
  codeDigest: Buffer;
  failures: number;
  expiresAt: Date;
  provenAt: Date | null;
  usedAt: Date | null;
}

const columns = `id, purpose, channel, target_sealed AS "targetSealed", account_id AS "accountId", code_digest AS "codeDigest",
  failures, expires_at AS "expiresAt", proven_at AS "provenAt", used_at AS "usedAt"`;

export class CodesRepository {
  /** Codes since then; requests for one address go one after the other until the transaction ends. */
  async recent(
    tx: Tx,
    targetDigest: Buffer,
    senderDigest: Buffer,
    since: Date,
  ): Promise<{ toTarget: Date[]; fromSender: number }> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${tx.hospitalId} ${targetDigest.toString('hex')}`,
    ]);
    const to = await tx.query<{ at: Date }>(
      'SELECT created_at AS at FROM one_time_code WHERE hospital_id = $1 AND target_digest = $2 AND created_at > $3',
      [tx.hospitalId, targetDigest, since],
    );
    const [from] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM one_time_code WHERE hospital_id = $1 AND sender_digest = $2 AND created_at > $3`,
      [tx.hospitalId, senderDigest, since],
    );
    return { toTarget: to.map(({ at }) => at), fromSender: from?.count ?? 0 };
  }

  /** Adds a code; earlier ones for the same purpose and address are good no more, and old ones are forgotten. */
  async add(tx: Tx, code: NewCode): Promise<void> {
    await tx.query(
      `UPDATE one_time_code SET expires_at = $4 WHERE hospital_id = $1 AND target_digest = $2 AND purpose = $3 AND proven_at IS NULL
         AND expires_at > $4`,
      [tx.hospitalId, code.targetDigest, code.purpose, tx.now],
    );
    await tx.query(
      `DELETE FROM one_time_code WHERE hospital_id = $1 AND created_at < $2::timestamptz - interval '1 day'`,
      [tx.hospitalId, tx.now],
    );
    await tx.query(
      `INSERT INTO one_time_code (id, hospital_id, purpose, channel, target_digest, target_sealed, account_id, sender_digest, code_digest, created_at, expires_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [
        code.id,
        tx.hospitalId,
        code.purpose,
        code.channel,
        code.targetDigest,
        code.targetSealed,
        code.accountId,
        code.senderDigest,
        code.codeDigest,
        tx.now,
        code.expiresAt,
      ],
    );
  }

  /** Loads a code and keeps others from trying it meanwhile. */
  async lock(tx: Tx, codeId: string): Promise<CodeRow | null> {
    const [row] = await tx.query<CodeRow>(`SELECT ${columns} FROM one_time_code WHERE id = $1 FOR UPDATE`, [codeId]);
    return row ?? null;
  }

  async fail(tx: Tx, codeId: string): Promise<void> {
    await tx.query('UPDATE one_time_code SET failures = failures + 1 WHERE id = $1', [codeId]);
  }

  async prove(tx: Tx, codeId: string, proofDigest: Buffer): Promise<void> {
    await tx.query('UPDATE one_time_code SET proof_digest = $2, proven_at = $3 WHERE id = $1', [
      codeId,
      proofDigest,
      tx.now,
    ]);
  }

  async lockByProof(tx: Tx, proofDigest: Buffer): Promise<CodeRow | null> {
    const [row] = await tx.query<CodeRow>(
      `SELECT ${columns} FROM one_time_code WHERE hospital_id = $1 AND proof_digest = $2 FOR UPDATE`,
      [tx.hospitalId, proofDigest],
    );
    return row ?? null;
  }

  async use(tx: Tx, codeId: string, accountId: string): Promise<void> {
    await tx.query('UPDATE one_time_code SET used_at = $2, account_id = $3 WHERE id = $1', [codeId, tx.now, accountId]);
  }
}
