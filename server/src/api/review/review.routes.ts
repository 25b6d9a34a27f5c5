import * as contract from '@yunzhen/shared/review/review.contract';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { ReviewTalkService } from './review-talk.service.ts';
import type { ReviewService } from './review.service.ts';

export function registerReviewRoutes(routes: RouteRegistrar, reviews: ReviewService, talk: ReviewTalkService): void {
  routes.route(contract.listReviews, (context, { query }) => reviews.list(context, query));
  routes.route(contract.readReview, (context, { params }) => reviews.read(context, params.reviewId));
  routes.route(contract.startReview, (context, { params }) => reviews.start(context, params.reviewId));
  routes.route(contract.releaseReview, (context, { params }) => reviews.release(context, params.reviewId));
  routes.route(contract.approveReview, (context, { params, body }) => reviews.approve(context, params.reviewId, body));
  routes.route(contract.takeReviewOver, (context, { params, body }) =>
    reviews.takeOver(context, params.reviewId, body.reason),
  );
  routes.route(contract.listReviewThreads, (context, { params }) => talk.ofVisit(context, params.visitId));
  routes.route(contract.postReviewMessage, (context, { params, body }) => talk.post(context, params.reviewId, body));
  routes.route(contract.rejectReview, (context, { params, body }) => reviews.reject(context, params.reviewId, body));
}
