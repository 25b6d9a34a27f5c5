import { z } from 'zod';
import { rejectionReasons, reviewStatuses } from '../domain/prescription.ts';
import { cursorQuery, id, instant, localizedText, page, text, version } from './common.ts';
import { personName, prescription, safetyReport } from './prescribing.ts';
import { defineRoute } from './route.ts';

export const review = z.strictObject({
  id,
  status: z.enum(reviewStatuses),
  version,
  requestedAt: instant,
  startedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  pharmacist: personName.nullable(),
  /** True while the visit is still in progress: the patient is on the line. */
  patientInCall: z.boolean(),
  prescription,
});
export type Review = z.output<typeof review>;

export const reviewDetail = review.extend({
  patientFacts: z.strictObject({
    allergies: z.array(z.strictObject({ substance: z.string(), reaction: z.string(), severity: z.string() })),
    allergiesStated: z.boolean(),
    conditions: z.array(localizedText),
    medicines: z.array(z.strictObject({ text: z.string(), dosage: z.string() })),
  }),
  /** The checks run again now, not the doctor’s result repeated. */
  safetyNow: safetyReport,
});
export type ReviewDetail = z.output<typeof reviewDetail>;

const reviewParams = z.strictObject({ reviewId: id });

export const listReviews = defineRoute({
  name: 'listReviews',
  method: 'GET',
  path: '/api/reviews',
  summary:
    'The pharmacist’s queue: open reviews oldest first, those of patients still in the call before others; or the decided ones',
  permission: 'review.read',
  query: z.strictObject({ ...cursorQuery, state: z.enum(['open', 'decided']).default('open') }),
  response: page(review),
});

export const readReview = defineRoute({
  name: 'readReview',
  method: 'GET',
  path: '/api/reviews/:reviewId',
  summary: 'One review with the chart facts that matter and every check run again',
  permission: 'review.read',
  params: reviewParams,
  response: reviewDetail,
});

export const startReview = defineRoute({
  name: 'startReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/start',
  summary: 'Take the review, so that no colleague reviews the same',
  permission: 'review.decide',
  params: reviewParams,
  response: review,
});

export const releaseReview = defineRoute({
  name: 'releaseReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/release',
  summary: 'Give the review back to the queue',
  permission: 'review.decide',
  params: reviewParams,
  response: review,
});

export const approveReview = defineRoute({
  name: 'approveReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/approval',
  summary: 'Approve, a second factor having been given within the last minutes: adds the pharmacist’s signature',
  permission: 'review.decide',
  params: reviewParams,
  response: review,
  rateLimit: 30,
});

export const rejectReview = defineRoute({
  name: 'rejectReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/rejection',
  summary: 'Send the prescription back to the doctor with a reason',
  permission: 'review.decide',
  params: reviewParams,
  body: z.strictObject({ reason: z.enum(rejectionReasons), text: text(1000, 1) }),
  response: review,
});
