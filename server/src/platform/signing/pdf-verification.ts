import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { distrustReason } from './certificate-trust.ts';
import type { DistrustReason, TrustPolicy } from './certificate-trust.ts';
import type { CertificateSubject, SigningCertificate } from './certificate.ts';
import { verifyCms } from './cms-verification.ts';
import type { MalformedCmsReason } from './cms-verification.ts';
import { readSignedRange } from './pdf-byte-range.ts';
import { readTimeStamp } from './time-stamp-token.ts';
import type { AlteredReason, MalformedRangeReason } from './pdf-byte-range.ts';

export type PdfVerification =
  | {
      readonly outcome: 'valid';
      readonly signer: CertificateSubject;
      /** The signer's own claim; proof of time needs a time stamp authority. */
      readonly signedAt: Date;
      readonly certificate: SigningCertificate;
      /** Proof by a trusted authority that the signature existed then; null without a time stamp. */
      readonly timeStamp: { readonly at: Date; readonly authority: string } | null;
    }
  | {
      readonly outcome: 'altered';
      readonly reason: AlteredReason | 'digest-mismatch' | 'signature-mismatch' | 'foreign-certificate' | 'time-stamp';
    }
  | { readonly outcome: 'unsigned'; readonly reason: 'no-signature' }
  | { readonly outcome: 'untrusted'; readonly reason: DistrustReason | 'unknown-time-authority' }
  | { readonly outcome: 'malformed'; readonly reason: 'too-large' | MalformedRangeReason | MalformedCmsReason };

const CLOCKS_DIFFER_MS = 5 * MINUTE_MS;

/** Our signed documents have tens of kilobytes. */
export const MAX_PDF_BYTES = 5 * 1024 * 1024;

/**
 * Verifies that a PDF of unknown origin is, byte for byte, what a signer under one of our authorities signed. Never throws because of the file.
 * A valid result names the signer. The caller compares the person and the record’s own file (certificate thumbprint, stored digest).
 */
export function verifyPdf(pdf: Uint8Array, policy: TrustPolicy): PdfVerification {
  if (pdf.byteLength > MAX_PDF_BYTES) return { outcome: 'malformed', reason: 'too-large' };
  const reading = readSignedRange(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  if (reading.outcome !== 'found') return reading;

  const { before, after, cms, signedAt } = reading.range;
  const signature = verifyCms(cms, [before, after]);
  if (signature.outcome !== 'genuine') return signature;

  const { certificate, others, timeStampToken } = signature;
  const stamp = timeStampToken && readTimeStamp(timeStampToken, signature.signature, policy.timeAnchors ?? []);
  if (stamp?.outcome === 'invalid')
    return stamp.reason === 'unknown-authority'
      ? { outcome: 'untrusted', reason: 'unknown-time-authority' }
      : { outcome: 'altered', reason: 'time-stamp' };
  // A time stamp cannot precede its signature, except by clock difference.
  if (stamp && stamp.at.getTime() < signedAt.getTime() - CLOCKS_DIFFER_MS)
    return { outcome: 'altered', reason: 'time-stamp' };
  // The claimed time is only the signer’s statement; a time stamp proves more, so that a stolen key cannot backdate signatures.
  const reason =
    (stamp && distrustReason(certificate, policy, stamp.at)) ?? distrustReason(certificate, policy, signedAt);
  if (reason) return { outcome: 'untrusted', reason };
  const ours = (der: Buffer) => policy.authorities.some((authority) => authority.der.equals(der));
  if (!others.every(ours)) return { outcome: 'altered', reason: 'foreign-certificate' };
  const timeStamp = stamp && { at: stamp.at, authority: stamp.authority };
  return { outcome: 'valid', signer: certificate.subject, signedAt, certificate, timeStamp };
}
