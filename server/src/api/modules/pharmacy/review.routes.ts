import * as contract from '@yunzhen/shared/contract/review';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ReviewService } from './review.service.ts';

export function registerReviewRoutes(routes: RouteRegistrar, reviews: ReviewService): void {
  routes.route(contract.listReviews, (context, { query }) => reviews.list(context, query));
  routes.route(contract.readReview, (context, { params }) => reviews.read(context, params.reviewId));
  routes.route(contract.startReview, (context, { params }) => reviews.start(context, params.reviewId));
  routes.route(contract.releaseReview, (context, { params }) => reviews.release(context, params.reviewId));
  routes.route(contract.approveReview, (context, { params }) => reviews.approve(context, params.reviewId));
  routes.route(contract.rejectReview, (context, { params, body }) => reviews.reject(context, params.reviewId, body));
}
