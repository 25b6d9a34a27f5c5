import type { RatingComment } from '@yunzhen/shared/visits/ratings.contract';
import type { ratingCommentSorts } from '@yunzhen/shared/visits/ratings.constants';
import { leastRatings } from '@yunzhen/shared/visits/rating';
import { placeValues, sortedBy, type Order, type SortedPlace } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface CommentFilter {
  practitionerId: string | null;
  atMost: number | null;
  words: string;
  /** Returns only ratings given before this time. */
  before: Date;
  sort: (typeof ratingCommentSorts)[number];
  order: Order;
  after: SortedPlace | null;
  limit: number;
}

export type CommentRow = RatingComment & { sortValue: string };

const latestFirst = { asc: `(999999 - to_char(m.first, 'YYYYMM')::int)`, desc: 'm.month' };
/** A missing rating sorts past the end in either order, so the value is never null. */
const pastTheEnd = { asc: 9, desc: 0 };
const keyOf = (sort: CommentFilter['sort'], order: Order) =>
  sort === 'month' ? 'm.month' : `concat(coalesce(r.${sort}, ${pastTheEnd[order]}), ' ', ${latestFirst[order]})`;

/**
 * Lists patients’ comments without identifying details: no visit, no day, no chronological order within a month. Omits months in which the doctor
 * completed fewer than five visits.
 */
export class RatingCommentsRepository {
  /** Returns one more row than the limit. */
  list(tx: Tx, filter: CommentFilter): Promise<CommentRow[]> {
    const place = sortedBy(keyOf(filter.sort, filter.order), 'r.id', filter.order, 5);
    return tx.query<CommentRow>(
      `SELECT r.id, m.month, ${place.key} AS "sortValue", r.care, r.picture, r.reasons, r.comment, d.name AS department,
         json_build_object('id', p.id, 'name', p.name, 'nameLatin', p.name_latin, 'title', p.title) AS doctor
       FROM visit_rating r
       JOIN visit v ON v.id = r.visit_id JOIN practitioner p ON p.id = r.practitioner_id
       JOIN department d ON d.id = r.department_id JOIN hospital h ON h.id = r.hospital_id
       CROSS JOIN LATERAL (SELECT to_char(v.ended_at AT TIME ZONE h.time_zone, 'YYYY-MM') AS month,
         date_trunc('month', v.ended_at AT TIME ZONE h.time_zone) AS first) m
       WHERE (r.comment <> '' OR r.reasons <> '{}') AND r.rated_at < $1
         AND ($2::uuid IS NULL OR r.practitioner_id = $2)
         AND ($3::int IS NULL OR least(r.care, r.picture) <= $3)
         AND (r.comment ILIKE $4 OR p.name ILIKE $4 OR p.name_latin ILIKE $4)
         AND ${place.where}
         AND (SELECT count(*) FROM visit w WHERE w.practitioner_id = r.practitioner_id AND w.status = 'completed'
           AND w.ended_at >= m.first AT TIME ZONE h.time_zone
           AND w.ended_at < (m.first + interval '1 month') AT TIME ZONE h.time_zone) >= ${leastRatings}
       ORDER BY ${place.order} LIMIT $7`,
      [
        filter.before,
        filter.practitionerId,
        filter.atMost,
        `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`,
        ...placeValues(filter.after),
        filter.limit + 1,
      ],
    );
  }
}
