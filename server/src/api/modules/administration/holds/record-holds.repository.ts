import type { Place } from '../../../../platform/db/paging.ts';
import type { Tx } from '../../../../platform/db/transaction.ts';

export interface HoldRow {
  id: string;
  patientId: string;
  reason: string;
  placedAt: Date;
  placedBy: string;
  liftedAt: Date | null;
  liftedBy: string | null;
  liftReason: string | null;
}

const select = `SELECT h.id, h.patient_id AS "patientId", h.reason, h.placed_at AS "placedAt", a.display_name AS "placedBy",
    h.lifted_at AS "liftedAt", l.display_name AS "liftedBy", h.lift_reason AS "liftReason"
  FROM record_hold h JOIN account a ON a.id = h.placed_by LEFT JOIN account l ON l.id = h.lifted_by`;

export class RecordHoldsRepository {
  list(
    tx: Tx,
    filter: { patientId: string | null; lifted: boolean; limit: number; after: Place | null },
  ): Promise<HoldRow[]> {
    return tx.query<HoldRow>(
      `${select} WHERE h.hospital_id = $1 AND ($2::uuid IS NULL OR h.patient_id = $2) AND (h.lifted_at IS NOT NULL) = $3
         AND ($4::timestamptz IS NULL OR (h.placed_at, h.id) < ($4, $5::uuid))
       ORDER BY h.placed_at DESC, h.id DESC LIMIT $6`,
      [
        tx.hospitalId,
        filter.patientId,
        filter.lifted,
        filter.after?.at ?? null,
        filter.after?.id ?? null,
        filter.limit + 1,
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<HoldRow | null> {
    const [row] = await tx.query<HoldRow>(`${select} WHERE h.id = $1`, [id]);
    return row ?? null;
  }

  /** The hold of a record that is held; whoever asks holds the record’s row, so that two don’t place one at once. */
  async openOf(tx: Tx, patientId: string): Promise<{ known: boolean; holdId: string | null }> {
    const known = await tx.query('SELECT 1 FROM patient WHERE id = $1 FOR UPDATE', [patientId]);
    const [row] = await tx.query<{ id: string }>(
      'SELECT id FROM record_hold WHERE patient_id = $1 AND lifted_at IS NULL',
      [patientId],
    );
    return { known: known.length > 0, holdId: row?.id ?? null };
  }

  async place(tx: Tx, hold: { id: string; patientId: string; reason: string; by: string }): Promise<void> {
    await tx.query(
      'INSERT INTO record_hold (id, hospital_id, patient_id, reason, placed_by, placed_at) VALUES ($1,$2,$3,$4,$5,$6)',
      [hold.id, tx.hospitalId, hold.patientId, hold.reason, hold.by, tx.now],
    );
  }

  /** False when it was lifted before. */
  async lift(tx: Tx, id: string, reason: string, by: string): Promise<boolean> {
    const lifted = await tx.query(
      `UPDATE record_hold SET lifted_by = $2, lifted_at = $3, lift_reason = $4 WHERE id = $1 AND lifted_at IS NULL RETURNING id`,
      [id, by, tx.now, reason],
    );
    return lifted.length > 0;
  }
}
