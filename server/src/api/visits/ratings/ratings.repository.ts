import type { RatingReason } from '@yunzhen/shared/visits/rating';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { practitionerRatingEntity } from './practitioner-rating.entity.ts';
import { visitRatingEntity, type VisitRatingRow } from './visit-rating.entity.ts';

export type GivenRating = Pick<VisitRatingRow, 'care' | 'picture' | 'comment'> & {
  reasons: readonly RatingReason[];
};

interface NewRating extends GivenRating {
  visitId: string;
  practitionerId: string;
  departmentId: string;
  accountId: string;
}

/** Stores patients’ ratings of visits. */
export class RatingsRepository {
  find(tx: Tx, visitId: string): Promise<VisitRatingRow | null> {
    return tx.manager.findOneBy(visitRatingEntity, { visitId });
  }

  /** Like `find`, with a lock until the transaction ends. */
  lock(tx: Tx, visitId: string): Promise<VisitRatingRow | null> {
    return tx.manager.findOne(visitRatingEntity, { where: { visitId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Returns false when another transaction inserted a rating first. */
  async insert(tx: Tx, rating: NewRating): Promise<boolean> {
    const { accountId, reasons, ...given } = rating;
    const by = { hospitalId: tx.hospitalId, ratedByAccountId: accountId, ratedAt: tx.now, changedAt: tx.now };
    return insertUnlessThere(tx, visitRatingEntity, { ...given, ...by, reasons: [...reasons], version: 1 });
  }

  async correct(tx: Tx, visitId: string, accountId: string, rating: GivenRating): Promise<void> {
    const { care, picture, reasons, comment } = rating;
    const given = { care, picture, reasons: [...reasons], comment, ratedByAccountId: accountId, changedAt: tx.now };
    await tx.manager.update(visitRatingEntity, { visitId }, { ...given, version: () => 'version + 1' });
  }

  /** Adds to the sums of a doctor’s care ratings; both numbers may be negative. */
  async addUp(tx: Tx, practitionerId: string, ratings: number, points: number): Promise<void> {
    const none = { practitionerId, hospitalId: tx.hospitalId, ratings: 0, points: 0 };
    await insertUnlessThere(tx, practitionerRatingEntity, none);
    await tx.query(
      'UPDATE practitioner_rating SET ratings = ratings + $2, points = points + $3 WHERE practitioner_id = $1',
      [practitionerId, ratings, points],
    );
  }

  /** Returns the patient’s unrated visits that ended after the given time, newest first. */
  async unrated(tx: Tx, patientId: string, since: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT v.id FROM visit v WHERE v.patient_id = $1 AND v.status = 'completed' AND v.ended_at > $2
         AND NOT EXISTS (SELECT 1 FROM visit_rating r WHERE r.visit_id = v.id)
       ORDER BY v.ended_at DESC, v.id LIMIT 20`,
      [patientId, since],
    );
    return rows.map(({ id }) => id);
  }
}
