import { IsNull } from 'typeorm';
import type {
  CertificateSort,
  PractitionerCertificate,
  UncertifiedPractitioner,
} from '@yunzhen/shared/signing/certificates.contract';
import { instantKey, placeValues, sortedBy, type SortedFilter, type SortedPlace } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { SigningCertificate } from '../../../platform/signing/certificate.ts';
import type { Revocation, RevocationReason } from '../../../platform/signing/revocation-list.ts';
import { revocationListEntity, type RevocationListRow } from './revocation-list.entity.ts';
import { signingCredentialEntity, type SigningCredentialRow } from './signing-credential.entity.ts';

export interface CertificateRow extends Pick<
  SigningCredentialRow,
  'id' | 'serial' | 'notBefore' | 'notAfter' | 'createdAt' | 'supersededAt' | 'revokedAt' | 'invalidFrom'
> {
  practitionerId: string;
  name: string;
  nameLatin: string;
  reason: RevocationReason | null;
}

export interface Subject {
  name: string;
  licence: string;
  accountId: string;
  hospital: { en: string; zh: string };
  country: string;
}

export interface NewCredential {
  id: string;
  practitionerId: string;
  certificate: SigningCertificate;
  sealedKey: string;
}

const columns = `c.id, c.practitioner_id AS "practitionerId", p.name, p.name_latin AS "nameLatin", c.serial,
         c.not_before AS "notBefore", c.not_after AS "notAfter", c.created_at AS "createdAt",
         c.superseded_at AS "supersededAt", c.revoked_at AS "revokedAt", c.revocation_reason AS reason,
         coalesce(c.invalid_from, c.revoked_at) AS "invalidFrom"`;
const from = 'FROM signing_credential c JOIN practitioner p ON p.id = c.practitioner_id';
const rowSql = `SELECT ${columns} ${from}`;

const personKey = `lower(coalesce(nullif(p.name_latin, ''), p.name))`;
const sortKeys: Record<CertificateSort, string> = {
  end: instantKey('c.not_after'),
  issued: instantKey('c.created_at'),
  name: personKey,
};

export interface CertificateFilter extends SortedFilter<CertificateSort> {
  state: PractitionerCertificate['state'] | null;
}

interface UncertifiedRow extends Omit<UncertifiedPractitioner, 'practitionerId'> {
  id: string;
  sortValue: string;
}

/** Stores practitioners’ certificates. They are never deleted, because their signatures are verified for decades. */
export class CertificatesRepository {
  list(tx: Tx, filter: CertificateFilter): Promise<(CertificateRow & { sortValue: string })[]> {
    const sorted = sortedBy(sortKeys[filter.sort], 'c.id', filter.order, 5);
    return tx.query<CertificateRow & { sortValue: string }>(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from}
       WHERE ($1 = '' OR strpos(lower(p.name || ' ' || p.name_latin || ' ' || c.serial), lower(replace($1, ' ', ''))) > 0
           OR strpos(lower(p.name || ' ' || p.name_latin), lower($1)) > 0)
         AND ($2::text IS NULL OR $2 = CASE WHEN c.revoked_at IS NOT NULL THEN 'revoked' WHEN c.not_after <= $3 THEN 'expired'
           WHEN c.superseded_at IS NOT NULL THEN 'renewed' ELSE 'in-force' END)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $4`,
      [filter.q, filter.state, tx.now, filter.limit + 1, ...placeValues(filter.after)],
    );
  }

  /** Returns practitioners with an active account and no certificate for signing. */
  missing(tx: Tx, limit: number, after: SortedPlace | null): Promise<UncertifiedRow[]> {
    const sorted = sortedBy(personKey, 'p.id', 'asc', 3);
    return tx.query<UncertifiedRow>(
      `SELECT p.id, p.kind, p.name, p.name_latin AS "nameLatin", p.licence_number AS licence, ${sorted.key} AS "sortValue"
       FROM practitioner p JOIN account a ON a.id = p.account_id
       WHERE a.status = 'active' AND NOT EXISTS (SELECT 1 FROM signing_credential c WHERE c.practitioner_id = p.id
           AND c.revoked_at IS NULL AND c.superseded_at IS NULL AND c.not_before <= $1 AND c.not_after > $1)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $2`,
      [tx.now, limit + 1, ...placeValues(after)],
    );
  }

  async lock(tx: Tx, id: string): Promise<CertificateRow | null> {
    const [row] = await tx.query<CertificateRow>(`${rowSql} WHERE c.id = $1 FOR UPDATE OF c`, [id]);
    return row ?? null;
  }

  async subject(tx: Tx, practitionerId: string): Promise<Subject | null> {
    const [row] = await tx.query<Subject>(
      `SELECT p.name, p.licence_number AS licence, p.account_id AS "accountId", h.name AS hospital, left(h.jurisdiction, 2) AS country
       FROM practitioner p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1 FOR UPDATE OF p`,
      [practitionerId],
    );
    return row ?? null;
  }

  async addAuthority(tx: Tx, id: string, certificate: SigningCertificate, sealedKey: string): Promise<void> {
    await tx.manager.insert(signingCredentialEntity, {
      ...columnsOfCertificate(certificate),
      id,
      hospitalId: tx.hospitalId,
      kind: 'hospital-ca',
      sealedKey,
      createdAt: tx.now,
    });
  }

  /** Makes the new authority the one that issues. The former one’s certificates stay valid. */
  async replaceAuthority(tx: Tx, id: string, certificate: SigningCertificate, sealedKey: string): Promise<void> {
    const inForce = { kind: 'hospital-ca' as const, supersededAt: IsNull() };
    await tx.manager.update(signingCredentialEntity, inForce, { supersededAt: tx.now });
    await this.addAuthority(tx, id, certificate, sealedKey);
  }

  /** Makes the new certificate the one for signing. */
  async replace(tx: Tx, { id, practitionerId, certificate, sealedKey }: NewCredential): Promise<void> {
    const inForce = { practitionerId, revokedAt: IsNull(), supersededAt: IsNull() };
    await tx.manager.update(signingCredentialEntity, inForce, { supersededAt: tx.now });
    await tx.manager.insert(signingCredentialEntity, {
      ...columnsOfCertificate(certificate),
      id,
      hospitalId: tx.hospitalId,
      kind: 'practitioner',
      practitionerId,
      sealedKey,
      createdAt: tx.now,
    });
  }

  async revoke(tx: Tx, id: string, reason: RevocationReason, invalidFrom: Date, accountId: string): Promise<void> {
    const revoked = { revokedAt: tx.now, revocationReason: reason, invalidFrom, revokedBy: accountId };
    await tx.manager.update(signingCredentialEntity, { id }, revoked);
  }

  /** Returns practitioners whose current certificate expires before the given time. */
  async endingBefore(tx: Tx, time: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT practitioner_id AS id FROM signing_credential
       WHERE kind = 'practitioner' AND revoked_at IS NULL AND superseded_at IS NULL AND not_after < $1`,
      [time],
    );
    return rows.map(({ id }) => id);
  }

  async revocations(tx: Tx): Promise<(Revocation & { pem: string })[]> {
    return tx.query<Revocation & { pem: string }>(
      `SELECT serial AS "serialNumber", certificate_pem AS pem, revoked_at AS "revokedAt", coalesce(revocation_reason, 'superseded') AS reason,
              coalesce(invalid_from, revoked_at) AS "invalidFrom"
       FROM signing_credential WHERE kind = 'practitioner' AND revoked_at IS NOT NULL ORDER BY revoked_at, serial`,
    );
  }

  /** Returns the newest list of an authority, and the last number of the hospital. Lists without an authority are of the first one. */
  async latestList(
    tx: Tx,
    authoritySerial: string,
  ): Promise<{ list: Pick<RevocationListRow, 'der' | 'thisUpdate' | 'nextUpdate'> | null; lastNumber: number }> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('revocation-list/' || $1, 0))`, [tx.hospitalId]);
    const [list] = await tx.query<Pick<RevocationListRow, 'der' | 'thisUpdate' | 'nextUpdate'>>(
      `SELECT der, this_update AS "thisUpdate", next_update AS "nextUpdate" FROM revocation_list
       WHERE coalesce(authority_serial, (SELECT serial FROM signing_credential WHERE kind = 'hospital-ca' ORDER BY created_at LIMIT 1)) = $1
       ORDER BY number DESC LIMIT 1`,
      [authoritySerial],
    );
    const [last] = await tx.query<{ number: number | null }>('SELECT max(number) AS number FROM revocation_list');
    return { list: list ?? null, lastNumber: last?.number ?? 0 };
  }

  async keepList(tx: Tx, list: Omit<RevocationListRow, 'hospitalId'>): Promise<void> {
    await tx.manager.insert(revocationListEntity, { ...list, hospitalId: tx.hospitalId });
  }
}

const columnsOfCertificate = (certificate: SigningCertificate) => ({
  certificatePem: certificate.pem,
  serial: certificate.serialNumber,
  notBefore: certificate.notBefore,
  notAfter: certificate.notAfter,
});

export function toCertificate(row: CertificateRow, now: Date): PractitionerCertificate {
  const { id, practitionerId, name, nameLatin, serial, reason } = row;
  const text = (time: Date | null) => time?.toISOString() ?? null;
  const state = row.revokedAt ? 'revoked' : row.notAfter <= now ? 'expired' : row.supersededAt ? 'renewed' : 'in-force';
  return {
    id,
    practitionerId,
    name,
    nameLatin,
    serial,
    reason,
    state,
    notBefore: row.notBefore.toISOString(),
    notAfter: row.notAfter.toISOString(),
    revokedAt: text(row.revokedAt),
    invalidFrom: text(row.invalidFrom),
  };
}
