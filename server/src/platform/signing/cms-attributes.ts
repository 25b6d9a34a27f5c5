import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import type { BaseBlock } from 'asn1js';
import { Attribute } from 'pkijs';
import type { SigningCertificate } from './certificate.ts';
import { sha256 } from './sha256.ts';

/** Object identifiers of CMS (RFC 5652), ESS (RFC 5035) and the only permitted algorithm suite (RFC 5754, 5758). */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/**
 * Returns the signed attributes of a PAdES baseline signature (ETSI EN 319 142-1, table 1): content type, message digest, and signing certificate. No
 * signing time: in PDF it is the signature dictionary's /M.
 */
export function signedAttributes(messageDigest: Buffer, certificate: SigningCertificate): Attribute[] {
  const attributes = [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [octets(messageDigest)] }),
    new Attribute({ type: OID.signingCertificateV2, values: [signingCertificateV2(certificate)] }),
  ];
  return attributes.toSorted((a, b) => Buffer.compare(derOf(a.toSchema()), derOf(b.toSchema())));
}

/** Returns SigningCertificateV2 with one ESSCertIDv2, where SHA-256 is the default and therefore omitted (RFC 5035 section 4). */
function signingCertificateV2(certificate: SigningCertificate): Sequence {
  const certificateId = new Sequence({ value: [octets(sha256(certificate.der))] });
  return new Sequence({ value: [new Sequence({ value: [certificateId] })] });
}

function octets(bytes: Buffer): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes).buffer });
}

export function derOf(block: BaseBlock): Buffer {
  return Buffer.from(block.toBER());
}
