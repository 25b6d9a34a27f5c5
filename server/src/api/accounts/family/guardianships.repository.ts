import type { Tx } from '../../../platform/db/transaction.ts';
import { guardianshipEntity, type GuardianshipRow as Guardianship } from './guardianship.entity.ts';
import { patientEntity, type PatientRow } from '../patient.entity.ts';

/** A guardianship with the names of both sides. */
export interface GuardianshipRow extends Pick<
  Guardianship,
  'id' | 'guardianAccountId' | 'patientId' | 'relation' | 'basis' | 'state' | 'invitedSealed' | 'until' | 'createdAt'
> {
  guardianName: string;
  guardianNameLatin: string;
  patientAccountId: string | null;
  dependantName: string | null;
  dependantNameLatin: string | null;
  birthDate: string | null;
}

type NewGuardianship = Omit<
  Guardianship,
  'hospitalId' | 'state' | 'createdAt' | 'decidedAt' | 'endedAt' | 'endReason'
> & {
  state: 'invited' | 'active';
};

const rowSql = `
  SELECT g.id, g.guardian_account_id AS "guardianAccountId", a.display_name AS "guardianName",
    a.display_name_latin AS "guardianNameLatin", g.patient_id AS "patientId", p.account_id AS "patientAccountId",
    p.name AS "dependantName", p.name_latin AS "dependantNameLatin", p.birth_date::text AS "birthDate", g.relation, g.basis,
    g.state, g.invited_sealed AS "invitedSealed", g.until::text AS until, g.created_at AS "createdAt"
  FROM guardianship g
  JOIN account a ON a.id = g.guardian_account_id
  LEFT JOIN patient p ON p.id = g.patient_id`;

export class GuardianshipsRepository {
  /** Returns open and declined guardianships of the account, oldest first. */
  async ofGuardian(tx: Tx, accountId: string): Promise<GuardianshipRow[]> {
    return tx.query<GuardianshipRow>(
      `${rowSql} WHERE g.guardian_account_id = $1 AND g.state IN ('invited', 'active') ORDER BY g.id`,
      [accountId],
    );
  }

  async ofDependant(tx: Tx, patientId: string): Promise<GuardianshipRow[]> {
    return tx.query<GuardianshipRow>(
      `${rowSql} WHERE g.patient_id = $1 AND g.state IN ('invited', 'active') ORDER BY g.id`,
      [patientId],
    );
  }

  /** Returns children who have no other guardian than this account. */
  onlyGuardianOf(tx: Tx, accountId: string): Promise<{ name: string; nameLatin: string }[]> {
    return tx.query(
      `SELECT p.name, p.name_latin AS "nameLatin" FROM guardianship g JOIN patient p ON p.id = g.patient_id
       WHERE g.guardian_account_id = $1 AND g.state = 'active' AND g.basis = 'minor' AND NOT EXISTS (
         SELECT 1 FROM guardianship o WHERE o.patient_id = g.patient_id AND o.state = 'active' AND o.guardian_account_id <> $1)
       ORDER BY p.birth_date, p.id`,
      [accountId],
    );
  }

  async count(tx: Tx, accountId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM guardianship WHERE guardian_account_id = $1 AND state IN ('invited', 'active')`,
      [accountId],
    );
    return row?.count ?? 0;
  }

  /** Adds a guardianship. Returns false when the two already have an open one. */
  async add(tx: Tx, row: NewGuardianship): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO guardianship (id, hospital_id, guardian_account_id, patient_id, relation, basis, state, evidence, invited_sealed, until, created_at, decided_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)
       ON CONFLICT (guardian_account_id, patient_id) WHERE state IN ('invited', 'active') DO NOTHING RETURNING id`,
      [
        row.id,
        tx.hospitalId,
        row.guardianAccountId,
        row.patientId,
        row.relation,
        row.basis,
        row.state,
        row.evidence,
        row.invitedSealed,
        row.until,
        tx.now,
        row.state === 'active' ? tx.now : null,
      ],
    );
    return added.length > 0;
  }

  async find(tx: Tx, id: string): Promise<GuardianshipRow | null> {
    const [row] = await tx.query<GuardianshipRow>(`${rowSql} WHERE g.id = $1`, [id]);
    return row ?? null;
  }

  /** Loads and locks a guardianship. */
  async lock(tx: Tx, id: string): Promise<GuardianshipRow | null> {
    await tx.query('SELECT 1 FROM guardianship WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  async decide(tx: Tx, id: string, agreed: boolean): Promise<void> {
    const state = agreed ? 'active' : 'declined';
    await tx.manager.update(guardianshipEntity, { id }, { state, decidedAt: tx.now });
  }

  async end(tx: Tx, id: string, reason: NonNullable<Guardianship['endReason']>): Promise<void> {
    await tx.manager.update(guardianshipEntity, { id }, { state: 'ended', endedAt: tx.now, endReason: reason });
  }

  /** Returns guardianships whose child is of age in the hospital’s time zone. */
  async ofAge(tx: Tx, today: string): Promise<GuardianshipRow[]> {
    return tx.query<GuardianshipRow>(
      `${rowSql} WHERE g.hospital_id = $1 AND g.state = 'active' AND g.until <= $2::date FOR UPDATE OF g`,
      [tx.hospitalId, today],
    );
  }

  async addPatient(
    tx: Tx,
    patient: Pick<PatientRow, 'id' | 'accountId' | 'name' | 'nameLatin' | 'birthDate' | 'sex'>,
  ): Promise<void> {
    await tx.manager.insert(patientEntity, { ...patient, hospitalId: tx.hospitalId, createdAt: tx.now });
  }

  /** Returns the patient who has an account with this address. */
  async patientAt(
    tx: Tx,
    channel: 'mail' | 'sms',
    address: string,
  ): Promise<{ patientId: string; accountId: string; birthDate: string } | null> {
    const column = channel === 'mail' ? 'email' : 'phone';
    const [row] = await tx.query<{ patientId: string; accountId: string; birthDate: string }>(
      `SELECT p.id AS "patientId", a.id AS "accountId", p.birth_date::text AS "birthDate" FROM account a JOIN patient p ON p.account_id = a.id
       WHERE a.hospital_id = $1 AND a.${column} = $2 AND a.status = 'active'`,
      [tx.hospitalId, address],
    );
    return row ?? null;
  }

  async timeZone(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ zone: string }>('SELECT time_zone AS zone FROM hospital WHERE id = $1', [
      tx.hospitalId,
    ]);
    return row?.zone ?? 'UTC';
  }
}
