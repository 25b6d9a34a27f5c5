import { createHash } from 'node:crypto';
import type { JsonValue } from '../../../../platform/signing/canonical-json.ts';

/** The JWS `typ` of what a pharmacist signs. */
export const REVIEW_JWS_TYPE = 'yunzhen-prescription-review';

const REVIEW_SCHEMA = 'yunzhen/prescription-review/1';

export interface ReviewRecord {
  readonly reviewId: string;
  readonly prescriptionId: string;
  /** The doctor's compact JWS, which the pharmacist had before them. */
  readonly prescriptionJws: string;
  readonly decision: 'approved' | 'rejected';
  readonly reason: string | null;
  readonly pharmacist: { readonly id: string; readonly name: string; readonly licence: string };
  /** Version of the data that the checks ran on when the pharmacist decided. */
  readonly checksDataVersion: string;
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
    checks: { dataVersion: review.checksDataVersion },
    decidedAt: review.decidedAt.toISOString(),
  };
}

/** SHA-256 of a compact JWS, base64url. */
export function prescriptionDigest(jws: string): string {
  return createHash('sha256').update(jws, 'ascii').digest('base64url');
}
