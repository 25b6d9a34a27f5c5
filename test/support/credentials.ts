import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { createPrivateKey } from 'node:crypto';
import { signingKeyContext } from '../../server/src/api/signing/keys/credential.repository.ts';
import { newId } from '../../server/src/platform/ids.ts';
import {
  createCertificateAuthority,
  issueSigningCertificate,
  type CertificateIssuer,
} from '../../server/src/platform/signing/certificate-authority.ts';
import { sealPrivateKey } from '../../server/src/platform/signing/key-encryption.ts';
import { openKeyEncryption } from '../../server/src/platform/signing/open-key-encryption.ts';
import type { TestGround } from './test-api.ts';

/** Creates the authority of a hospital and the certificates of its practitioners, as in production. */
export class CredentialFactory {
  readonly #test: TestGround;
  readonly #authoritySince: Date;
  readonly #issuers = new Map<string, CertificateIssuer>();

  /** `authoritySince`: when the authorities of hospitals begin, twenty years before they end. */
  constructor(test: TestGround, authoritySince = new Date(Date.now() - DAY_MS)) {
    this.#test = test;
    this.#authoritySince = authoritySince;
  }

  async authority(hospitalId: string): Promise<CertificateIssuer> {
    const known = this.#issuers.get(hospitalId);
    if (known) return known;
    const made = await createCertificateAuthority(
      { commonName: `Authority ${hospitalId}`, organization: 'Test Hospital', country: 'CN' },
      this.#authoritySince,
    );
    const issuer = {
      certificate: made.certificate,
      key: createPrivateKey({ key: Buffer.from(made.privateKey), format: 'der', type: 'pkcs8' }),
    };
    await this.#store(hospitalId, null, made, `hospital/${hospitalId}/authority`);
    this.#issuers.set(hospitalId, issuer);
    return issuer;
  }

  async practitioner(hospitalId: string, practitionerId: string, name: string): Promise<void> {
    const issuer = await this.authority(hospitalId);
    const made = await issueSigningCertificate(
      issuer,
      { commonName: name, serialNumber: practitionerId },
      new Date(Date.now() - 3_600_000),
    );
    await this.#store(hospitalId, practitionerId, made, signingKeyContext(practitionerId));
  }

  async #store(
    hospitalId: string,
    practitionerId: string | null,
    made: Awaited<ReturnType<typeof createCertificateAuthority>>,
    context: string,
  ): Promise<void> {
    const keyEncryption = await openKeyEncryption(this.#test.settings);
    const { certificate } = made;
    await this.#test.database.admin.query(
      `INSERT INTO signing_credential (id, hospital_id, kind, practitioner_id, certificate_pem, sealed_key, serial, not_before, not_after, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,now())`,
      [
        newId(),
        hospitalId,
        practitionerId ? 'practitioner' : 'hospital-ca',
        practitionerId,
        certificate.pem,
        await sealPrivateKey(keyEncryption, made.privateKey, context),
        certificate.serialNumber,
        certificate.notBefore,
        certificate.notAfter,
      ],
    );
  }
}
