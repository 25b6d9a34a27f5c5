import { placeValues, timedBy, type Place } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { reviewEntity, type ReviewRow } from './review.entity.ts';

/** A review with the columns of other tables that its list shows. */
export interface ListedReview extends Omit<ReviewRow, 'takenOverFrom' | 'takenOverBy' | 'takenOverReason'> {
  pharmacistName: string | null;
  pharmacistNameLatin: string | null;
  patientInCall: boolean;
  patientId: string;
  doctorAccountId: string;
  doctorName: string;
  doctorNameLatin: string;
  takenOver: {
    from: { id: string; name: string; nameLatin: string };
    by: { id: string; name: string; nameLatin: string };
    reason: string;
  } | null;
  /** The hospital’s target for a decision, in seconds. */
  targetSeconds: number;
  /** The side with the last message; null when there is none. */
  lastSide: 'pharmacist' | 'doctor' | null;
}

export interface PharmacistFacts {
  id: string;
  accountId: string;
  name: string;
  licence: string;
}

const listedSql = `
  SELECT r.id, r.hospital_id AS "hospitalId", r.prescription_id AS "prescriptionId", r.status, r.version,
    r.requested_at AS "requestedAt", r.started_at AS "startedAt", r.decided_at AS "decidedAt", r.pharmacist_id AS "pharmacistId",
    r.held_until AS "heldUntil", r.checklist, r.question_reason AS "questionReason", r.taken_over_at AS "takenOverAt",
    CASE WHEN r.taken_over_at IS NOT NULL THEN jsonb_build_object('reason', r.taken_over_reason,
      'from', jsonb_build_object('id', tf.id, 'name', tf.name, 'nameLatin', tf.name_latin),
      'by', jsonb_build_object('id', tb.id, 'name', tb.name, 'nameLatin', tb.name_latin)) END AS "takenOver",
    CASE WHEN jsonb_typeof(h.settings->'reviewTargetSeconds') = 'number' THEN (h.settings->>'reviewTargetSeconds')::float8 ELSE 600 END AS "targetSeconds",
    (SELECT m.side FROM review_message m WHERE m.review_id = r.id ORDER BY m.at DESC, m.id DESC LIMIT 1) AS "lastSide",
    ph.name AS "pharmacistName", ph.name_latin AS "pharmacistNameLatin", v.status = 'in-progress' AS "patientInCall",
    p.patient_id AS "patientId", d.account_id AS "doctorAccountId", d.name AS "doctorName", d.name_latin AS "doctorNameLatin"
  FROM review r
  JOIN prescription p ON p.id = r.prescription_id
  JOIN hospital h ON h.id = r.hospital_id
  JOIN visit v ON v.id = p.visit_id
  JOIN practitioner d ON d.id = p.practitioner_id
  LEFT JOIN practitioner ph ON ph.id = r.pharmacist_id
  LEFT JOIN practitioner tf ON tf.id = r.taken_over_from
  LEFT JOIN practitioner tb ON tb.id = r.taken_over_by`;

export class ReviewRepository {
  async insert(tx: Tx, row: ReviewRow): Promise<void> {
    await tx.manager.insert(reviewEntity, row);
  }

  async save(tx: Tx, row: ReviewRow): Promise<void> {
    await tx.manager.save(reviewEntity, row);
  }

  /** Loads and locks the review after its prescription. A cancellation by the doctor locks in the same order, which prevents a deadlock. */
  async lock(tx: Tx, id: string): Promise<ReviewRow | null> {
    await tx.query(
      'SELECT p.id FROM prescription p JOIN review r ON r.prescription_id = p.id WHERE r.id = $1 FOR UPDATE OF p',
      [id],
    );
    return tx.manager.findOne(reviewEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async lockOfPrescription(tx: Tx, prescriptionId: string): Promise<ReviewRow | null> {
    return tx.manager.findOne(reviewEntity, { where: { prescriptionId }, lock: { mode: 'pessimistic_write' } });
  }

  async listed(tx: Tx, id: string): Promise<ListedReview | null> {
    const [row] = await tx.query<ListedReview & Record<string, unknown>>(`${listedSql} WHERE r.id = $1`, [id]);
    return row ?? null;
  }

  /** Returns open reviews, oldest first; those of visits in progress (rank 0) come before all others (rank 1). */
  open(tx: Tx, limit: number, after: Place | null): Promise<ListedReview[]> {
    const timed = timedBy('r.requested_at', 'r.id', 'asc', 1, `(v.status <> 'in-progress')::int`);
    return tx.query<ListedReview & Record<string, unknown>>(
      `${listedSql} WHERE r.status IN ('requested', 'in-progress') AND ${timed.where} ORDER BY ${timed.order} LIMIT $4`,
      [...placeValues(after), after?.rank ?? 0, limit + 1],
    );
  }

  /** Returns decided reviews, newest first. */
  decided(tx: Tx, limit: number, before: Place | null): Promise<ListedReview[]> {
    const timed = timedBy('r.decided_at', 'r.id', 'desc', 1);
    return tx.query<ListedReview & Record<string, unknown>>(
      `${listedSql} WHERE r.status IN ('completed', 'rejected') AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $3`,
      [...placeValues(before), limit + 1],
    );
  }

  /** Returns taken reviews whose pharmacist’s page has sent no heartbeat in time. */
  async abandoned(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM review WHERE status = 'in-progress' AND held_until <= $1 ORDER BY held_until LIMIT 100`,
      [tx.now],
    );
    return rows.map((row) => row.id);
  }

  async pharmacist(tx: Tx, practitionerId: string): Promise<PharmacistFacts | null> {
    const [row] = await tx.query<PharmacistFacts & Record<string, unknown>>(
      `SELECT id, account_id AS "accountId", name, licence_number AS licence FROM practitioner WHERE id = $1 AND kind = 'pharmacist'`,
      [practitionerId],
    );
    return row ?? null;
  }
}
