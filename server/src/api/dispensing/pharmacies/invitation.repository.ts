import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface InvitationRow extends Record<string, unknown> {
  locale: Locale;
  expiresAt: Date;
  deliveryId: string | null;
  id: string;
  pharmacyId: string;
  pharmacyName: LocalizedText;
  email: string;
  name: string;
  nameLatin: string;
  secretHash: Buffer;
}

export class InvitationRepository {
  async insert(tx: Tx, row: Omit<InvitationRow, 'pharmacyName' | 'deliveryId'>): Promise<void> {
    await tx.query(
      `INSERT INTO pharmacy_invitation (id, hospital_id, pharmacy_id, email, name, name_latin, secret_hash, invited_at, expires_at, locale)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [
        row.id,
        tx.hospitalId,
        row.pharmacyId,
        row.email,
        row.name,
        row.nameLatin,
        row.secretHash,
        tx.now,
        row.expiresAt,
        row.locale,
      ],
    );
  }

  /** Locks an invitation that can still be answered. */
  async lockOpen(tx: Tx, id: string): Promise<InvitationRow | null> {
    const row = await this.lock(tx, id);
    return row && row.expiresAt > tx.now ? row : null;
  }

  /** Locks one that nobody has answered or taken back, expired or not. */
  async lock(tx: Tx, id: string): Promise<InvitationRow | null> {
    const [row] = await tx.query<InvitationRow>(
      `SELECT i.id, i.pharmacy_id AS "pharmacyId", p.name AS "pharmacyName", i.email, i.name, i.name_latin AS "nameLatin",
         i.locale, i.secret_hash AS "secretHash", i.expires_at AS "expiresAt", i.delivery_id AS "deliveryId"
       FROM pharmacy_invitation i JOIN pharmacy p ON p.id = i.pharmacy_id AND p.withdrawn_at IS NULL
       WHERE i.id = $1 AND i.used_at IS NULL AND i.withdrawn_at IS NULL FOR UPDATE OF i`,
      [id],
    );
    return row ?? null;
  }

  async replaceSecret(tx: Tx, id: string, secretHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.query('UPDATE pharmacy_invitation SET secret_hash = $2, expires_at = $3 WHERE id = $1', [
      id,
      secretHash,
      expiresAt,
    ]);
  }

  /** Which mail brings the link that is good now; null for none. */
  async setDelivery(tx: Tx, id: string, deliveryId: string | null): Promise<void> {
    await tx.query('UPDATE pharmacy_invitation SET delivery_id = $2 WHERE id = $1', [id, deliveryId]);
  }

  async use(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE pharmacy_invitation SET used_at = $2 WHERE id = $1', [id, tx.now]);
  }

  /** The mail with its link in a list; an empty one when it was answered or taken back before, or is another pharmacy’s. */
  withdraw(tx: Tx, pharmacyId: string, id: string): Promise<{ deliveryId: string | null }[]> {
    return tx.query<{ deliveryId: string | null }>(
      `UPDATE pharmacy_invitation SET withdrawn_at = $3
       WHERE pharmacy_id = $1 AND id = $2 AND used_at IS NULL AND withdrawn_at IS NULL
       RETURNING delivery_id AS "deliveryId"`,
      [pharmacyId, id, tx.now],
    );
  }

  /** Whether the pharmacy ever had it, answered or not. */
  async isOf(tx: Tx, pharmacyId: string, id: string): Promise<boolean> {
    const found = await tx.query('SELECT id FROM pharmacy_invitation WHERE pharmacy_id = $1 AND id = $2', [
      pharmacyId,
      id,
    ]);
    return found.length > 0;
  }
}
