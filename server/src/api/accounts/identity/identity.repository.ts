import type { Identity } from '@yunzhen/shared/accounts/identity.contract';
import type { DocumentType, Verdict } from '@yunzhen/shared/accounts/identity';
import type { Sex } from '@yunzhen/shared/core/patient';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { Attempt } from './identity.policy.ts';
import { patientEntity } from '../patient.entity.ts';
import { identityCheckEntity, type IdentityCheckRow } from './identity-check.entity.ts';
import { identityKeyEntity } from './identity-key.entity.ts';

export interface PersonRow {
  id: string;
  accountId: string | null;
  name: string;
  nameLatin: string;
  birthDate: string;
  sex: Sex;
  jurisdiction: string;
  documentType: DocumentType | null;
  digest: Buffer | null;
  last4: string | null;
  provider: string | null;
  verifiedAt: Date | null;
  hasHistory: boolean;
}

/** The verified facts about a person. */
export interface VerifiedPerson {
  name: string;
  birthDate: string;
  sex: Sex;
  documentType: DocumentType;
  digest: Buffer;
  sealed: string;
  last4: string;
  provider: string;
}

const personSql = `
  SELECT p.id, p.account_id AS "accountId", p.name, p.name_latin AS "nameLatin", p.birth_date::text AS "birthDate", p.sex,
    h.jurisdiction, p.identity_document_type AS "documentType", p.identity_digest AS digest, p.identity_last4 AS last4,
    p.identity_provider AS provider, p.identity_verified_at AS "verifiedAt",
    EXISTS (SELECT 1 FROM visit v WHERE v.patient_id = p.id AND v.status = 'completed') AS "hasHistory"
  FROM patient p JOIN hospital h ON h.id = p.hospital_id WHERE p.id = $1`;

/** Stores verified identities and every attempt to prove one. */
export class IdentityRepository {
  /** Returns the encrypted digest key of the hospital; null before the first use. */
  async key(tx: Tx): Promise<string | null> {
    const key = await tx.manager.findOneBy(identityKeyEntity, { hospitalId: tx.hospitalId });
    return key?.keySealed ?? null;
  }

  /** Adds the key. Does nothing when there is one already: the first one counts. */
  async addKey(tx: Tx, id: string, sealed: string): Promise<void> {
    const key = { id, hospitalId: tx.hospitalId, keySealed: sealed, createdAt: tx.now };
    await insertUnlessThere(tx, identityKeyEntity, key);
  }

  async person(tx: Tx, patientId: string): Promise<PersonRow | null> {
    const [row] = await tx.query<PersonRow>(personSql, [patientId]);
    return row ?? null;
  }

  /** Locks the patient, so that attempts for one patient run one after the other. */
  async lockPerson(tx: Tx, patientId: string): Promise<PersonRow | null> {
    const [row] = await tx.query<PersonRow>(`${personSql} FOR NO KEY UPDATE OF p`, [patientId]);
    return row ?? null;
  }

  /** Returns whether the account holder’s own identity is verified. */
  async isHolderVerified(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM patient WHERE account_id = $1 AND identity_verified_at IS NOT NULL', [
      accountId,
    ]);
    return rows.length > 0;
  }

  /** Returns attempts since then for the patient, or by the account for any patient; oldest first. */
  async recent(tx: Tx, by: { patientId: string; accountId: string }, since: Date): Promise<Attempt[]> {
    return tx.query<Attempt>(
      `SELECT asked_at AS "askedAt", coalesce(outcome = 'unavailable', false) AS unavailable FROM identity_check
       WHERE hospital_id = $1 AND (patient_id = $2 OR asked_by = $3) AND asked_at > $4 ORDER BY asked_at`,
      [tx.hospitalId, by.patientId, by.accountId, since],
    );
  }

  async last(tx: Tx, patientId: string): Promise<Identity['last']> {
    const [row] = await tx.query<Pick<IdentityCheckRow, 'outcome' | 'askedAt'>>(
      `SELECT outcome, asked_at AS "askedAt" FROM identity_check WHERE patient_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 1`,
      [patientId],
    );
    return row ? { outcome: row.outcome ?? 'open', at: row.askedAt.toISOString() } : null;
  }

  async add(
    tx: Tx,
    { digest, ...check }: Pick<IdentityCheckRow, 'id' | 'patientId' | 'askedBy' | 'documentType'> & { digest: Buffer },
  ): Promise<void> {
    const asked = { ...check, hospitalId: tx.hospitalId, numberDigest: digest, askedAt: tx.now };
    await tx.manager.insert(identityCheckEntity, asked);
  }

  find(tx: Tx, checkId: string): Promise<IdentityCheckRow | null> {
    return tx.manager.findOneBy(identityCheckEntity, { id: checkId });
  }

  async settle(
    tx: Tx,
    check: { id: string; outcome: Verdict | 'taken'; provider: string; reference: string | null; at: Date },
  ): Promise<void> {
    const { id, at, ...answer } = check;
    await tx.manager.update(identityCheckEntity, { id }, { ...answer, answeredAt: at });
  }

  /** Returns whether another record of the hospital has that document. Serialises attempts with one document. */
  async isTaken(tx: Tx, digest: Buffer, patientId: string): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`identity ${digest.toString('hex')}`]);
    const rows = await tx.query(
      `SELECT 1 FROM patient WHERE hospital_id = $1 AND identity_digest = $2 AND identity_verified_at IS NOT NULL
         AND closed_at IS NULL AND id <> $3`,
      [tx.hospitalId, digest, patientId],
    );
    return rows.length > 0;
  }

  /** Stores the identity that the document proves, and gives the account the same name. */
  async verify(tx: Tx, patientId: string, person: VerifiedPerson): Promise<void> {
    await tx.manager.update(
      patientEntity,
      { id: patientId },
      {
        name: person.name,
        birthDate: person.birthDate,
        sex: person.sex,
        identityDocumentType: person.documentType,
        identityDigest: person.digest,
        identityNumberSealed: person.sealed,
        identityLast4: person.last4,
        identityProvider: person.provider,
        identityVerifiedAt: tx.now,
      },
    );
    await tx.query(
      `UPDATE account SET display_name = $2 WHERE id = (SELECT account_id FROM patient WHERE id = $1) AND roles = '{patient}'`,
      [patientId, person.name],
    );
  }
}
