import type { BreakGlass } from '@yunzhen/shared/chart/break-glass.contract';
import type { Sex } from '@yunzhen/shared/core/patient';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { breakGlassEntity, type BreakGlassRow as StoredAccess } from './break-glass.entity.ts';

export interface BreakGlassRow extends Omit<StoredAccess, 'hospitalId' | 'practitionerId'> {
  doctorName: string;
  doctorNameLatin: string;
}

export interface ExactPatient {
  id: string;
  name: string;
  nameLatin: string;
  sex: Sex;
  birthDate: string;
}

/** The search criteria, all of which must match exactly. */
export interface ExactIdentity {
  name: string;
  birthDate: string;
  phone: string | null;
  identityLast4: string | null;
}

const columns = columnsOf(breakGlassEntity, 'b', ['id', 'patientId', 'reason', 'explanation', 'openedAt', 'expiresAt']);
const grantSql = `SELECT ${columns}, p.name AS "doctorName", p.name_latin AS "doctorNameLatin"
  FROM break_glass b JOIN practitioner p ON p.id = b.practitioner_id WHERE b.patient_id = $1`;

/** Stores emergency accesses. Rows never change; an access ends at its expiry time. */
export class BreakGlassRepository {
  /** Returns the doctor’s current access; null when there is none. */
  async active(tx: Tx, patientId: string, practitionerId: string): Promise<BreakGlassRow | null> {
    const [row] = await tx.query<BreakGlassRow>(
      `${grantSql} AND b.practitioner_id = $2 AND b.expires_at > $3 ORDER BY b.opened_at DESC LIMIT 1`,
      [patientId, practitionerId, tx.now],
    );
    return row ?? null;
  }

  async insert(tx: Tx, row: Omit<StoredAccess, 'hospitalId' | 'openedAt'>): Promise<void> {
    await tx.manager.insert(breakGlassEntity, { ...row, hospitalId: tx.hospitalId, openedAt: tx.now });
  }

  /** Returns accesses newest first, one row more than the limit when there are more. */
  list(tx: Tx, patientId: string, limit: number, after: Place | null): Promise<BreakGlassRow[]> {
    const timed = timedBy('b.opened_at', 'b.id', 'desc', 2);
    return tx.query<BreakGlassRow>(
      `${grantSql} AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $4`,
      [patientId, ...placeValues(after), limit + 1],
    );
  }

  /** Returns the patients who match every criterion; phone numbers are compared by digits, names in either spelling. */
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

  /** Locks the searching account until the transaction ends. */
  async holdSearcher(tx: Tx, accountId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`break-glass ${accountId}`]);
  }

  /** Returns the number of searches by the account since the given time, from the audit trail. */
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
