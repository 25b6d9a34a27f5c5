import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';

/** The people and places of a visit, as signed records name them. */
export interface VisitPeople {
  hospital: { id: string; name: LocalizedText; slug: string; jurisdiction: string; timeZone: string };
  department: { id: string; name: LocalizedText };
  doctor: { id: string; name: string; nameLatin: string; licence: string };
  patient: {
    id: string;
    name: string;
    nameLatin: string;
    sex: Sex;
    /** ISO date. */
    birthDate: string;
    identityLast4: string | null;
  };
  /** The time of admission, otherwise of the request. */
  visitAt: Date;
}

export class VisitPeopleRepository {
  /** Throws `resource.not-found`. */
  async of(tx: Tx, visitId: string): Promise<VisitPeople> {
    const [row] = await tx.query<{ people: Omit<VisitPeople, 'visitAt'>; at: Date }>(
      `SELECT coalesce(v.admitted_at, v.created_at) AS at, jsonb_build_object(
         'hospital', jsonb_build_object('id', h.id, 'name', h.name, 'slug', h.slug, 'jurisdiction', h.jurisdiction,
           'timeZone', h.time_zone),
         'department', jsonb_build_object('id', dep.id, 'name', dep.name),
         'doctor', jsonb_build_object('id', d.id, 'name', d.name, 'nameLatin', d.name_latin, 'licence', d.licence_number),
         'patient', jsonb_build_object('id', p.id, 'name', p.name, 'nameLatin', p.name_latin, 'sex', p.sex,
           'birthDate', p.birth_date, 'identityLast4', p.identity_last4)) AS people
       FROM visit v JOIN hospital h ON h.id = v.hospital_id JOIN department dep ON dep.id = v.department_id
       JOIN practitioner d ON d.id = v.practitioner_id JOIN patient p ON p.id = v.patient_id WHERE v.id = $1`,
      [visitId],
    );
    if (!row) throw new AppError('resource.not-found', 'visit not found');
    return { ...row.people, visitAt: row.at };
  }
}
