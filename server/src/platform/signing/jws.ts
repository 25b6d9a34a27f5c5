import { sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';
import { canonicalJson } from './canonical-json.ts';
import type { JsonValue } from './canonical-json.ts';
import { isP256 } from './certificate.ts';
import type { SigningCertificate } from './certificate.ts';

/** The whole protected header; a verifier rejects any other member. */
export interface JwsHeader {
  readonly alg: 'ES256';
  readonly kid: string;
  /** The kind of document, so that a signature over one kind does not pass for another. */
  readonly typ: string;
  readonly 'x5t#S256': string;
}

export interface JwsSigner {
  readonly key: KeyObject;
  readonly certificate: SigningCertificate;
  /** Identifies the key in the signer's own records. */
  readonly kid: string;
}

export type JwsMalformation = 'not-compact' | 'too-large' | 'header' | 'algorithm' | 'type' | 'payload';

export type JwsVerification =
  | { readonly outcome: 'valid'; readonly header: JwsHeader; readonly payload: JsonValue }
  | { readonly outcome: 'bad-signature'; readonly reason: 'other-certificate' | 'signature-mismatch' }
  | { readonly outcome: 'malformed'; readonly reason: JwsMalformation };

const MAX_LENGTH = 1_000_000;
const HEADER_MEMBERS = 'alg kid typ x5t#S256';
const SIGNATURE_BYTES = 64;

/** Signs canonical JSON (RFC 8785) as a compact JWS (RFC 7515) with ES256, the only algorithm here. */
export function signJws(payload: JsonValue, typ: string, signer: JwsSigner): string {
  if (!isP256(signer.key)) throw new TypeError('ES256 requires a P-256 key.');
  const header: JwsHeader = { alg: 'ES256', kid: signer.kid, typ, 'x5t#S256': signer.certificate.thumbprint };
  const signed = `${encodeBase64Url(canonicalJson({ ...header }))}.${encodeBase64Url(canonicalJson(payload))}`;
  const signature = sign('sha256', Buffer.from(signed), { key: signer.key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${encodeBase64Url(signature)}`;
}

/**
 * Verifies a compact JWS of kind `typ` against the recorded certificate. The header never chooses key or algorithm: anything but ES256 with this
 * certificate is rejected before a key is used. `distrustReason` decides whether the certificate was trusted at the time.
 */
export function verifyJws(jws: string, typ: string, certificate: SigningCertificate): JwsVerification {
  if (jws.length > MAX_LENGTH) return { outcome: 'malformed', reason: 'too-large' };
  const parts = jws.split('.');
  const [headerText = '', payloadText = '', signatureText = ''] = parts;
  const headerBytes = decodeBase64Url(headerText);
  const payloadBytes = decodeBase64Url(payloadText);
  const signature = decodeBase64Url(signatureText);
  if (parts.length !== 3 || !headerBytes || !payloadBytes || !signature)
    return { outcome: 'malformed', reason: 'not-compact' };

  const header = readHeader(headerBytes);
  if (typeof header === 'string') return { outcome: 'malformed', reason: header };
  if (header.typ !== typ) return { outcome: 'malformed', reason: 'type' };

  if (header['x5t#S256'] !== certificate.thumbprint) return { outcome: 'bad-signature', reason: 'other-certificate' };
  const signed = Buffer.from(`${headerText}.${payloadText}`);
  const genuine =
    isP256(certificate.publicKey) &&
    signature.length === SIGNATURE_BYTES &&
    verify('sha256', signed, { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  if (!genuine) return { outcome: 'bad-signature', reason: 'signature-mismatch' };

  const payload = readCanonical(payloadBytes);
  return payload === undefined ? { outcome: 'malformed', reason: 'payload' } : { outcome: 'valid', header, payload };
}

function readHeader(bytes: Buffer): JwsHeader | 'header' | 'algorithm' {
  const value = readCanonical(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'header';
  const header = value as Partial<Record<keyof JwsHeader, JsonValue>>;
  if (header.alg !== 'ES256') return 'algorithm';
  const complete = Object.keys(header).join(' ') === HEADER_MEMBERS;
  const texts = Object.values(header).every((member) => typeof member === 'string');
  return complete && texts ? (header as JwsHeader) : 'header';
}

/** Parses JSON that must be in canonical form, which also rules out duplicate members and invalid UTF-8. */
function readCanonical(bytes: Buffer): JsonValue | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as JsonValue;
    return bytes.equals(Buffer.from(canonicalJson(value))) ? value : undefined;
  } catch {
    return undefined;
  }
}
