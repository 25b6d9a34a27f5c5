import { defineRoute } from '../core/route.ts';
import type { reviewSchemas } from './review.schemas.ts';

export type { ReviewMessage, Review, ReviewDetail, ReviewThread } from './review.schemas.ts';

export const listReviews = defineRoute<typeof reviewSchemas, 'listReviews'>({
  name: 'listReviews',
  method: 'GET',
  path: '/api/reviews',
  permission: 'review.read',
});

export const readReview = defineRoute<typeof reviewSchemas, 'readReview'>({
  name: 'readReview',
  method: 'GET',
  path: '/api/reviews/:reviewId',
  permission: 'review.read',
});

export const startReview = defineRoute<typeof reviewSchemas, 'startReview'>({
  name: 'startReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/start',
  permission: 'review.decide',
});

export const releaseReview = defineRoute<typeof reviewSchemas, 'releaseReview'>({
  name: 'releaseReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/release',
  permission: 'review.decide',
});

export const approveReview = defineRoute<typeof reviewSchemas, 'approveReview'>({
  name: 'approveReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/approval',
  permission: 'review.decide',
});

export const rejectReview = defineRoute<typeof reviewSchemas, 'rejectReview'>({
  name: 'rejectReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/rejection',
  permission: 'review.decide',
});

export const takeReviewOver = defineRoute<typeof reviewSchemas, 'takeReviewOver'>({
  name: 'takeReviewOver',
  method: 'POST',
  path: '/api/reviews/:reviewId/take-over',
  permission: 'review.take-over',
});

export const listReviewThreads = defineRoute<typeof reviewSchemas, 'listReviewThreads'>({
  name: 'listReviewThreads',
  method: 'GET',
  path: '/api/visits/:visitId/review-threads',
  permission: 'review.talk',
});

export const postReviewMessage = defineRoute<typeof reviewSchemas, 'postReviewMessage'>({
  name: 'postReviewMessage',
  method: 'POST',
  path: '/api/reviews/:reviewId/messages',
  permission: 'review.talk',
});
