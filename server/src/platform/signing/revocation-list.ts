import './x509-runtime.ts';
import {
  AuthorityKeyIdentifierExtension,
  Extension,
  X509Certificate,
  X509CrlGenerator,
  X509CrlReason,
} from '@peculiar/x509';
import { Integer } from 'asn1js';
import { issuingKey, P256 } from './certificate-authority.ts';
import type { CertificateIssuer } from './certificate-authority.ts';

const REASONS = {
  'key-compromise': X509CrlReason.keyCompromise,
  'affiliation-changed': X509CrlReason.affiliationChanged,
  superseded: X509CrlReason.superseded,
  'cessation-of-operation': X509CrlReason.cessationOfOperation,
} as const;

export type RevocationReason = keyof typeof REASONS;

export interface Revocation {
  /** Hexadecimal, as in the certificate. */
  readonly serialNumber: string;
  readonly revokedAt: Date;
  readonly reason: RevocationReason;
  /** When the key may first have been compromised (RFC 5280, 5.3.2); default is the revocation itself. */
  readonly invalidFrom?: Date;
}

export interface RevocationListTimes {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** Increases with every list of this authority. */
  readonly number: number;
}

/** Creates the authority's list of revoked certificates (RFC 5280 section 5, DER). */
export async function issueRevocationList(
  issuer: CertificateIssuer,
  revocations: readonly Revocation[],
  times: RevocationListTimes,
): Promise<Buffer> {
  const authority = new X509Certificate(issuer.certificate.der);
  const list = await X509CrlGenerator.create({
    issuer: authority.subjectName,
    thisUpdate: times.thisUpdate,
    nextUpdate: times.nextUpdate,
    signingAlgorithm: P256,
    signingKey: issuingKey(issuer),
    entries: revocations.map(({ serialNumber, revokedAt, reason, invalidFrom }) => ({
      serialNumber,
      revocationDate: revokedAt,
      reason: REASONS[reason],
      ...(invalidFrom && invalidFrom < revokedAt ? { invalidity: invalidFrom } : {}),
    })),
    extensions: [
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
      new Extension('2.5.29.20', false, new Integer({ value: times.number }).toBER()),
    ],
  });
  return Buffer.from(list.rawData);
}
