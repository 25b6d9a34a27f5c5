import { OctetString, Primitive } from 'asn1js';
import type { Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SigningCertificate } from './certificate.ts';
import { derOf, OID } from './cms-attributes.ts';

const parsedCertificates = new WeakMap<SigningCertificate, Certificate>();

/** The certificate as pkijs wants it, parsed once, and written as the bytes that it was read from. */
export function cmsCertificate(certificate: SigningCertificate): Certificate {
  const known = parsedCertificates.get(certificate);
  if (known) return known;
  const fresh = Certificate.fromBER(certificate.der);
  const written = sequenceOf(certificate.der);
  fresh.toSchema = () => written;
  parsedCertificates.set(certificate, fresh);
  return fresh;
}

/** A SEQUENCE whose inside stays as it is: writing a certificate anew, part by part, costs ten times its signature. */
function sequenceOf(der: Buffer): Sequence {
  const headBytes = der.readUInt8(1) < 0x80 ? 2 : 2 + (der.readUInt8(1) & 0x7f);
  const block = new Primitive({
    idBlock: { tagClass: 1, tagNumber: 16 },
    valueHex: new Uint8Array(der.subarray(headBytes)).buffer,
  });
  block.idBlock.isConstructed = true;
  return block as unknown as Sequence;
}

export interface SignedDataParts {
  readonly signer: Certificate;
  readonly others: readonly Certificate[];
  readonly attributes: readonly Attribute[];
  readonly signature: Uint8Array;
  /** RFC 3161, DER, over the signature’s value. */
  readonly timeStampToken: Buffer | null;
}

/**
 * The one DER form of a detached signature here (RFC 5652): SHA-256, ECDSA, one signer, of unsigned attributes at most a time stamp. Signing writes it, and
 * verifying compares with it, so that no byte of a received signature is left without a meaning.
 */
export function encodeSignedData({ signer, others, attributes, signature, timeStampToken }: SignedDataParts): Buffer {
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [signer, ...others],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes] }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 }),
        signature: new OctetString({ valueHex: new Uint8Array(signature).buffer }),
        ...(timeStampToken ? { unsignedAttrs: stamped(timeStampToken) } : {}),
      }),
    ],
  });
  return derOf(new ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) }).toSchema());
}

function stamped(token: Buffer): SignedAndUnsignedAttributes {
  const attribute = new Attribute({ type: OID.timeStampToken, values: [sequenceOf(token)] });
  return new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] });
}
