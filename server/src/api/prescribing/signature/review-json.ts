import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { checklistComplete, reviewChecklist, type ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';

/** The JWS `typ` of a pharmacist's signature. */
export const REVIEW_JWS_TYPE = 'yunzhen-prescription-review';

/** Version 2 adds the checklist; version 3 adds which checks ran and which did not. Signed reviews keep their layout. */
const REVIEW_SCHEMA = 'yunzhen/prescription-review/3';
const WITH_CHECKLIST: readonly unknown[] = ['yunzhen/prescription-review/2', REVIEW_SCHEMA];

export interface ReviewRecord {
  readonly reviewId: string;
  readonly prescriptionId: string;
  /** The doctor's compact JWS that the pharmacist saw. */
  readonly prescriptionJws: string;
  readonly decision: 'approved' | 'rejected';
  readonly reason: string | null;
  readonly pharmacist: { readonly id: string; readonly name: string; readonly licence: string };
  /** The results of the checks at the pharmacist's decision. */
  readonly checks: Pick<SafetyReport, 'dataVersion' | 'checks' | 'notChecked'>;
  /** The ticked items of the four checks and ten matches; null for a rejection, which needs none. */
  readonly checklist: readonly ReviewMatch[] | null;
  readonly decidedAt: Date;
}

/**
 * Returns the object that the pharmacist signs. It contains the digest of the doctor's whole JWS, so that the review is valid for no other
 * prescription or signature.
 */
export function reviewJson(review: ReviewRecord): JsonValue {
  const { pharmacist } = review;
  return {
    schema: REVIEW_SCHEMA,
    id: review.reviewId,
    prescriptionId: review.prescriptionId,
    prescriptionDigest: prescriptionDigest(review.prescriptionJws),
    decision: review.decision,
    reason: review.reason,
    pharmacist: { id: pharmacist.id, name: pharmacist.name, licence: pharmacist.licence },
    checks: {
      ran: review.checks.checks.map((check) => ({ check, dataVersion: review.checks.dataVersion })),
      notChecked: review.checks.notChecked.map(({ check, itemIds, reason: { en, zh } }) => ({
        check,
        itemIds: [...itemIds],
        reason: { en, zh },
      })),
    },
    checklist:
      review.checklist &&
      reviewChecklist.map(({ id, matches }) => ({
        check: id,
        matches: matches.map((match) => match.id).filter((match) => review.checklist?.includes(match)),
      })),
    decidedAt: review.decidedAt.toISOString(),
  };
}

/** Returns whether a signed approval contains the whole checklist, or has a version without one. */
export function isChecklistKept(review: Readonly<Record<string, JsonValue>>): boolean {
  if (!WITH_CHECKLIST.includes(review['schema']) || review['decision'] !== 'approved') return true;
  const signed = signedChecklist.safeParse(review['checklist']);
  return signed.success && checklistComplete(signed.data.flatMap(({ matches }) => matches));
}

const signedChecklist = z.array(z.looseObject({ matches: z.array(z.string()) }));

/** Returns the SHA-256 of a compact JWS as base64url. */
export function prescriptionDigest(jws: string): string {
  return createHash('sha256').update(jws, 'ascii').digest('base64url');
}
