import { sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Set as Asn1Set } from 'asn1js';
import { isP256 } from './certificate.ts';
import type { SigningCertificate } from './certificate.ts';
import { derOf, sha256, signedAttributes } from './cms-attributes.ts';
import { cmsCertificate, encodeSignedData } from './cms-signed-data.ts';

export interface CmsSigner {
  readonly key: KeyObject;
  readonly certificate: SigningCertificate;
  /** The authorities above the certificate, nearest first. They travel in the signature, for a verifier who has only the root. */
  readonly chain: readonly SigningCertificate[];
}

/** A detached CMS signature over `content` (CAdES baseline B attributes, ECDSA P-256 with SHA-256), DER. */
export function signCms(content: Uint8Array, signer: CmsSigner): Buffer {
  if (!isP256(signer.key)) throw new TypeError('A CMS signature here needs a P-256 key.');
  const attributes = signedAttributes(sha256(content), signer.certificate);
  const signedBytes = derOf(new Asn1Set({ value: attributes.map((attribute) => attribute.toSchema()) }));
  return encodeSignedData({
    signer: cmsCertificate(signer.certificate),
    others: signer.chain.map(cmsCertificate),
    attributes,
    signature: sign('sha256', signedBytes, { key: signer.key, dsaEncoding: 'der' }),
  });
}
