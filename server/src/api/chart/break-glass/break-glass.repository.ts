import type { BreakGlass } from '@yunzhen/shared/chart/break-glass.contract';
import type { BreakGlassReason } from '@yunzhen/shared/chart/chart-entry';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface BreakGlassRow {
  id: string;
  patientId: string;
  doctorName: string;
  doctorNameLatin: string;
  reason: BreakGlassReason;
  explanation: string;
  openedAt: Date;
  expiresAt: Date;
}

export interface ExactPatient {
  id: string;
  name: string;
  nameLatin: string;
  sex: Sex;
  birthDate: string;
}

/** What is asked of the search: everything, to the letter. */
export interface ExactIdentity {
  name: string;
  birthDate: string;
  phone: string | null;
  identityLast4: string | null;
}

const grantSql = `SELECT b.id, b.patient_id AS "patientId", p.name AS "doctorName", p.name_latin AS "doctorNameLatin",
    b.reason, b.explanation, b.opened_at AS "openedAt", b.expires_at AS "expiresAt"
  FROM break_glass b JOIN practitioner p ON p.id = b.practitioner_id WHERE b.patient_id = $1`;

/** Emergency accesses. Nothing of them is ever changed; they end by the clock. */
export class BreakGlassRepository {
  /** The access that this doctor has now; null without one. */
  async active(tx: Tx, patientId: string, practitionerId: string): Promise<BreakGlassRow | null> {
    const [row] = await tx.query<BreakGlassRow>(
      `${grantSql} AND b.practitioner_id = $2 AND b.expires_at > $3 ORDER BY b.opened_at DESC LIMIT 1`,
      [patientId, practitionerId, tx.now],
    );
    return row ?? null;
  }

  async insert(
    tx: Tx,
    row: Pick<BreakGlassRow, 'id' | 'patientId' | 'reason' | 'explanation' | 'expiresAt'> & { practitionerId: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO break_glass (id, hospital_id, patient_id, practitioner_id, reason, explanation, opened_at, expires_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [row.id, tx.hospitalId, row.patientId, row.practitionerId, row.reason, row.explanation, tx.now, row.expiresAt],
    );
  }

  /** Newest first, one row more than asked for where there are more. */
  list(tx: Tx, patientId: string, limit: number, after: Place | null): Promise<BreakGlassRow[]> {
    return tx.query<BreakGlassRow>(
      `${grantSql} AND ($2::timestamptz IS NULL OR (b.opened_at, b.id) < ($2, $3::uuid))
       ORDER BY b.opened_at DESC, b.id DESC LIMIT $4`,
      [patientId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** Everyone who answers to all of it; phones are compared by their digits, names in either spelling. */
  exactly(tx: Tx, identity: ExactIdentity): Promise<ExactPatient[]> {
    return tx.query<ExactPatient>(
      `SELECT id, name, name_latin AS "nameLatin", sex, birth_date::text AS "birthDate" FROM patient
       WHERE hospital_id = $1 AND birth_date = $2 AND (name = $3 OR lower(name_latin) = lower($3))
         AND ($4::text IS NULL OR regexp_replace(phone, '\\D', '', 'g') = regexp_replace($4, '\\D', '', 'g'))
         AND ($5::text IS NULL OR upper(identity_last4) = upper($5))
       ORDER BY id LIMIT 2`,
      [tx.hospitalId, identity.birthDate, identity.name, identity.phone, identity.identityLast4],
    );
  }

  /** Until the transaction ends. */
  async holdSearcher(tx: Tx, accountId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`break-glass ${accountId}`]);
  }

  /** How often that person searched since then, as the audit trail has it. */
  async searchesSince(tx: Tx, accountId: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_event
       WHERE hospital_id = $1 AND actor_account_id = $2 AND at > $3 AND action = 'break-glass.searched'`,
      [tx.hospitalId, accountId, since],
    );
    return row?.count ?? 0;
  }
}

export function toBreakGlass(row: BreakGlassRow): BreakGlass {
  const { doctorName, doctorNameLatin, openedAt, expiresAt, ...rest } = row;
  return {
    ...rest,
    doctor: { name: doctorName, nameLatin: doctorNameLatin },
    openedAt: openedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
