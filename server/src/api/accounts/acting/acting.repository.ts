import type { Tx } from '../../../platform/db/transaction.ts';
import { sessionEntity } from '../sessions/session.entity.ts';

/** A dependant whom a session acts for. */
export interface Dependant {
  patientId: string;
  /** The dependant’s own account: it receives the messages that concern them. */
  accountId: string;
  name: string;
  nameLatin: string;
  /** ISO date. */
  birthDate: string;
  relation: 'parent' | 'guardian' | 'carer';
  identityVerified: boolean;
}

const dependantSql = `
  SELECT p.id AS "patientId", p.account_id AS "accountId", p.name, p.name_latin AS "nameLatin", p.birth_date::text AS "birthDate", g.relation,
    p.identity_verified_at IS NOT NULL AS "identityVerified"
  FROM guardianship g
  JOIN patient p ON p.id = g.patient_id
  JOIN hospital h ON h.id = g.hospital_id
  WHERE g.guardian_account_id = $1 AND g.state = 'active' AND p.account_id IS NOT NULL
    AND (g.until IS NULL OR g.until > ($3::timestamptz AT TIME ZONE h.time_zone)::date)`;

/** Stores whom sessions act for. Every query checks the guardianship again, because it may have ended. */
export class ActingRepository {
  /** Returns the dependant when the account may act for them now. */
  async dependant(tx: Tx, accountId: string, patientId: string): Promise<Dependant | null> {
    const [row] = await tx.query<Dependant>(`${dependantSql} AND p.id = $2`, [accountId, patientId, tx.now]);
    return row ?? null;
  }

  /** Returns the patient whom the session acts for; null when it acts for the account holder. */
  async patientOf(tx: Tx, sessionId: string): Promise<string | null> {
    const session = await tx.manager.findOneBy(sessionEntity, { id: sessionId });
    return session?.actingPatientId ?? null;
  }

  async set(tx: Tx, sessionId: string, patientId: string | null): Promise<void> {
    await tx.manager.update(sessionEntity, { id: sessionId }, { actingPatientId: patientId });
  }

  /** Makes sessions of the account that act for the patient act for the holder again. Returns their ids. */
  async release(tx: Tx, accountId: string, patientId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'UPDATE session SET acting_patient_id = NULL WHERE account_id = $1 AND acting_patient_id = $2 AND ended_at IS NULL RETURNING id',
      [accountId, patientId],
    );
    return rows.map(({ id }) => id);
  }
}
