import type { Sex } from '@yunzhen/shared/core/patient';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface FoundPatientRow {
  id: string;
  name: string;
  nameLatin: string;
  sex: Sex;
  birthDate: string;
  timeZone: string;
  visitId: string;
  status: VisitStatus;
  at: Date;
}

export class PatientSearchRepository {
  /**
   * Returns patients who have checked in to a visit with this doctor, most recent first. `name` matches part of the name in either script, with or
   * without the spaces of the Latin one.
   */
  find(tx: Tx, practitionerId: string, name: string, limit: number): Promise<FoundPatientRow[]> {
    const part = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
    return tx.query<FoundPatientRow>(
      `SELECT p.id, p.name, p.name_latin AS "nameLatin", p.sex, p.birth_date::text AS "birthDate", h.time_zone AS "timeZone",
         l.id AS "visitId", l.status, l.at
       FROM (SELECT DISTINCT ON (v.patient_id) v.patient_id, v.id, v.status, coalesce(v.ended_at, v.admitted_at, v.checked_in_at) AS at
           FROM visit v WHERE v.practitioner_id = $1 AND v.checked_in_at IS NOT NULL
             AND v.status IN ('waiting', 'in-progress', 'completed', 'referred-offline')
           ORDER BY v.patient_id, v.created_at DESC) l
         JOIN patient p ON p.id = l.patient_id JOIN hospital h ON h.id = p.hospital_id
       WHERE p.name ILIKE $2 OR p.name_latin ILIKE $2 OR replace(p.name_latin, ' ', '') ILIKE $2
       ORDER BY l.at DESC, p.id LIMIT $3`,
      [practitionerId, part, limit],
    );
  }
}
