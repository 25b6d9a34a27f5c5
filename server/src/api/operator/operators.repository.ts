import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/db/transaction.ts';
import { operatorSessionEntity, type OperatorSessionRow } from './operator-session.entity.ts';
import { operatorEntity, type OperatorRow as StoredOperator } from './operator.entity.ts';

export interface OperatorRow extends Omit<StoredOperator, 'secretHash' | 'createdAt' | 'demo'> {
  secretHash: Buffer;
}

const columns = `id, email, name, status, password_hash AS "passwordHash", totp_sealed AS "totpSealed",
  last_step::float8 AS "lastStep", coalesce(secret_hash, '') AS "secretHash", expires_at AS "expiresAt"`;

/** Operators and their sessions. The demo operator is ignored outside demo mode. */
export class OperatorsRepository {
  readonly #demo: boolean;
  constructor(demo: boolean) {
    this.#demo = demo;
  }

  /** Returns the demo operator, which anyone may use. */
  async demo(tx: Tx): Promise<OperatorRow | null> {
    const [row] = await tx.query<OperatorRow>(
      `SELECT ${columns} FROM operator WHERE demo AND $1 AND status = 'active' ORDER BY created_at LIMIT 1`,
      [this.#demo],
    );
    return row ?? null;
  }

  async invited(tx: Tx, id: string): Promise<OperatorRow | null> {
    const [row] = await tx.query<OperatorRow>(
      `SELECT ${columns} FROM operator WHERE id = $1 AND status = 'invited' AND secret_hash IS NOT NULL AND expires_at > $2
       FOR UPDATE`,
      [id, tx.now],
    );
    return row ?? null;
  }

  async byEmail(tx: Tx, email: string): Promise<OperatorRow | null> {
    const [row] = await tx.query<OperatorRow>(
      `SELECT ${columns} FROM operator WHERE email = $1 AND (NOT demo OR $2) FOR UPDATE`,
      [email, this.#demo],
    );
    return row ?? null;
  }

  /** Invites an address, again while it has not accepted. Returns false for an operator who has. */
  async invite(
    tx: Tx,
    row: { id: string; email: string; secretHash: Buffer; expiresAt: Date },
  ): Promise<string | null> {
    const [invited] = await tx.query<{ id: string }>(
      `INSERT INTO operator (id, email, status, secret_hash, expires_at, created_at) VALUES ($1,$2,'invited',$3,$4,$5)
       ON CONFLICT (email) DO UPDATE SET secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
         WHERE operator.status = 'invited' RETURNING id`,
      [row.id, row.email, row.secretHash, row.expiresAt, tx.now],
    );
    return invited?.id ?? null;
  }

  /** Operators who have joined, by name. */
  all(tx: Tx): Promise<{ name: string | null; email: string }[]> {
    return tx.query(`SELECT name, email FROM operator WHERE status = 'active' AND (NOT demo OR $1) ORDER BY name, id`, [
      this.#demo,
    ]);
  }

  async keepAuthenticator(tx: Tx, id: string, sealed: string): Promise<void> {
    await tx.manager.update(operatorEntity, { id }, { totpSealed: sealed, lastStep: null });
  }

  async activate(tx: Tx, id: string, name: string, passwordHash: string, lastStep: number): Promise<void> {
    const invitation = { secretHash: null, expiresAt: null };
    await tx.manager.update(operatorEntity, { id }, { ...invitation, status: 'active', name, passwordHash, lastStep });
  }

  async useStep(tx: Tx, id: string, lastStep: number): Promise<void> {
    await tx.manager.update(operatorEntity, { id }, { lastStep });
  }

  async addSession(
    tx: Tx,
    row: Pick<OperatorSessionRow, 'id' | 'operatorId' | 'secretHash' | 'expiresAt'>,
  ): Promise<void> {
    await tx.manager.insert(operatorSessionEntity, { ...row, createdAt: tx.now });
  }

  async session(
    tx: Tx,
    id: string,
  ): Promise<{ id: string; secretHash: Buffer; operatorId: string; email: string; name: string } | null> {
    const [row] = await tx.query<{ id: string; secretHash: Buffer; operatorId: string; email: string; name: string }>(
      `SELECT s.id, s.secret_hash AS "secretHash", o.id AS "operatorId", o.email, o.name
       FROM operator_session s JOIN operator o ON o.id = s.operator_id AND o.status = 'active' AND (NOT o.demo OR $3)
       WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2`,
      [id, tx.now, this.#demo],
    );
    return row ?? null;
  }

  async endSession(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(operatorSessionEntity, { id, endedAt: IsNull() }, { endedAt: tx.now });
  }

  async endSessionsOf(tx: Tx, operatorId: string): Promise<void> {
    await tx.manager.update(operatorSessionEntity, { operatorId, endedAt: IsNull() }, { endedAt: tx.now });
  }
}
