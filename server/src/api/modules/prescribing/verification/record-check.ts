import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { canonicalJson, type JsonValue } from '../../../../platform/signing/canonical-json.ts';
import { readCertificate } from '../../../../platform/signing/certificate.ts';
import { distrustReason, type TrustPolicy } from '../../../../platform/signing/certificate-trust.ts';
import { verifyJws } from '../../../../platform/signing/jws.ts';
import { PRESCRIPTION_JWS_TYPE, prescriptionJson } from '../document/prescription-json.ts';
import { prescriptionDigest, REVIEW_JWS_TYPE } from '../document/review-json.ts';
import { toRecord } from '../signing/record.ts';
import type { SignatureRow } from '../signing/signature.repository.ts';

export interface RecordCheck {
  doctor: 'valid' | 'invalid';
  pharmacist: 'valid' | 'invalid' | 'none';
  /** Why the record is not what was signed; null when it is. */
  reason: string | null;
}

/**
 * Says whether a stored record is still what its doctor, and its pharmacist, signed: both signatures over the stored payload,
 * certificates trusted at the time of signing, and the row itself, made into JSON anew, equal to the signed payload.
 */
export function checkRecord(
  row: PrescriptionWithSurroundings,
  signatures: { doctor: SignatureRow | null; pharmacist: SignatureRow | null },
  trust: TrustPolicy,
): RecordCheck {
  const doctor = signatures.doctor ? signedPayload(signatures.doctor, PRESCRIPTION_JWS_TYPE, trust) : null;
  if (!doctor || !signatures.doctor) return { doctor: 'invalid', pharmacist: 'none', reason: 'doctor-signature' };
  const review = signatures.pharmacist ? signedPayload(signatures.pharmacist, REVIEW_JWS_TYPE, trust) : null;
  const pharmacist = !signatures.pharmacist
    ? 'none'
    : review && belongsTo(review, signatures.doctor.jws)
      ? 'valid'
      : 'invalid';
  const reason =
    canonicalJson(doctor) !== row.signedPayload || !rowStillSays(row, doctor)
      ? 'record-differs'
      : pharmacist === 'invalid' || (row.status === 'approved' && pharmacist === 'none')
        ? 'pharmacist-signature'
        : null;
  return { doctor: 'valid', pharmacist, reason };
}

function signedPayload(signature: SignatureRow, type: string, trust: TrustPolicy): JsonValue | null {
  const certificate = readCertificate(signature.certificatePem);
  const verification = verifyJws(signature.jws, type, certificate);
  if (verification.outcome !== 'valid' || distrustReason(certificate, trust, signature.signedAt)) return null;
  return verification.payload;
}

function belongsTo(review: JsonValue, doctorJws: string): boolean {
  return (
    typeof review === 'object' &&
    review !== null &&
    'prescriptionDigest' in review &&
    review.prescriptionDigest === prescriptionDigest(doctorJws)
  );
}

/** Compares what the row holds of lines and diagnoses with what was signed; names of people may be corrected later. */
function rowStillSays(row: PrescriptionWithSurroundings, payload: JsonValue): boolean {
  if (!row.signedAt || !row.validUntil || typeof payload !== 'object' || payload === null) return false;
  const now = prescriptionJson(toRecord(row, row.signedAt, row.validUntil)) as Record<string, JsonValue>;
  const then = payload as Record<string, JsonValue>;
  return ['id', 'number', 'visitId', 'items', 'diagnoses', 'signedAt', 'validUntil'].every(
    (member) => canonicalJson(now[member] ?? null) === canonicalJson(then[member] ?? null),
  );
}
