import { z } from 'zod';
import { ratingReasons } from './rating.ts';
import { cursorQuery, id, instant, localizedText, page, text, version } from '../core/common.ts';
import { ratingCommentSorts } from './ratings.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const points = z.int().min(1).max(5);

/** Care and audio/video quality separately; either may be absent. */
const given = {
  care: points.nullable(),
  picture: points.nullable(),
  reasons: z
    .array(z.enum(ratingReasons))
    .max(ratingReasons.length)
    .refine((list) => new Set(list).size === list.length, { error: 'duplicate' })
    .default([]),
  comment: text(1000).default(''),
};

const rating = z.strictObject({
  /** 0 before the first. */
  version,
  /** Whether it may be given or corrected now. */
  open: z.boolean(),
  /** Until when it may be corrected; null before the first. */
  changeableUntil: instant.nullable(),
  given: z.strictObject(given).nullable(),
});
export type VisitRating = z.output<typeof rating>;

const visitParams = z.strictObject({ visitId: id });

const ratingComment = z.strictObject({
  id,
  /** `2026-11`: month of the visit, in the hospital’s time zone. */
  month: z.string(),
  care: points.nullable(),
  picture: points.nullable(),
  reasons: z.array(z.enum(ratingReasons)),
  comment: z.string(),
  doctor: z.strictObject({ id, name: z.string(), nameLatin: z.string(), title: localizedText }),
  department: localizedText,
});
export type RatingComment = z.output<typeof ratingComment>;

export const ratingsSchemas = {
  readRating: {
    summary: 'Get the rating of a visit and whether it can still be given',
    params: visitParams,
    response: rating,
  },
  rateVisit: {
    summary: 'Rate a completed visit, or change the rating within a week; repeating has no effect',
    params: visitParams,
    body: z
      .strictObject(given)
      .refine(({ care, picture }) => care !== null || picture !== null, { error: 'required', path: ['care'] }),
    response: rating,
  },
  listUnratedVisits: {
    summary: 'List visits completed in the last month that the patient has not rated, latest first',
    response: z.strictObject({ items: z.array(id) }),
  },
  listRatingComments: {
    summary:
      'List rating comments and reasons without the patient: your own, or all as an administrator; a week after the rating, and only for months with at least five completed visits',
    query: z.strictObject({
      ...cursorQuery,
      doctorId: id.optional(),
      /** Filters by at most this many points in either. */
      atMost: z.coerce.number().int().min(1).max(5).optional(),
      /** Part of the comment, or of the doctor’s name. */
      q: z.string().trim().max(80).optional(),
      /** Equal points are sorted by month, latest first; missing points come last in either order. */
      sort: z.enum(ratingCommentSorts).default('month'),
      order: z.enum(['asc', 'desc']).default('desc'),
    }),
    response: page(ratingComment),
  },
} satisfies RouteSchemas;
