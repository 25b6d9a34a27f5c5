import { routesOf } from '../core/route.ts';
import type { reviewSchemas } from './review.schemas.ts';

export type { ReviewMessage, Review, ReviewDetail, ReviewThread } from './review.schemas.ts';

const defineRoute = routesOf<typeof reviewSchemas>();

export const listReviews = defineRoute('listReviews', 'GET /api/reviews', 'review.read');
export const readReview = defineRoute('readReview', 'GET /api/reviews/:reviewId', 'review.read');
export const startReview = defineRoute('startReview', 'POST /api/reviews/:reviewId/start', 'review.decide');
export const releaseReview = defineRoute('releaseReview', 'POST /api/reviews/:reviewId/release', 'review.decide');
export const approveReview = defineRoute('approveReview', 'POST /api/reviews/:reviewId/approval', 'review.decide');
export const rejectReview = defineRoute('rejectReview', 'POST /api/reviews/:reviewId/rejection', 'review.decide');
export const takeReviewOver = defineRoute(
  'takeReviewOver',
  'POST /api/reviews/:reviewId/take-over',
  'review.take-over',
);
export const listReviewThreads = defineRoute(
  'listReviewThreads',
  'GET /api/visits/:visitId/review-threads',
  'review.talk',
);
export const postReviewMessage = defineRoute(
  'postReviewMessage',
  'POST /api/reviews/:reviewId/messages',
  'review.talk',
);
