import { defineRoute } from '../core/route.ts';
import type { ratingsSchemas } from './ratings.schemas.ts';

export type { VisitRating, RatingComment } from './ratings.schemas.ts';

export const readRating = defineRoute<typeof ratingsSchemas, 'readRating'>({
  name: 'readRating',
  method: 'GET',
  path: '/api/visits/:visitId/rating',
  permission: 'visit.rate',
});

export const rateVisit = defineRoute<typeof ratingsSchemas, 'rateVisit'>({
  name: 'rateVisit',
  method: 'PUT',
  path: '/api/visits/:visitId/rating',
  permission: 'visit.rate',
  ifMatch: true,
});

export const listUnratedVisits = defineRoute<typeof ratingsSchemas, 'listUnratedVisits'>({
  name: 'listUnratedVisits',
  method: 'GET',
  path: '/api/unrated-visits',
  permission: 'visit.rate',
});

export const listRatingComments = defineRoute<typeof ratingsSchemas, 'listRatingComments'>({
  name: 'listRatingComments',
  method: 'GET',
  path: '/api/rating-comments',
  permission: 'rating.read',
});
