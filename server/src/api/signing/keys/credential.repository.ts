import type { X509Certificate } from 'node:crypto';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { readCertificate, type SigningCertificate } from '../../../platform/signing/certificate.ts';
import type { TrustPolicy } from '../../../platform/signing/certificate-trust.ts';
import type { SigningCredentialRow } from '../certificates/signing-credential.entity.ts';

/** A practitioner’s certificate with the encrypted private key. */
export interface SealedCredential {
  practitionerId: string;
  certificate: SigningCertificate;
  sealedKey: string;
}

export type Authority = Pick<SealedCredential, 'certificate' | 'sealedKey'>;

/** Encryption context of a signing key: owner and purpose. A key decrypts only with its own context. */
export const signingKeyContext = (practitionerId: string) => `practitioner/${practitionerId}/signing`;

export class CredentialRepository {
  readonly #timeAnchors: readonly X509Certificate[];
  /** `timeAnchors`: the root certificates of trusted time stamps. */
  constructor(timeAnchors: readonly X509Certificate[]) {
    this.#timeAnchors = timeAnchors;
  }

  /** Returns the practitioner’s current certificate. Throws when there is none. */
  async current(tx: Tx, practitionerId: string): Promise<SealedCredential> {
    const [row] = await tx.query<Pick<SigningCredentialRow, 'certificatePem' | 'sealedKey'>>(
      `SELECT certificate_pem AS "certificatePem", sealed_key AS "sealedKey" FROM signing_credential
       WHERE kind = 'practitioner' AND practitioner_id = $1 AND revoked_at IS NULL AND superseded_at IS NULL
         AND not_before <= $2 AND not_after > $2`,
      [practitionerId, tx.now],
    );
    if (!row)
      throw new AppError('prescription.no-credential', 'practitioner has no valid certificate', {
        facts: { practitionerId },
      });
    return { practitionerId, certificate: readCertificate(row.certificatePem), sealedKey: row.sealedKey };
  }

  /** Returns the hospital’s authority that issues now, with its encrypted key. Every hospital gets one when it is created. */
  async authority(tx: Tx): Promise<Authority> {
    const authority = await this.findAuthority(tx);
    if (!authority) throw new AppError('internal', 'hospital has no authority certificate');
    return authority;
  }

  async findAuthority(tx: Tx): Promise<Authority | null> {
    return (await this.authorities(tx))[0] ?? null;
  }

  /** Returns the authority that issues now and those before it, newest first. */
  async authorities(tx: Tx): Promise<Authority[]> {
    const rows = await tx.query<Pick<SigningCredentialRow, 'certificatePem' | 'sealedKey'>>(
      `SELECT certificate_pem AS "certificatePem", sealed_key AS "sealedKey" FROM signing_credential
       WHERE kind = 'hospital-ca' ORDER BY created_at DESC`,
    );
    return rows.map((row) => ({ certificate: readCertificate(row.certificatePem), sealedKey: row.sealedKey }));
  }

  /**
   * Returns the trust policy of this hospital: its current and former authorities, and from when revoked certificates were untrusted. For a stolen
   * key that is before its revocation.
   */
  async trust(tx: Tx): Promise<TrustPolicy> {
    const rows = await tx.query<Pick<SigningCredentialRow, 'kind' | 'certificatePem' | 'revokedAt'>>(
      `SELECT kind, certificate_pem AS "certificatePem", least(invalid_from, revoked_at) AS "revokedAt" FROM signing_credential
       WHERE kind = 'hospital-ca' OR revoked_at IS NOT NULL`,
    );
    const revoked = new Map(
      rows.flatMap((row) =>
        row.revokedAt ? [[readCertificate(row.certificatePem).serialNumber, row.revokedAt] as const] : [],
      ),
    );
    return {
      authorities: rows.filter((row) => row.kind === 'hospital-ca').map((row) => readCertificate(row.certificatePem)),
      revokedAt: (serial) => revoked.get(serial),
      timeAnchors: this.#timeAnchors,
    };
  }

  /** Returns a digest of the authorities of this hospital and of their revocations, without reading a certificate. */
  async trustVersion(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ version: string | null }>(
      `SELECT encode(sha256(convert_to(
         string_agg(concat_ws(' ', id, certificate_pem, revoked_at, invalid_from), '|' ORDER BY id), 'UTF8')), 'hex') AS version
       FROM signing_credential WHERE kind = 'hospital-ca'`,
    );
    return row?.version ?? '';
  }
}
