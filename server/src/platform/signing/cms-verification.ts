import { timingSafeEqual, verify } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import type { SignedAndUnsignedAttributes, SignerInfo } from 'pkijs';
import { isP256, readCertificate } from './certificate.ts';
import type { SigningCertificate } from './certificate.ts';
import { derOf, OID } from './cms-attributes.ts';
import { sha256 } from './sha256.ts';
import { encodeSignedData } from './cms-signed-data.ts';

export type MalformedCmsReason = 'cms' | 'algorithm' | 'signed-attributes' | 'signer-certificate';

export type CmsVerification =
  | {
      readonly outcome: 'genuine';
      readonly certificate: SigningCertificate;
      /** DER of the certificates besides the signer's, which the signature does not vouch for. */
      readonly others: readonly Buffer[];
      /** The signature’s value, which a time stamp covers. */
      readonly signature: Buffer;
      /** As received and unchecked; `readTimeStamp` checks it. */
      readonly timeStampToken: Buffer | null;
    }
  | { readonly outcome: 'altered'; readonly reason: 'digest-mismatch' | 'signature-mismatch' }
  | { readonly outcome: 'malformed'; readonly reason: MalformedCmsReason };

/** A signature contains its signer's certificate and a short chain; a few hundred elements suffice. */
const PARSE_LIMITS = { maxDepth: 24, maxNodes: 2_000, maxContentLength: 65_536 };
const MAX_CERTIFICATES = 8;

/**
 * Verifies a detached CMS signature as `signCms` creates it: one signer, SHA-256, ECDSA P-256; content type, message digest and
 * signing-certificate-v2 each exactly once among the signed attributes, in exactly that encoding.
 * Returns whether the certificate's key made the signature; `distrustReason` decides whether the certificate is trusted.
 */
export function verifyCms(cms: Buffer, content: readonly Uint8Array[]): CmsVerification {
  try {
    return check(cms, content);
  } catch {
    // The ASN.1 parser throws for unreadable input, which counts as malformed.
    return malformed('cms');
  }
}

function check(cms: Buffer, content: readonly Uint8Array[]): CmsVerification {
  const signedData = parseSignedData(cms);
  const [signerInfo] = signedData?.signerInfos ?? [];
  if (!signedData || !signerInfo) return malformed('cms');
  if (!usesAllowedAlgorithms(signerInfo)) return malformed('algorithm');

  const attributes = signerInfo.signedAttrs && readAttributes(signerInfo.signedAttrs);
  if (!attributes) return malformed('signed-attributes');
  const [signer, ...others] = signedData.certificates ?? [];
  if (!(signer instanceof Certificate) || !others.every((other) => other instanceof Certificate))
    return malformed('cms');
  const certificate = readSigner(signer, attributes.certificateHash);
  if (!certificate) return malformed('signer-certificate');

  if (!sameBytes(attributes.messageDigest, sha256(...content))) {
    return { outcome: 'altered', reason: 'digest-mismatch' };
  }
  const signature = signerInfo.signature.valueBlock.valueHexView;
  const key = { key: certificate.publicKey, dsaEncoding: 'der' } as const;
  if (!verify('sha256', attributes.encoded, key, signature))
    return { outcome: 'altered', reason: 'signature-mismatch' };

  const timeStampToken = readTimeStampToken(signerInfo);
  if (timeStampToken === undefined) return malformed('cms');
  const expected = encodeSignedData({
    signer,
    others,
    attributes: signerInfo.signedAttrs?.attributes ?? [],
    signature,
    timeStampToken,
  });
  if (!cms.equals(expected)) return malformed('cms');
  return {
    outcome: 'genuine',
    certificate,
    others: others.map((other) => derOf(other.toSchema())),
    signature: Buffer.from(signature),
    timeStampToken,
  };
}

function malformed(reason: MalformedCmsReason): CmsVerification {
  return { outcome: 'malformed', reason };
}

function parseSignedData(cms: Buffer): SignedData | undefined {
  const { result } = fromBER(new Uint8Array(cms), PARSE_LIMITS);
  const signedData = new SignedData({ schema: new ContentInfo({ schema: result }).content });
  return (signedData.certificates?.length ?? 0) <= MAX_CERTIFICATES ? signedData : undefined;
}

/** Returns null without a token; undefined for unsigned attributes other than one time stamp. */
function readTimeStampToken({ unsignedAttrs }: SignerInfo): Buffer | null | undefined {
  if (!unsignedAttrs) return null;
  const [attribute, ...more] = unsignedAttrs.attributes;
  const [token, ...moreTokens] = attribute?.type === OID.timeStampToken ? attribute.values : [];
  return token instanceof Sequence && more.length === 0 && moreTokens.length === 0 ? derOf(token) : undefined;
}

function usesAllowedAlgorithms({ digestAlgorithm, signatureAlgorithm }: SignerInfo): boolean {
  return digestAlgorithm.algorithmId === OID.sha256 && signatureAlgorithm.algorithmId === OID.ecdsaWithSha256;
}

interface SignedAttributes {
  /** The attributes as hashed: the received bytes under the SET tag. */
  readonly encoded: Buffer;
  readonly messageDigest: Buffer;
  readonly certificateHash: Buffer;
}

function readAttributes(signedAttrs: SignedAndUnsignedAttributes): SignedAttributes | undefined {
  const values = new Map<string, unknown>();
  for (const { type, values: held } of signedAttrs.attributes) {
    if (values.has(type) || held.length !== 1) return undefined;
    values.set(type, held[0]);
  }
  const contentType = values.get(OID.contentType);
  const messageDigest = octetsOf(values.get(OID.messageDigest));
  const certificateHash = readCertificateHash(values.get(OID.signingCertificateV2));
  if (!(contentType instanceof ObjectIdentifier) || contentType.getValue() !== OID.data) return undefined;
  if (!messageDigest || !certificateHash) return undefined;
  return { encoded: Buffer.from(signedAttrs.encodedValue), messageDigest, certificateHash };
}

/** Returns the hash of the first ESSCertIDv2, which identifies the signer's certificate. SHA-256 is the default and must be omitted. */
function readCertificateHash(attribute: unknown): Buffer | undefined {
  const certificateIds = attribute instanceof Sequence ? attribute.valueBlock.value[0] : undefined;
  const first = certificateIds instanceof Sequence ? certificateIds.valueBlock.value[0] : undefined;
  return first instanceof Sequence ? octetsOf(first.valueBlock.value[0]) : undefined;
}

function octetsOf(block: unknown): Buffer | undefined {
  return block instanceof OctetString ? Buffer.from(block.valueBlock.valueHexView) : undefined;
}

/** Returns the signer's certificate, which must match the hash in the signed attributes and have a P-256 key. */
function readSigner(signer: Certificate, certificateHash: Buffer): SigningCertificate | undefined {
  const der = derOf(signer.toSchema());
  if (!sameBytes(sha256(der), certificateHash)) return undefined;
  const certificate = readCertificate(der);
  return isP256(certificate.publicKey) ? certificate : undefined;
}

function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
