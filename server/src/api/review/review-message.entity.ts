import { column, defineTable, key, type RowOf } from '../../platform/db/table.ts';

/** A question or answer in a review. Rows are only inserted. */
export const reviewMessageEntity = defineTable('review_message', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  reviewId: column('uuid'),
  practitionerId: column('uuid'),
  side: column<'pharmacist' | 'doctor'>('text'),
  text: column('text'),
  at: column('timestamptz'),
});
export type ReviewMessageRow = RowOf<typeof reviewMessageEntity>;
