import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Tx } from '../../../platform/db/transaction.ts';
import { place } from '../waiting-room/queue-place.ts';
import { visitEntity } from '../visit.entity.ts';

/** Hours after which a visit that was requested but never checked in is ignored. */
const plannedHours = 24;

export interface StrandedVisit {
  id: string;
  status: VisitStatus;
  patientId: string;
  departmentId: string;
  practitionerId: string;
  /** The patient’s own practitioner record, which is excluded because doctors do not treat themselves. */
  ownPractitionerId: string | null;
  doctor: { name: string; nameLatin: string };
  /** When the job noticed it; null the first time. */
  doctorGoneAt: Date | null;
}

/** Queries for open visits whose doctor’s account is closed or has lost the doctor role. */
export class StrandedVisitsRepository {
  /** Returns the ids in queue order. */
  async ids(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`${this.#sql('v.id')} ORDER BY ${place('v')}`, [tx.now, null]);
    return rows.map(({ id }) => id);
  }

  /** Returns null when the visit has a doctor again or has ended. */
  async find(tx: Tx, visitId: string): Promise<StrandedVisit | null> {
    const columns = `v.id, v.status, v.patient_id AS "patientId", v.department_id AS "departmentId", v.practitioner_id AS "practitionerId",
      v.doctor_gone_at AS "doctorGoneAt",
      (SELECT o.id FROM patient p JOIN practitioner o ON o.account_id = p.account_id WHERE p.id = v.patient_id) AS "ownPractitionerId",
      json_build_object('name', pr.name, 'nameLatin', pr.name_latin) AS doctor`;
    const [row] = await tx.query<StrandedVisit>(this.#sql(columns), [tx.now, visitId]);
    return row ?? null;
  }

  /** Records that the visit has no doctor. The version does not change, because no page shows this time. */
  async noteGone(tx: Tx, visitId: string): Promise<void> {
    await tx.manager.update(visitEntity, { id: visitId }, { doctorGoneAt: tx.now });
  }

  /** Clears the mark on visits whose doctor is active again. */
  async forgetReturned(tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE visit v SET doctor_gone_at = NULL FROM practitioner pr JOIN account a ON a.id = pr.account_id
       WHERE pr.id = v.practitioner_id AND v.hospital_id = $1 AND v.doctor_gone_at IS NOT NULL
         AND v.status IN ('planned', 'waiting', 'in-progress') AND a.status = 'active' AND 'doctor' = ANY (a.roles)`,
      [tx.hospitalId],
    );
  }

  #sql(columns: string): string {
    return `SELECT ${columns} FROM visit v JOIN practitioner pr ON pr.id = v.practitioner_id JOIN account a ON a.id = pr.account_id
      WHERE (v.status IN ('waiting', 'in-progress')
          OR (v.status = 'planned' AND v.created_at > $1::timestamptz - interval '${plannedHours} hours'))
        AND NOT (a.status = 'active' AND 'doctor' = ANY (a.roles)) AND ($2::uuid IS NULL OR v.id = $2)`;
  }
}
