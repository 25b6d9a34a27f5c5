import type { CareService } from '../care.service.ts';
import type { VisitsDeps } from '../visits-parts.ts';
import { RatingCommentsRepository } from './rating-comments.repository.ts';
import { registerRatingRoutes } from './ratings.routes.ts';
import { RatingsRepository } from './ratings.repository.ts';
import { RatingsService } from './ratings.service.ts';

/** Registers the routes for patients’ ratings of visits. */
export function createRatings({ transactions, routes }: VisitsDeps, visits: CareService): void {
  const parts = { transactions, visits, ratings: new RatingsRepository(), comments: new RatingCommentsRepository() };
  registerRatingRoutes(routes, new RatingsService(parts));
}
