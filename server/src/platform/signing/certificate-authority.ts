import { randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import './x509-runtime.ts';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { JsonNameParams, X509CertificateCreateWithKeyParams } from '@peculiar/x509';
import { DOCUMENT_SIGNING, readCertificate } from './certificate.ts';
import type { CertificateSubject, SigningCertificate } from './certificate.ts';

/** A fresh certificate and its private key (PKCS#8 DER), which the caller encrypts at once and zeroes. */
export interface IssuedCertificate {
  readonly certificate: SigningCertificate;
  readonly privateKey: Uint8Array;
}

/** An authority that can sign: its certificate and its decrypted key. */
export interface CertificateIssuer {
  readonly certificate: SigningCertificate;
  readonly key: KeyObject;
}

export const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const AUTHORITY_YEARS = 20;
const SIGNER_YEARS = 3;

/**
 * Creates a self-signed root that issues to people directly: P-256, path length 0 (no authority below it), twenty years from `notBefore`. Trusting
 * this certificate suffices to verify everything signed under it.
 */
export async function createCertificateAuthority(
  subject: CertificateSubject,
  notBefore: Date,
): Promise<IssuedCertificate> {
  const keys = await generateKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: new Name(distinguishedName(subject)),
    notBefore,
    notAfter: yearsAfter(notBefore, AUTHORITY_YEARS),
    keys,
    signingAlgorithm: P256,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: readCertificate(certificate.toString('pem')), privateKey: await exportKey(keys) };
}

/**
 * Issues a signer’s certificate, by default for three years from `notBefore`, never beyond the authority's expiry. Its purposes are RFC 9336 document
 * signing, and e-mail protection, the only one that NSS-based verifiers (pdfsig) accept for signed documents.
 */
export async function issueSigningCertificate(
  issuer: CertificateIssuer,
  subject: CertificateSubject,
  notBefore: Date,
  notAfter: Date = yearsAfter(notBefore, SIGNER_YEARS),
): Promise<IssuedCertificate> {
  if (!issuer.certificate.isAuthority) throw new TypeError('The issuer’s certificate is not an authority certificate.');
  if (notBefore < issuer.certificate.notBefore || notBefore >= issuer.certificate.notAfter) {
    throw new RangeError('The authority’s certificate is not valid at the start of the new one.');
  }
  const keys = await generateKeys();
  const authority = new X509Certificate(issuer.certificate.der);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: new Name(distinguishedName(subject)),
    issuer: authority.subjectName,
    notBefore,
    notAfter: notAfter < issuer.certificate.notAfter ? notAfter : issuer.certificate.notAfter,
    publicKey: keys.publicKey,
    signingKey: issuingKey(issuer),
    signingAlgorithm: P256,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([DOCUMENT_SIGNING, ExtendedKeyUsage.emailProtection], false),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  return { certificate: readCertificate(certificate.toString('pem')), privateKey: await exportKey(keys) };
}

/** Returns whether a certificate issued at that time would end with its authority’s, before its own three years. */
export function issuesCutShort(authority: SigningCertificate, at: Date): boolean {
  return yearsAfter(at, SIGNER_YEARS) > authority.notAfter;
}

/** Returns the issuer's key as a non-extractable Web Crypto key. */
export function issuingKey({ key }: CertificateIssuer): X509CertificateCreateWithKeyParams['signingKey'] {
  return key.toCryptoKey(P256, false, ['sign']) as X509CertificateCreateWithKeyParams['signingKey'];
}

function generateKeys() {
  return crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
}

async function exportKey(keys: Awaited<ReturnType<typeof generateKeys>>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
}

/** Generates 126 random bits in 16 bytes; the first byte is positive and non-zero, so that every serial has the same length. */
function randomSerial(): string {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial.toString('hex');
}

function yearsAfter(start: Date, years: number): Date {
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}

/** RFC 5280 requires country and serial number as PrintableString; names are UTF-8 in any script. */
function distinguishedName(subject: CertificateSubject): JsonNameParams {
  const utf8 = (type: string, value: string | undefined) => (value ? [{ [type]: [{ utf8String: value }] }] : []);
  const printable = (type: string, value: string | undefined) =>
    value ? [{ [type]: [{ printableString: value }] }] : [];
  return [
    ...printable('C', subject.country),
    ...utf8('O', subject.organization),
    ...utf8('OU', subject.organizationalUnit),
    ...utf8('CN', subject.commonName),
    ...printable('2.5.4.5', subject.serialNumber),
  ];
}
