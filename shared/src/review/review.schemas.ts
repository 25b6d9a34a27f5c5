import { z } from 'zod';
import { rejectionReasons, reviewStatuses } from '../prescribing/prescription.ts';
import { activeMedicine } from '../prescribing/active-medicine.schemas.ts';
import { checklistMatches } from './review-checklist.ts';
import { cursorQuery, id, instant, localizedText, page, text, version } from '../core/common.ts';
import { personName, prescription, safetyReport } from '../prescribing/prescribing.schemas.ts';
import { safetyFacts } from '../chart/observations.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A message between pharmacist and doctor about a prescription under review. Stored permanently. */
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
  /** True while the visit is in progress, so that the patient can be asked. */
  patientInCall: z.boolean(),
  /** When the hospital’s target time ends; afterwards the review is overdue. */
  dueAt: instant,
  /** Until when the pharmacist’s claim lasts; their page extends it. */
  heldUntil: instant.nullable(),
  /** What was ticked with the approval. */
  checklist: z.array(z.enum(checklistMatches)).nullable(),
  /** Why it was approved with an unanswered question to the doctor; null if it was not. */
  questionReason: z.string().nullable(),
  /** Whose turn it is in the conversation with the doctor; null without a question. */
  talk: z.enum(['waits-for-doctor', 'answered']).nullable(),
  /** The last time that a supervisor took it over from a colleague; null if never. */
  takenOver: z.strictObject({ from: personName, by: personName, reason: z.string(), at: instant }).nullable(),
  prescription,
});
export type Review = z.output<typeof review>;

export const reviewDetail = review.extend({
  patientFacts: z.strictObject({
    allergies: z.array(
      z.strictObject({
        substance: z.string(),
        names: z.array(localizedText),
        reaction: z.string(),
        severity: z.string(),
      }),
    ),
    allergiesStated: z.boolean(),
    conditions: z.array(localizedText),
    medicines: z.array(z.strictObject({ text: z.string(), dosage: z.string(), names: z.array(localizedText) })),
    /** Medicines of the patient’s other prescriptions of this hospital. */
    prescribed: z.array(activeMedicine),
    safetyFacts,
  }),
  messages: z.array(reviewMessage),
  /** A fresh run of the checks, not the doctor’s result. */
  safetyNow: safetyReport,
});
export type ReviewDetail = z.output<typeof reviewDetail>;

const reviewParams = z.strictObject({ reviewId: id });

export const reviewThread = z.strictObject({
  reviewId: id,
  prescriptionId: id,
  number: z.string(),
  /** False once the review is decided and read-only. */
  open: z.boolean(),
  /** Why the pharmacist approved without waiting for the answer; null if they did not. */
  questionReason: z.string().nullable(),
  messages: z.array(reviewMessage),
});
export type ReviewThread = z.output<typeof reviewThread>;

export const reviewSchemas = {
  listReviews: {
    summary: 'List open reviews, patients still in a call first, then oldest first; or decided reviews',
    query: z.strictObject({ ...cursorQuery, state: z.enum(['open', 'decided']).default('open') }),
    response: page(review),
  },
  readReview: {
    summary: 'Get a review with relevant chart facts and freshly run checks',
    params: reviewParams,
    response: reviewDetail,
  },
  startReview: {
    summary: 'Assign the review to yourself; repeating keeps it assigned',
    params: reviewParams,
    response: review,
  },
  releaseReview: {
    summary: 'Return the review to the queue',
    params: reviewParams,
    response: review,
  },
  approveReview: {
    summary: 'Approve and add the pharmacist’s signature; requires a recent second factor',
    params: reviewParams,
    body: z.strictObject({
      /** The ticked items of the four checks and ten matches; all ten are required. */
      checklist: z.array(z.enum(checklistMatches)).max(10),
      /** Checks that the page showed as not made; a further one that is not made now blocks the approval. */
      notMade: z.array(z.string().max(40)).max(20).default([]),
      /** Required while a question to the doctor is unanswered. */
      questionReason: text(300, 1).nullable().default(null),
    }),
    response: review,
    rateLimit: 30,
  },
  rejectReview: {
    summary: 'Reject the prescription and return it to the doctor with a reason',
    params: reviewParams,
    body: z.strictObject({
      reason: z.enum(rejectionReasons),
      /** Further reasons, when it has several faults. */
      also: z.array(z.enum(rejectionReasons)).max(rejectionReasons.length).default([]),
      text: text(1000, 1),
    }),
    response: review,
  },
  takeReviewOver: {
    summary: 'Take over a colleague’s review as a supervisor; the reason is recorded',
    params: reviewParams,
    body: z.strictObject({ reason: text(300, 1) }),
    response: review,
  },
  listReviewThreads: {
    summary: 'List pharmacists’ questions about the prescriptions of a visit, with answers',
    params: z.strictObject({ visitId: id }),
    response: z.strictObject({ items: z.array(reviewThread) }),
  },
  postReviewMessage: {
    summary: 'Ask the doctor (as the assigned pharmacist) or answer (as the doctor); the review stays open',
    params: reviewParams,
    body: z.strictObject({
      /** Generated by the client, so that a retry stores the message once. */
      id,
      text: text(1000, 1),
    }),
    response: reviewThread,
  },
} satisfies RouteSchemas;
