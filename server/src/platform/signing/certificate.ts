import { createHash, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import './x509-runtime.ts';
import {
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate as ParsedCertificate,
} from '@peculiar/x509';

/** A parsed certificate with what signing and verifying need. */
export interface SigningCertificate {
  readonly pem: string;
  readonly der: Buffer<ArrayBuffer>;
  /** Upper-case hexadecimal without separators, as in `X509Certificate.serialNumber`. */
  readonly serialNumber: string;
  readonly subject: CertificateSubject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  /** SHA-256 of the DER, base64url: the JOSE `x5t#S256`. */
  readonly thumbprint: string;
  readonly isAuthority: boolean;
  readonly maySign: boolean;
  readonly native: X509Certificate;
}

/** The parts of a distinguished name that are written and shown. */
export interface CertificateSubject {
  readonly commonName: string;
  readonly organization?: string;
  readonly organizationalUnit?: string;
  /** Two letters, ISO 3166. */
  readonly country?: string;
  /** Distinguishes people of the same name (X.520 serialNumber); ASCII. */
  readonly serialNumber?: string;
}

const CACHE_LIMIT = 512;
const readBefore = new Map<string, SigningCertificate>();

/**
 * Parses a PEM or DER certificate; throws a `TypeError` for anything else. Caches the last 512 PEM texts, because the same few certificates sign all
 * day.
 */
export function readCertificate(source: string | Uint8Array): SigningCertificate {
  if (typeof source !== 'string') return parse(source);
  const known = readBefore.get(source);
  if (known) return known;
  const certificate = parse(source);
  if (readBefore.size >= CACHE_LIMIT) readBefore.delete(readBefore.keys().next().value ?? '');
  readBefore.set(source, certificate);
  return certificate;
}

function parse(source: string | Uint8Array): SigningCertificate {
  try {
    const native = new X509Certificate(source as string);
    const parsed = new ParsedCertificate(native.raw);
    const usages = parsed.getExtension(KeyUsagesExtension)?.usages ?? 0;
    return Object.freeze({
      pem: native.toString(),
      der: native.raw,
      serialNumber: native.serialNumber,
      subject: subjectOf(parsed),
      notBefore: parsed.notBefore,
      notAfter: parsed.notAfter,
      publicKey: native.publicKey,
      thumbprint: createHash('sha256').update(native.raw).digest('base64url'),
      isAuthority: native.ca && (usages & KeyUsageFlags.keyCertSign) !== 0,
      maySign: (usages & KeyUsageFlags.nonRepudiation) !== 0 && !native.ca && allowsDocuments(parsed),
      native,
    });
  } catch (cause) {
    throw new TypeError('The certificate cannot be read.', { cause });
  }
}

/** Returns whether a public or private key is on P-256, the only curve used here. */
export function isP256(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/** RFC 9336: the key purpose for signing documents that people read. */
export const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';

function allowsDocuments(parsed: ParsedCertificate): boolean {
  const purposes = parsed.getExtension(ExtendedKeyUsageExtension)?.usages.map(String) ?? [];
  return purposes.includes(DOCUMENT_SIGNING);
}

function subjectOf(parsed: ParsedCertificate): CertificateSubject {
  const first = (field: string) => parsed.subjectName.getField(field)[0];
  const organization = first('O');
  const organizationalUnit = first('OU');
  const country = first('C');
  const serialNumber = first('2.5.4.5');
  return {
    commonName: first('CN') ?? '',
    ...(organization === undefined ? {} : { organization }),
    ...(organizationalUnit === undefined ? {} : { organizationalUnit }),
    ...(country === undefined ? {} : { country }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
  };
}
