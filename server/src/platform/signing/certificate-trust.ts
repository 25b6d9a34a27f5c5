import type { X509Certificate } from 'node:crypto';
import type { SigningCertificate } from './certificate.ts';

/** What a verifier trusts, and which certificates were revoked. */
export interface TrustPolicy {
  /** The hospital's authority certificates, including former ones; from our own records, never from the signed file. */
  readonly authorities: readonly SigningCertificate[];
  /** Returns when a certificate of these authorities was revoked; earlier signatures stay valid. */
  readonly revokedAt?: (serialNumber: string) => Date | undefined;
  /** Trusted roots of time stamps. */
  readonly timeAnchors?: readonly X509Certificate[];
}

export type DistrustReason = 'unknown-authority' | 'not-yet-valid' | 'expired' | 'revoked' | 'not-for-signing';

/** Returns the authority that issued a certificate; undefined when none of these did. */
export function issuerOf(
  signer: SigningCertificate,
  authorities: readonly SigningCertificate[],
): SigningCertificate | undefined {
  return authorities.find(
    (candidate) =>
      candidate.isAuthority && signer.native.checkIssued(candidate.native) && signer.native.verify(candidate.publicKey),
  );
}

/**
 * Returns why a signer's certificate was not trusted at `at`, or undefined when it was. Authorities have path length 0, so the chain is exactly two
 * certificates. Later expiry or revocation does not matter.
 */
export function distrustReason(signer: SigningCertificate, policy: TrustPolicy, at: Date): DistrustReason | undefined {
  const authority = issuerOf(signer, policy.authorities);
  if (!authority) return 'unknown-authority';
  if (!signer.maySign) return 'not-for-signing';
  if (at < signer.notBefore || at < authority.notBefore) return 'not-yet-valid';
  if (at > signer.notAfter || at > authority.notAfter) return 'expired';
  const revokedAt = policy.revokedAt?.(signer.serialNumber);
  return revokedAt && at >= revokedAt ? 'revoked' : undefined;
}
