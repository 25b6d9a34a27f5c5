import { createHash, timingSafeEqual, verify, type X509Certificate } from 'node:crypto';
import { fromBER, Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, SignedData, TSTInfo, type SignerInfo } from 'pkijs';
import { derOf, OID } from './cms-attributes.ts';
import { isTrustedForTime, readTimeCertificate } from './time-stamp-trust.ts';

export type TimeStampFault =
  | 'malformed'
  | 'imprint'
  | 'algorithm'
  | 'signature'
  | 'not-for-time-stamping'
  | 'unknown-authority';

export type TimeStampReading =
  | {
      readonly outcome: 'valid';
      /** When the authority received the signature. */
      readonly at: Date;
      /** The name in the authority’s certificate. */
      readonly authority: string;
      /** The request’s nonce, to detect the answer to another request. */
      readonly nonce: Buffer | null;
    }
  | { readonly outcome: 'invalid'; readonly reason: TimeStampFault };

/** A token contains the certificates of its authority. */
export const MAX_TOKEN_BYTES = 12 * 1024;
const PARSE_LIMITS = { maxDepth: 24, maxNodes: 2_000, maxContentLength: MAX_TOKEN_BYTES };

const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** ECDSA and RSA (PKCS#1 v1.5) with the hash that each names; plain rsaEncryption uses the separate digest algorithm. */
const SIGNATURE_HASHES: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};
const RSA = '1.2.840.113549.1.1.1';
const SIGNING_CERTIFICATE_V1 = '1.2.840.113549.1.9.16.2.12';

/**
 * Parses and checks a time stamp token (RFC 3161) over `stamped`. It has one signer, whose certificate is in the token, is named by its signed
 * attributes, is only for time stamping, and leads to one of `anchors` at the stated time. Never throws because of the token.
 */
export function readTimeStamp(
  token: Buffer,
  stamped: Uint8Array,
  anchors: readonly X509Certificate[],
): TimeStampReading {
  try {
    return read(token, stamped, anchors);
  } catch {
    return invalid('malformed');
  }
}

function read(token: Buffer, stamped: Uint8Array, anchors: readonly X509Certificate[]): TimeStampReading {
  if (token.length > MAX_TOKEN_BYTES) return invalid('malformed');
  const { result } = fromBER(new Uint8Array(token), PARSE_LIMITS);
  const signedData = new SignedData({ schema: new ContentInfo({ schema: result }).content });
  const [signer, ...moreSigners] = signedData.signerInfos;
  const { eContentType, eContent } = signedData.encapContentInfo;
  if (!signer || moreSigners.length > 0 || eContentType !== OID.timeStampInfo || !eContent) return invalid('malformed');
  const content = Buffer.from(eContent.getValue());
  const info = TSTInfo.fromBER(content);
  if (HASHES[info.messageImprint.hashAlgorithm.algorithmId] !== 'sha256') return invalid('algorithm');
  const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
  if (!same(imprint, createHash('sha256').update(stamped).digest())) return invalid('imprint');

  const attributes = attributesOf(signer);
  const digest = HASHES[signer.digestAlgorithm.algorithmId];
  const { algorithmId } = signer.signatureAlgorithm;
  const hash = algorithmId === RSA ? digest : SIGNATURE_HASHES[algorithmId];
  if (!attributes || !digest || !hash) return invalid('algorithm');
  const certificates = (signedData.certificates ?? []).flatMap((one) =>
    one instanceof Certificate ? [derOf(one.toSchema())] : [],
  );
  const der = certificates.find(attributes.isSigner);
  if (!der) return invalid('signature');
  const certificate = readTimeCertificate(der);
  const signature = signer.signature.valueBlock.valueHexView;
  const signedBytes = Buffer.from(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (
    attributes.contentType !== OID.timeStampInfo ||
    !same(attributes.messageDigest, createHash(digest).update(content).digest()) ||
    !verify(hash, signedBytes, certificate.native.publicKey, signature)
  )
    return invalid('signature');
  if (!certificate.forTimeStampingOnly) return invalid('not-for-time-stamping');
  if (!isTrustedForTime(certificate.native, certificates, anchors, info.genTime)) return invalid('unknown-authority');
  return {
    outcome: 'valid',
    at: info.genTime,
    authority: certificate.name,
    nonce: info.nonce instanceof Integer ? Buffer.from(info.nonce.valueBlock.valueHexView) : null,
  };
}

interface SignedAttributes {
  readonly contentType: string;
  readonly messageDigest: Buffer;
  /** Whether the attributes identify this certificate as the signer’s (RFC 5035 and its predecessor RFC 2634). */
  readonly isSigner: (der: Buffer) => boolean;
}

function attributesOf(signer: SignerInfo): SignedAttributes | null {
  const held = (type: string): unknown =>
    signer.signedAttrs?.attributes.find((attribute) => attribute.type === type)?.values[0];
  const contentType = held(OID.contentType);
  const messageDigest = held(OID.messageDigest);
  if (!(contentType instanceof ObjectIdentifier) || !(messageDigest instanceof OctetString)) return null;
  const second = essIdOf(held(OID.signingCertificateV2));
  const first = essIdOf(held(SIGNING_CERTIFICATE_V1));
  const [head, next] = second ?? [];
  // In version 2 SHA-256 is the default and omitted; any other algorithm precedes the digest.
  const algorithm = head instanceof Sequence ? algorithmOf(head) : second ? 'sha256' : 'sha1';
  const named = second ? (head instanceof Sequence ? next : head) : first?.[0];
  if (!algorithm || !(named instanceof OctetString)) return null;
  const digest = Buffer.from(named.valueBlock.valueHexView);
  return {
    contentType: contentType.getValue(),
    messageDigest: Buffer.from(messageDigest.valueBlock.valueHexView),
    isSigner: (der) => same(createHash(algorithm).update(der).digest(), digest),
  };
}

/** Returns the members of the first ESSCertID. */
function essIdOf(attribute: unknown): readonly unknown[] | null {
  const ids = attribute instanceof Sequence ? attribute.valueBlock.value[0] : null;
  const first = ids instanceof Sequence ? ids.valueBlock.value[0] : null;
  return first instanceof Sequence ? first.valueBlock.value : null;
}

function algorithmOf(identifier: Sequence): string | undefined {
  const [algorithm] = identifier.valueBlock.value;
  return algorithm instanceof ObjectIdentifier ? HASHES[algorithm.getValue()] : undefined;
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function invalid(reason: TimeStampFault): TimeStampReading {
  return { outcome: 'invalid', reason };
}
