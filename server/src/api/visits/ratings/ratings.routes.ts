import * as contract from '@yunzhen/shared/visits/ratings.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { RatingsService } from './ratings.service.ts';

export function registerRatingRoutes(routes: RouteRegistrar, ratings: RatingsService): void {
  routes.route(contract.readRating, (context, { params }) => ratings.read(context, params.visitId));
  routes.route(contract.rateVisit, (context, { params, version, body }) =>
    ratings.rate(context, params.visitId, version, body),
  );
  routes.route(contract.listUnratedVisits, (context) => ratings.unrated(context));
  routes.route(contract.listRatingComments, (context, { query }) => ratings.comments(context, query));
}
