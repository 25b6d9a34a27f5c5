import type { ApiDeps } from '../../core/area-deps.ts';
import type { CareService } from '../care.service.ts';
import { RatingCommentsRepository } from './rating-comments.repository.ts';
import { registerRatingRoutes } from './ratings.routes.ts';
import { RatingsRepository } from './ratings.repository.ts';
import { RatingsService } from './ratings.service.ts';

/** What patients say of their visits. */
export function createRatingsModule(
  { transactions, routes }: ApiDeps,
  visits: Pick<CareService, 'getVisit' | 'holdVisit'>,
): void {
  const parts = { transactions, visits, ratings: new RatingsRepository(), comments: new RatingCommentsRepository() };
  registerRatingRoutes(routes, new RatingsService(parts));
}
