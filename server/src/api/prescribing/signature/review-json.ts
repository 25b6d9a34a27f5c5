import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { checklistComplete, reviewChecklist, type ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';

/** The JWS `typ` of what a pharmacist signs. */
export const REVIEW_JWS_TYPE = 'yunzhen-prescription-review';

/** Version 2 adds the checklist, version 3 which checks ran and which did not. An old review keeps its layout for ever. */
const REVIEW_SCHEMA = 'yunzhen/prescription-review/3';
const WITH_CHECKLIST: readonly unknown[] = ['yunzhen/prescription-review/2', REVIEW_SCHEMA];

export interface ReviewRecord {
  readonly reviewId: string;
  readonly prescriptionId: string;
  /** The doctor's compact JWS, which the pharmacist had before them. */
  readonly prescriptionJws: string;
  readonly decision: 'approved' | 'rejected';
  readonly reason: string | null;
  readonly pharmacist: { readonly id: string; readonly name: string; readonly licence: string };
  /** The checks as they came out when the pharmacist decided. */
  readonly checks: Pick<SafetyReport, 'dataVersion' | 'checks' | 'notChecked'>;
  /** What of the four checks and ten matches was ticked; null for a rejection, which asks for none. */
  readonly checklist: readonly ReviewMatch[] | null;
  readonly decidedAt: Date;
}

/**
 * The object that the pharmacist signs. It holds the digest of the doctor's whole JWS, so that the review can't be shown beside
 * another prescription, nor beside another signature over the same one.
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

/** Whether a signed approval holds all of the four checks and ten matches, as far as its version has them. */
export function isChecklistKept(review: Readonly<Record<string, JsonValue>>): boolean {
  if (!WITH_CHECKLIST.includes(review['schema']) || review['decision'] !== 'approved') return true;
  const signed = signedChecklist.safeParse(review['checklist']);
  return signed.success && checklistComplete(signed.data.flatMap(({ matches }) => matches));
}

const signedChecklist = z.array(z.looseObject({ matches: z.array(z.string()) }));

/** SHA-256 of a compact JWS, base64url. */
export function prescriptionDigest(jws: string): string {
  return createHash('sha256').update(jws, 'ascii').digest('base64url');
}
