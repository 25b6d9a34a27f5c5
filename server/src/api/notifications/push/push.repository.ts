import type { Tx } from '../../../platform/db/transaction.ts';

export interface PushSubscriptionRow {
  id: string;
  accountId: string;
  sessionId: string;
  addressSealed: string;
  device: string;
  createdAt: Date;
  lastSentAt: Date | null;
}

const columns = `id, account_id AS "accountId", session_id AS "sessionId", address_sealed AS "addressSealed", device,
  created_at AS "createdAt", last_sent_at AS "lastSentAt"`;

/** Devices that people are told things on. */
export class PushRepository {
  /** Of one account, the newest first. */
  ofAccount(tx: Tx, accountId: string): Promise<PushSubscriptionRow[]> {
    return tx.query<PushSubscriptionRow>(
      `SELECT ${columns} FROM push_subscription WHERE account_id = $1 ORDER BY created_at DESC, id DESC`,
      [accountId],
    );
  }

  async find(tx: Tx, id: string): Promise<PushSubscriptionRow | null> {
    const [row] = await tx.query<PushSubscriptionRow>(`SELECT ${columns} FROM push_subscription WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** The device of that address, held until the transaction ends; so is the address itself, where nobody has it yet. */
  async lockByEndpoint(tx: Tx, digest: Buffer): Promise<PushSubscriptionRow | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`push ${digest.toString('hex')}`]);
    const [row] = await tx.query<PushSubscriptionRow>(
      `SELECT ${columns} FROM push_subscription WHERE hospital_id = $1 AND endpoint_digest = $2 FOR UPDATE`,
      [tx.hospitalId, digest],
    );
    return row ?? null;
  }

  async add(tx: Tx, row: Omit<PushSubscriptionRow, 'createdAt' | 'lastSentAt'> & { digest: Buffer }): Promise<void> {
    await tx.query(
      `INSERT INTO push_subscription (id, hospital_id, account_id, session_id, address_sealed, endpoint_digest, device, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [row.id, tx.hospitalId, row.accountId, row.sessionId, row.addressSealed, row.digest, row.device, tx.now],
    );
  }

  /** The same device under another session, or with other keys. */
  async renew(tx: Tx, row: Pick<PushSubscriptionRow, 'id' | 'sessionId' | 'addressSealed' | 'device'>): Promise<void> {
    await tx.query('UPDATE push_subscription SET session_id = $2, address_sealed = $3, device = $4 WHERE id = $1', [
      row.id,
      row.sessionId,
      row.addressSealed,
      row.device,
    ]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM push_subscription WHERE id = $1', [id]);
  }

  /** All but the newest of an account. */
  async keepNewest(tx: Tx, accountId: string, most: number): Promise<void> {
    await tx.query(
      `DELETE FROM push_subscription WHERE account_id = $1 AND id NOT IN
         (SELECT id FROM push_subscription WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2)`,
      [accountId, most],
    );
  }

  async sent(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE push_subscription SET last_sent_at = $2 WHERE id = $1', [id, tx.now]);
  }
}
