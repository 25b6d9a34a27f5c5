import { sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Set as Asn1Set } from 'asn1js';
import { isP256 } from './certificate.ts';
import type { SigningCertificate } from './certificate.ts';
import { derOf, signedAttributes } from './cms-attributes.ts';
import { sha256 } from './sha256.ts';
import { cmsCertificate, encodeSignedData } from './cms-signed-data.ts';

export interface CmsSigner {
  readonly key: KeyObject;
  readonly certificate: SigningCertificate;
  /** The authorities above the certificate, nearest first; included in the signature for a verifier that has only the root. */
  readonly chain: readonly SigningCertificate[];
}

/** The same with a key that is decrypted for each signature only. */
export interface SealedCmsSigner extends Omit<CmsSigner, 'key'> {
  /** Returns ECDSA P-256 with SHA-256 over the bytes, DER. */
  sign(bytes: Buffer): Promise<Buffer>;
}

/** Returns a time stamp token (DER) that proves when a signature’s value existed. */
export type Stamp = (signature: Buffer) => Promise<Buffer>;

/** Creates a detached CMS signature over `content` (CAdES baseline B attributes, ECDSA P-256 with SHA-256), DER; with `stamp`, of level T. */
export async function signCms(
  content: Uint8Array,
  signer: CmsSigner | SealedCmsSigner,
  stamp?: Stamp,
): Promise<Buffer> {
  const attributes = signedAttributes(sha256(content), signer.certificate);
  const signedBytes = derOf(new Asn1Set({ value: attributes.map((attribute) => attribute.toSchema()) }));
  const signature = 'key' in signer ? signWithKey(signedBytes, signer.key) : await signer.sign(signedBytes);
  return encodeSignedData({
    signer: cmsCertificate(signer.certificate),
    others: signer.chain.map(cmsCertificate),
    attributes,
    signature,
    timeStampToken: stamp ? await stamp(signature) : null,
  });
}

/** Signs as `SealedCmsSigner.sign` does once the key is decrypted. Throws a `TypeError` for a key on another curve. */
export function signWithKey(bytes: Buffer, key: KeyObject): Buffer {
  if (!isP256(key)) throw new TypeError('A CMS signature requires a P-256 key.');
  return sign('sha256', bytes, { key, dsaEncoding: 'der' });
}
