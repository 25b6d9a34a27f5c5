import { X509Certificate } from 'node:crypto';
import './x509-runtime.ts';
import { ExtendedKeyUsageExtension, X509Certificate as ParsedCertificate } from '@peculiar/x509';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** The authority’s certificate, two intermediates, and the trusted root. */
const LONGEST_PATH = 4;

export interface TimeCertificate {
  readonly native: X509Certificate;
  readonly name: string;
  /** RFC 3161, 2.3: the key purpose is present, critical, and the only one. */
  readonly forTimeStampingOnly: boolean;
}

/** Throws when it is not a certificate. */
export function readTimeCertificate(der: Buffer): TimeCertificate {
  const native = new X509Certificate(der);
  const parsed = new ParsedCertificate(native.raw);
  const purposes = parsed.getExtension(ExtendedKeyUsageExtension);
  const usages = purposes?.usages.map(String) ?? [];
  return {
    native,
    name: parsed.subjectName.getField('CN')[0] ?? parsed.subjectName.getField('O')[0] ?? parsed.subject,
    forTimeStampingOnly: purposes?.critical === true && usages.length === 1 && usages[0] === TIME_STAMPING,
  };
}

/** Parses one or several certificates from a PEM text; throws a `TypeError` without any. */
export function readTimeAnchors(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (!blocks) throw new TypeError('The trusted time authorities contain no certificate.');
  return blocks.map((block) => new X509Certificate(block));
}

/** Returns whether a certificate led to a trusted one at that time, through authorities in `between`. Later expiry does not matter. */
export function isTrustedForTime(
  certificate: X509Certificate,
  between: readonly Buffer[],
  anchors: readonly X509Certificate[],
  at: Date,
): boolean {
  const candidates = [...anchors, ...between.map((der) => new X509Certificate(der))];
  let current = certificate;
  for (let length = 1; length <= LONGEST_PATH; length++) {
    if (!holdsAt(current, at)) return false;
    const fingerprint = current.fingerprint256;
    if (anchors.some((anchor) => anchor.fingerprint256 === fingerprint)) return true;
    const below = current;
    const issuer = candidates.find((one) => one.ca && below.checkIssued(one) && below.verify(one.publicKey));
    if (!issuer || issuer.fingerprint256 === fingerprint) return false;
    current = issuer;
  }
  return false;
}

function holdsAt({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate;
}
