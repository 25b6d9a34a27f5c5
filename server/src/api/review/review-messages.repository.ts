import type { ReviewMessage } from '@yunzhen/shared/review/review.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { reviewMessageEntity, type ReviewMessageRow } from './review-message.entity.ts';
import { insertUnlessThere } from '../../platform/db/insert-unless-there.ts';

type MessageRow = Omit<ReviewMessageRow, 'hospitalId'> & { name: string; nameLatin: string };

/** A review with the facts of its prescription that a discussion needs. */
export interface TalkedReview {
  reviewId: string;
  status: string;
  pharmacistId: string | null;
  questionReason: string | null;
  prescriptionId: string;
  number: string;
  patientId: string;
  visitId: string;
  doctorId: string;
  doctorAccountId: string;
}

const reviews = `SELECT r.id AS "reviewId", r.status, r.pharmacist_id AS "pharmacistId", r.question_reason AS "questionReason", p.id AS "prescriptionId", p.number,
  p.patient_id AS "patientId", p.visit_id AS "visitId", p.practitioner_id AS "doctorId", d.account_id AS "doctorAccountId"
  FROM review r JOIN prescription p ON p.id = r.prescription_id JOIN practitioner d ON d.id = p.practitioner_id`;

/** Stores questions and answers in reviews; rows are only inserted. */
export class ReviewMessages {
  async of(tx: Tx, reviewId: string): Promise<ReviewMessage[]> {
    const rows = await tx.query<MessageRow>(
      `SELECT m.id, m.review_id AS "reviewId", m.side, m.practitioner_id AS "practitionerId", pr.name, pr.name_latin AS "nameLatin", m.text, m.at
       FROM review_message m JOIN practitioner pr ON pr.id = m.practitioner_id WHERE m.review_id = $1 ORDER BY m.at, m.id`,
      [reviewId],
    );
    return rows.map(({ id, side, practitionerId, name, nameLatin, text, at }) => ({
      id,
      side,
      text,
      author: { id: practitionerId, name, nameLatin },
      at: at.toISOString(),
    }));
  }

  /** Returns false when a message with that id exists. */
  add(tx: Tx, row: Pick<MessageRow, 'id' | 'reviewId' | 'side' | 'practitionerId' | 'text'>): Promise<boolean> {
    return insertUnlessThere(tx, reviewMessageEntity, { ...row, hospitalId: tx.hospitalId, at: tx.now });
  }

  async talked(tx: Tx, reviewId: string): Promise<TalkedReview | null> {
    const [row] = await tx.query<TalkedReview>(`${reviews} WHERE r.id = $1`, [reviewId]);
    return row ?? null;
  }

  /** Returns the reviews of a doctor’s visit that have messages, oldest first. */
  ofVisit(tx: Tx, visitId: string, doctorId: string): Promise<TalkedReview[]> {
    return tx.query<TalkedReview>(
      `${reviews} WHERE p.visit_id = $1 AND p.practitioner_id = $2
         AND EXISTS (SELECT 1 FROM review_message m WHERE m.review_id = r.id) ORDER BY r.requested_at`,
      [visitId, doctorId],
    );
  }
}
