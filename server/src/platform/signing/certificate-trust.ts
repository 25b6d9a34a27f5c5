import type { X509Certificate } from 'node:crypto';
import type { SigningCertificate } from './certificate.ts';

/** Whom a verifier trusts, and what it knows of withdrawn certificates. */
export interface TrustPolicy {
  /** The hospital's authority certificates, its former ones too; they come from our own records, never from the signed file. */
  readonly authorities: readonly SigningCertificate[];
  /** When a certificate of one of these authorities was revoked; a signature from before that stays good. */
  readonly revokedAt?: (serialNumber: string) => Date | undefined;
  /** Whose time stamps are believed. */
  readonly timeAnchors?: readonly X509Certificate[];
}

export type DistrustReason = 'unknown-authority' | 'not-yet-valid' | 'expired' | 'revoked' | 'not-for-signing';

/**
 * Says why a signer's certificate was not to be trusted at `at`, or undefined when it was. Authorities have path length 0, so the
 * chain is exactly two certificates and there is no path to search. Whatever has expired or been revoked since does not matter.
 */
export function distrustReason(signer: SigningCertificate, policy: TrustPolicy, at: Date): DistrustReason | undefined {
  const authority = policy.authorities.find(
    (candidate) =>
      candidate.isAuthority && signer.native.checkIssued(candidate.native) && signer.native.verify(candidate.publicKey),
  );
  if (!authority) return 'unknown-authority';
  if (!signer.maySign) return 'not-for-signing';
  if (at < signer.notBefore || at < authority.notBefore) return 'not-yet-valid';
  if (at > signer.notAfter || at > authority.notAfter) return 'expired';
  const revokedAt = policy.revokedAt?.(signer.serialNumber);
  return revokedAt && at >= revokedAt ? 'revoked' : undefined;
}
