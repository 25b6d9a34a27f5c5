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

/** Returns the certificate for pkijs, parsed once, and encoded as the original bytes. */
export function cmsCertificate(certificate: SigningCertificate): Certificate {
  const known = parsedCertificates.get(certificate);
  if (known) return known;
  const fresh = Certificate.fromBER(certificate.der);
  const written = sequenceOf(certificate.der);
  fresh.toSchema = () => written;
  parsedCertificates.set(certificate, fresh);
  return fresh;
}

/** A SEQUENCE with opaque content: encoding a certificate again, part by part, costs ten times its signature. */
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
 * Encodes the only accepted DER form of a detached signature (RFC 5652): SHA-256, ECDSA, one signer, at most a time stamp as unsigned attribute.
 * Verification compares with this form, so that every byte of a received signature is checked.
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
