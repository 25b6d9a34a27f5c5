import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { createPrivateKey } from 'node:crypto';
import { signingKeyContext } from '../api/signing/index.ts';
import { newId } from '../platform/ids.ts';
import type { CertificateSubject } from '../platform/signing/certificate.ts';
import {
  createCertificateAuthority,
  issueSigningCertificate,
  type IssuedCertificate,
} from '../platform/signing/certificate-authority.ts';
import { sealPrivateKey, type KeyEncryption } from '../platform/signing/key-encryption.ts';

export interface Signer {
  practitionerId: string;
  subject: CertificateSubject;
}

/** Creates the hospital’s authority and a certificate for everyone who signs; private keys are encrypted at once. */
export async function issueCredentials(
  hospitalId: string,
  authoritySubject: CertificateSubject,
  signers: readonly Signer[],
  keys: KeyEncryption,
  now: Date,
): Promise<Record<string, unknown>[]> {
  const authority = await createCertificateAuthority(authoritySubject, new Date(now.getTime() - 200 * DAY_MS));
  // Node copies the key, because its bytes are zeroed when they are encrypted.
  const key = createPrivateKey({ key: Buffer.from(authority.privateKey), format: 'der', type: 'pkcs8' });
  const issuer = { certificate: authority.certificate, key };
  const rows = [await toRow('hospital-ca', null, authority, `hospital/${hospitalId}/authority`)];
  for (const { practitionerId, subject } of signers) {
    const issued = await issueSigningCertificate(issuer, subject, new Date(now.getTime() - 180 * DAY_MS));
    rows.push(await toRow('practitioner', practitionerId, issued, signingKeyContext(practitionerId)));
  }
  return rows;

  async function toRow(kind: string, practitionerId: string | null, issued: IssuedCertificate, context: string) {
    const { certificate } = issued;
    return {
      id: newId(),
      hospital_id: hospitalId,
      kind,
      practitioner_id: practitionerId,
      certificate_pem: certificate.pem,
      sealed_key: await sealPrivateKey(keys, issued.privateKey, context),
      serial: certificate.serialNumber,
      not_before: certificate.notBefore,
      not_after: certificate.notAfter,
      created_at: now,
    };
  }
}
