import { routesOf } from '../core/route.ts';
import type { ratingsSchemas } from './ratings.schemas.ts';

export type { VisitRating, RatingComment } from './ratings.schemas.ts';

const defineRoute = routesOf<typeof ratingsSchemas>();

export const readRating = defineRoute('readRating', 'GET /api/visits/:visitId/rating', 'visit.rate');
export const rateVisit = defineRoute('rateVisit', 'PUT /api/visits/:visitId/rating', 'visit.rate', { ifMatch: true });
export const listUnratedVisits = defineRoute('listUnratedVisits', 'GET /api/unrated-visits', 'visit.rate');
export const listRatingComments = defineRoute('listRatingComments', 'GET /api/rating-comments', 'rating.read');
