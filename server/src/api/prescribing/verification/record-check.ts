import type { PrescriptionStatus } from '@yunzhen/shared/prescribing/prescription';
import { signedPayload } from '../../signing/index.ts';
import type { PrescriptionWithSurroundings, SignatureRow } from '../prescription.repository.ts';
import { canonicalJson, type JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { TrustPolicy } from '../../../platform/signing/certificate-trust.ts';
import {
  holdsBasis,
  holdsCircumstances,
  PRESCRIPTION_JWS_TYPE,
  prescriptionJson,
  schemaOf,
} from '../signature/prescription-json.ts';
import { isChecklistKept, prescriptionDigest, REVIEW_JWS_TYPE } from '../signature/review-json.ts';

export interface RecordCheck {
  doctor: 'valid' | 'invalid';
  pharmacist: 'valid' | 'invalid' | 'none';
  /** Why the record differs from what was signed; null when it does not. */
  reason: string | null;
}

type Members = Record<string, JsonValue>;

/**
 * Checks whether a stored record is still what its doctor and pharmacist signed. Verifies both signatures and their certificates at the time of
 * signing. Compares the row with the signed payload, and its state with the signed decision.
 */
export function checkRecord(
  row: PrescriptionWithSurroundings,
  signatures: { doctor: SignatureRow | null; pharmacist: SignatureRow | null },
  trust: TrustPolicy,
): RecordCheck {
  const doctor = signatures.doctor ? membersOf(signedPayload(signatures.doctor, PRESCRIPTION_JWS_TYPE, trust)) : null;
  if (!doctor || !signatures.doctor) return { doctor: 'invalid', pharmacist: 'none', reason: 'doctor-signature' };
  const review = signatures.pharmacist ? membersOf(signedPayload(signatures.pharmacist, REVIEW_JWS_TYPE, trust)) : null;
  const pharmacist = !signatures.pharmacist
    ? 'none'
    : review && isReviewOf(review, row, signatures.doctor.jws)
      ? 'valid'
      : 'invalid';
  const reason =
    canonicalJson(doctor) !== row.signedPayload || !rowStillSays(row, doctor)
      ? 'record-differs'
      : pharmacist === 'invalid' || !agrees(row.status, review)
        ? 'pharmacist-signature'
        : null;
  return { doctor: 'valid', pharmacist, reason };
}

function membersOf(payload: JsonValue | null): Members | null {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? (payload as Members) : null;
}

function isReviewOf(review: Members, row: PrescriptionWithSurroundings, doctorJws: string): boolean {
  return (
    review['prescriptionId'] === row.id &&
    review['prescriptionDigest'] === prescriptionDigest(doctorJws) &&
    membersOf(review['pharmacist'] ?? null)?.['id'] === row.pharmacistId &&
    isChecklistKept(review)
  );
}

/** The decision that the pharmacist must have signed for each state; null when either decision, or none, is possible. */
const signedDecision: Record<PrescriptionStatus, 'approved' | 'rejected' | null> = {
  draft: null,
  signed: null,
  'under-review': null,
  approved: 'approved',
  dispensing: 'approved',
  dispensed: 'approved',
  rejected: 'rejected',
  cancelled: null,
  expired: null,
};

function agrees(status: PrescriptionStatus, review: Members | null): boolean {
  const decision = signedDecision[status];
  return decision === null || review?.['decision'] === decision;
}

/** Compares every signed member but the names of people with the row; names may be corrected later. */
function rowStillSays(row: PrescriptionWithSurroundings, then: Members): boolean {
  const schema = schemaOf(then['schema']);
  const { signedAt, validUntil } = row;
  if (!schema || !signedAt || !validUntil) return false;
  const now = prescriptionJson(row, { signedAt, validUntil }, schema) as Members;
  const later = [...(holdsCircumstances(schema) ? ['circumstances'] : []), ...(holdsBasis(schema) ? ['basis'] : [])];
  return ['id', 'number', 'visitId', 'items', 'diagnoses', 'checks', 'signedAt', 'validUntil', ...later].every(
    (member) => canonicalJson(now[member] ?? null) === canonicalJson(then[member] ?? null),
  );
}
