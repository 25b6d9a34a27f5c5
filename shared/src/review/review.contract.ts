import { z } from 'zod';
import { rejectionReasons, reviewStatuses } from '../prescribing/prescription.ts';
import { checklistMatches } from './review-checklist.ts';
import { cursorQuery, id, instant, localizedText, page, text, version } from '../core/common.ts';
import { personName, prescription, safetyReport } from '../prescribing/prescribing.contract.ts';
import { safetyFacts } from '../chart/observations.contract.ts';
import { defineRoute } from '../core/route.ts';

/** What pharmacist and doctor say to each other about a prescription under review. Kept for ever. */
export const reviewMessage = z.strictObject({
  id,
  side: z.enum(['pharmacist', 'doctor']),
  author: personName,
  text: z.string(),
  at: instant,
});
export type ReviewMessage = z.output<typeof reviewMessage>;

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
  /** By when the hospital wants it decided; after it the review is overdue. */
  dueAt: instant,
  /** Until when it stays with its pharmacist unless their page says that they are still at it. */
  heldUntil: instant.nullable(),
  /** What was ticked with the approval. */
  checklist: z.array(z.enum(checklistMatches)).nullable(),
  /** Whose turn it is in the talk with the doctor; null where nobody has asked. */
  talk: z.enum(['waits-for-doctor', 'answered']).nullable(),
  /** The last time that a supervisor took it from a colleague; null when it never happened. */
  takenOver: z.strictObject({ from: personName, by: personName, reason: z.string(), at: instant }).nullable(),
  prescription,
});
export type Review = z.output<typeof review>;

export const reviewDetail = review.extend({
  patientFacts: z.strictObject({
    allergies: z.array(z.strictObject({ substance: z.string(), reaction: z.string(), severity: z.string() })),
    allergiesStated: z.boolean(),
    conditions: z.array(localizedText),
    medicines: z.array(z.strictObject({ text: z.string(), dosage: z.string(), names: z.array(localizedText) })),
    safetyFacts,
  }),
  messages: z.array(reviewMessage),
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
  summary: 'Take the review, so that no colleague reviews the same; again while one is at it, it stays taken',
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
  body: z.strictObject({
    /** The four checks and ten matches that were ticked; all ten are needed. */
    checklist: z.array(z.enum(checklistMatches)).max(10),
    /** Checks that the page named as not made; one more that is not made now stops the approval. */
    notMade: z.array(z.string().max(40)).max(20).default([]),
  }),
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

export const takeReviewOver = defineRoute({
  name: 'takeReviewOver',
  method: 'POST',
  path: '/api/reviews/:reviewId/take-over',
  summary: 'A supervisor takes over what a colleague has taken; recorded with the reason',
  permission: 'review.take-over',
  params: reviewParams,
  body: z.strictObject({ reason: text(300, 1) }),
  response: review,
});

export const reviewThread = z.strictObject({
  reviewId: id,
  prescriptionId: id,
  number: z.string(),
  /** False once the review was decided: then it is only read. */
  open: z.boolean(),
  messages: z.array(reviewMessage),
});
export type ReviewThread = z.output<typeof reviewThread>;

export const listReviewThreads = defineRoute({
  name: 'listReviewThreads',
  method: 'GET',
  path: '/api/visits/:visitId/review-threads',
  summary: 'What pharmacists have asked the doctor about the prescriptions of a visit, and the answers',
  permission: 'review.talk',
  params: z.strictObject({ visitId: id }),
  response: z.strictObject({ items: z.array(reviewThread) }),
});

export const postReviewMessage = defineRoute({
  name: 'postReviewMessage',
  method: 'POST',
  path: '/api/reviews/:reviewId/messages',
  summary: 'Ask the doctor (the pharmacist who has taken the review), or answer (the doctor); the review stays open',
  permission: 'review.talk',
  params: reviewParams,
  body: z.strictObject({ /** Made by the page: sent twice, it stands once. */ id, text: text(1000, 1) }),
  response: reviewThread,
});
