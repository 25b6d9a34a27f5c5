import { timingSafeEqual, verify } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs';
import type { SignedAndUnsignedAttributes, SignerInfo } from 'pkijs';
import { isP256, readCertificate } from './certificate.ts';
import type { SigningCertificate } from './certificate.ts';
import { OID, sha256 } from './cms-attributes.ts';

export type MalformedCmsReason = 'cms' | 'algorithm' | 'signed-attributes' | 'signer-certificate';

export type CmsVerification =
  | { readonly outcome: 'genuine'; readonly certificate: SigningCertificate }
  | { readonly outcome: 'altered'; readonly reason: 'digest-mismatch' | 'signature-mismatch' }
  | { readonly outcome: 'malformed'; readonly reason: MalformedCmsReason };

/** A signature holds its signer's certificate and a short chain; a few hundred elements do. */
const PARSE_LIMITS = { maxDepth: 24, maxNodes: 2_000, maxContentLength: 65_536 };
const MAX_CERTIFICATES = 8;

/**
 * Verifies a detached CMS signature over `content` as `signCms` makes it: one signer, SHA-256, ECDSA P-256, with content type, message
 * digest and signing-certificate-v2 each exactly once among the signed attributes. Says whether the signature is the certificate's own;
 * whether that certificate is to be trusted is `distrustReason`'s to say.
 */
export function verifyCms(cms: Buffer, content: readonly Uint8Array[]): CmsVerification {
  const signedData = parseSignedData(cms);
  const [signerInfo] = signedData?.signerInfos ?? [];
  if (!signedData || !signerInfo || signedData.signerInfos.length !== 1) return malformed('cms');
  if (!usesAllowedAlgorithms(signedData, signerInfo)) return malformed('algorithm');

  const attributes = signerInfo.signedAttrs && readAttributes(signerInfo.signedAttrs);
  if (!attributes) return malformed('signed-attributes');
  const certificate = findSigner(signedData, signerInfo, attributes.certificateHash);
  if (!certificate || !isP256(certificate.publicKey)) return malformed('signer-certificate');

  if (!sameBytes(attributes.messageDigest, sha256(...content))) {
    return { outcome: 'altered', reason: 'digest-mismatch' };
  }
  const signature = Buffer.from(signerInfo.signature.valueBlock.valueHexView);
  const genuine = verify('sha256', attributes.encoded, { key: certificate.publicKey, dsaEncoding: 'der' }, signature);
  return genuine ? { outcome: 'genuine', certificate } : { outcome: 'altered', reason: 'signature-mismatch' };
}

function malformed(reason: MalformedCmsReason): CmsVerification {
  return { outcome: 'malformed', reason };
}

function parseSignedData(cms: Buffer): SignedData | undefined {
  try {
    const { result, offset } = fromBER(new Uint8Array(cms), PARSE_LIMITS);
    if (offset !== cms.length) return undefined;
    const contentInfo = new ContentInfo({ schema: result });
    if (contentInfo.contentType !== OID.signedData) return undefined;
    const signedData = new SignedData({ schema: contentInfo.content });
    const detached = signedData.encapContentInfo.eContentType === OID.data && !signedData.encapContentInfo.eContent;
    return detached && (signedData.certificates?.length ?? 0) <= MAX_CERTIFICATES ? signedData : undefined;
  } catch {
    return undefined;
  }
}

function usesAllowedAlgorithms(signedData: SignedData, signerInfo: SignerInfo): boolean {
  return (
    signerInfo.digestAlgorithm.algorithmId === OID.sha256 &&
    signerInfo.signatureAlgorithm.algorithmId === OID.ecdsaWithSha256 &&
    signedData.digestAlgorithms.every(({ algorithmId }) => algorithmId === OID.sha256)
  );
}

interface SignedAttributes {
  /** The attributes as they were hashed: the received bytes under the SET tag. */
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

/** The hash of the first ESSCertIDv2, which names the signer's certificate. SHA-256 is the default and must be unwritten. */
function readCertificateHash(attribute: unknown): Buffer | undefined {
  const certificateIds = attribute instanceof Sequence ? attribute.valueBlock.value[0] : undefined;
  const first = certificateIds instanceof Sequence ? certificateIds.valueBlock.value[0] : undefined;
  return first instanceof Sequence ? octetsOf(first.valueBlock.value[0]) : undefined;
}

function octetsOf(block: unknown): Buffer | undefined {
  return block instanceof OctetString ? Buffer.from(block.valueBlock.valueHexView) : undefined;
}

/** The certificate that the signed attributes name by hash; it must also be the one that the signer's identifier names. */
function findSigner(
  signedData: SignedData,
  signerInfo: SignerInfo,
  certificateHash: Buffer,
): SigningCertificate | undefined {
  const { sid } = signerInfo;
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined;
  for (const candidate of signedData.certificates ?? []) {
    if (!(candidate instanceof Certificate)) continue;
    const der = Buffer.from(candidate.toSchema().toBER());
    if (!sameBytes(sha256(der), certificateHash)) continue;
    const named = candidate.issuer.isEqual(sid.issuer) && candidate.serialNumber.isEqual(sid.serialNumber);
    return named ? tryRead(der) : undefined;
  }
  return undefined;
}

function tryRead(der: Buffer): SigningCertificate | undefined {
  try {
    return readCertificate(der);
  } catch {
    return undefined;
  }
}

function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
