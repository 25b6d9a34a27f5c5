import { sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { OctetString, Set as Asn1Set } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { isP256 } from './certificate.ts';
import type { SigningCertificate } from './certificate.ts';
import { derOf, OID, sha256, signedAttributes } from './cms-attributes.ts';

export interface CmsSigner {
  readonly key: KeyObject;
  readonly certificate: SigningCertificate;
  /** The authorities above the certificate, nearest first. They travel in the signature, for a verifier who has only the root. */
  readonly chain: readonly SigningCertificate[];
}

const parsedCertificates = new WeakMap<SigningCertificate, Certificate>();

function parsed(certificate: SigningCertificate): Certificate {
  const known = parsedCertificates.get(certificate);
  if (known) return known;
  const fresh = Certificate.fromBER(certificate.der);
  parsedCertificates.set(certificate, fresh);
  return fresh;
}

/** A detached CMS signature over `content` (CAdES baseline B attributes, ECDSA P-256 with SHA-256), DER. */
export function signCms(content: Uint8Array, signer: CmsSigner): Buffer {
  if (!isP256(signer.key)) throw new TypeError('A CMS signature here needs a P-256 key.');
  const attributes = signedAttributes(sha256(content), signer.certificate);
  const signedBytes = derOf(new Asn1Set({ value: attributes.map((attribute) => attribute.toSchema()) }));
  const signature = sign('sha256', signedBytes, { key: signer.key, dsaEncoding: 'der' });

  const certificate = parsed(signer.certificate);
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate, ...signer.chain.map(parsed)],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 }),
        signature: new OctetString({ valueHex: new Uint8Array(signature).buffer }),
      }),
    ],
  });
  return derOf(new ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) }).toSchema());
}
