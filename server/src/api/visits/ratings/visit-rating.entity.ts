import type { RatingReason } from '@yunzhen/shared/visits/rating';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A patient’s rating of a visit. */
export const visitRatingEntity = defineTable('visit_rating', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  id: column('uuid'),
  version: column('integer'),
  practitionerId: column('uuid'),
  departmentId: column('uuid'),
  care: nullable('integer'),
  picture: nullable('integer'),
  reasons: column<RatingReason[]>('text[]'),
  comment: column('text'),
  ratedByAccountId: column('uuid'),
  ratedAt: column('timestamptz'),
  changedAt: column('timestamptz'),
});
export type VisitRatingRow = RowOf<typeof visitRatingEntity>;
