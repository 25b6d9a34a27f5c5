import type { DispensedLine } from '@yunzhen/shared/prescribing/dispensing-state.contract';
import type { ClaimEnd } from '@yunzhen/shared/dispensing/dispensing';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface ClaimRow {
  id: string;
  prescriptionId: string;
  pharmacyId: string;
  pharmacyName: LocalizedText;
  claimedAt: Date;
  endedAt: Date | null;
  endedAs: ClaimEnd | null;
  endReason: string | null;
}

export interface DispenseRow {
  id: string;
  number: string;
  prescriptionId: string;
  claimId: string;
  pharmacyId: string;
  pharmacyName: LocalizedText;
  dispensedBy: string;
  dispensedAt: Date;
  lines: DispensedLine[];
  receipt: string;
}

export interface CancellationRow {
  id: string;
  prescriptionId: string;
  claimId: string;
  reason: string;
  askedAt: Date;
  answeredAt: Date | null;
  agreed: boolean | null;
  answerNote: string;
}

const claims = `SELECT c.id, c.prescription_id AS "prescriptionId", c.pharmacy_id AS "pharmacyId", ph.name AS "pharmacyName",
  c.claimed_at AS "claimedAt", c.ended_at AS "endedAt", c.ended_as AS "endedAs", c.end_reason AS "endReason"
  FROM dispensing_claim c JOIN pharmacy ph ON ph.id = c.pharmacy_id`;
const dispenses = `SELECT d.id, d.number, d.prescription_id AS "prescriptionId", d.claim_id AS "claimId", d.pharmacy_id AS "pharmacyId",
  ph.name AS "pharmacyName", d.dispensed_by AS "dispensedBy", d.dispensed_at AS "dispensedAt", d.lines, d.receipt
  FROM dispense d JOIN pharmacy ph ON ph.id = d.pharmacy_id`;
const cancellations = `SELECT id, prescription_id AS "prescriptionId", claim_id AS "claimId", reason, asked_at AS "askedAt",
  answered_at AS "answeredAt", agreed, answer_note AS "answerNote" FROM dispensing_cancellation`;

/** Claims, what was handed out under them, and requests to withdraw. Every change is made under the prescription’s lock. */
export class ClaimRepository {
  async insert(tx: Tx, row: { id: string; prescriptionId: string; pharmacyId: string; accountId: string }) {
    await tx.query(
      'INSERT INTO dispensing_claim (id, hospital_id, prescription_id, pharmacy_id, account_id, claimed_at) VALUES ($1,$2,$3,$4,$5,$6)',
      [row.id, tx.hospitalId, row.prescriptionId, row.pharmacyId, row.accountId, tx.now],
    );
  }

  async end(tx: Tx, id: string, as: ClaimEnd, reason: string | null): Promise<void> {
    await tx.query('UPDATE dispensing_claim SET ended_at = $2, ended_as = $3, end_reason = $4 WHERE id = $1', [
      id,
      tx.now,
      as,
      reason,
    ]);
  }

  async find(tx: Tx, id: string): Promise<ClaimRow | null> {
    const [row] = await tx.query<ClaimRow & Record<string, unknown>>(`${claims} WHERE c.id = $1`, [id]);
    return row ?? null;
  }

  openOf(tx: Tx, prescriptionIds: readonly string[]): Promise<ClaimRow[]> {
    return tx.query<ClaimRow & Record<string, unknown>>(
      `${claims} WHERE c.prescription_id = ANY($1) AND c.ended_at IS NULL`,
      [prescriptionIds],
    );
  }

  openOfPharmacy(tx: Tx, pharmacyId: string): Promise<ClaimRow[]> {
    return tx.query<ClaimRow & Record<string, unknown>>(
      `${claims} WHERE c.pharmacy_id = $1 AND c.ended_at IS NULL ORDER BY c.prescription_id`,
      [pharmacyId],
    );
  }

  /** Newest first, one more than asked for; `q` is part of the prescription’s number. */
  list(
    tx: Tx,
    pharmacyId: string,
    query: { limit: number; before: Place | null; open: boolean; q: string },
  ): Promise<ClaimRow[]> {
    const timed = timedBy('c.claimed_at', 'c.id', 'desc', 4);
    return tx.query<ClaimRow & Record<string, unknown>>(
      `${claims} JOIN prescription p ON p.id = c.prescription_id
       WHERE c.pharmacy_id = $1 AND (c.ended_at IS NULL) = $2 AND ($3 = '' OR position(upper($3) in p.number) > 0)
         AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $6`,
      [pharmacyId, query.open, query.q, ...placeValues(query.before), query.limit + 1],
    );
  }

  async addDispense(tx: Tx, row: Omit<DispenseRow, 'pharmacyName'> & { accountId: string }): Promise<void> {
    await tx.query(
      `INSERT INTO dispense (id, hospital_id, number, prescription_id, claim_id, pharmacy_id, account_id, dispensed_by, dispensed_at, lines, receipt)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [
        row.id,
        tx.hospitalId,
        row.number,
        row.prescriptionId,
        row.claimId,
        row.pharmacyId,
        row.accountId,
        row.dispensedBy,
        row.dispensedAt,
        JSON.stringify(row.lines),
        row.receipt,
      ],
    );
  }

  dispensesOf(tx: Tx, prescriptionIds: readonly string[]): Promise<DispenseRow[]> {
    return tx.query<DispenseRow & Record<string, unknown>>(
      `${dispenses} WHERE d.prescription_id = ANY($1) ORDER BY d.dispensed_at, d.id`,
      [prescriptionIds],
    );
  }

  async findDispense(tx: Tx, id: string): Promise<DispenseRow | null> {
    const [row] = await tx.query<DispenseRow & Record<string, unknown>>(`${dispenses} WHERE d.id = $1`, [id]);
    return row ?? null;
  }

  async askCancellation(tx: Tx, id: string, claim: ClaimRow, reason: string): Promise<void> {
    await tx.query(
      `INSERT INTO dispensing_cancellation (id, hospital_id, prescription_id, claim_id, reason, asked_at) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT DO NOTHING`,
      [id, tx.hospitalId, claim.prescriptionId, claim.id, reason, tx.now],
    );
  }

  async answerCancellation(tx: Tx, id: string, agreed: boolean, note: string): Promise<void> {
    await tx.query('UPDATE dispensing_cancellation SET answered_at = $2, agreed = $3, answer_note = $4 WHERE id = $1', [
      id,
      tx.now,
      agreed,
      note,
    ]);
  }

  /** The last one of each. */
  cancellationsOf(tx: Tx, prescriptionIds: readonly string[]): Promise<CancellationRow[]> {
    return tx.query<CancellationRow & Record<string, unknown>>(
      `SELECT DISTINCT ON ("prescriptionId") * FROM (${cancellations} WHERE prescription_id = ANY($1)) c
       ORDER BY "prescriptionId", "askedAt" DESC`,
      [prescriptionIds],
    );
  }

  /** The request that waits for this claim’s answer. */
  async openCancellation(tx: Tx, claimId: string): Promise<CancellationRow | null> {
    const [row] = await tx.query<CancellationRow & Record<string, unknown>>(
      `${cancellations} WHERE claim_id = $1 AND answered_at IS NULL`,
      [claimId],
    );
    return row ?? null;
  }
}
