import type { DoctorDay } from '@yunzhen/shared/visits/day.contract';
import type { Tx } from '../../../platform/db/transaction.ts';

type Dated<Item, Names extends keyof Item> = Omit<Item, Names> & Record<Names, Date>;

const patientSql = `json_build_object('id', p.id, 'name', p.name, 'nameLatin', p.name_latin) AS patient`;

/** Queries for a doctor’s day, from one instant to another. */
export class DayRepository {
  appointments(
    tx: Tx,
    practitionerId: string,
    from: Date,
    until: Date,
  ): Promise<Dated<DoctorDay['appointments'][number], 'startsAt' | 'endsAt'>[]> {
    return tx.query(
      `SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.status, d.name AS department, ${patientSql}, a.reason,
         a.visit_id AS "visitId", v.status AS "visitStatus"
       FROM appointment a JOIN department d ON d.id = a.department_id JOIN patient p ON p.id = a.patient_id
       LEFT JOIN visit v ON v.id = a.visit_id
       WHERE a.practitioner_id = $1 AND a.starts_at >= $2 AND a.starts_at < $3
         AND a.status IN ('booked', 'checked-in', 'fulfilled', 'noshow')
       ORDER BY a.starts_at, a.place, a.id`,
      [practitionerId, from, until],
    );
  }

  /** Returns walk-in visits by check-in time, or by creation time before check-in. */
  walkIns(
    tx: Tx,
    practitionerId: string,
    from: Date,
    until: Date,
  ): Promise<Dated<DoctorDay['walkIns'][number], 'at'>[]> {
    return tx.query(
      `SELECT v.id, v.status, coalesce(v.checked_in_at, v.created_at) AS at, d.name AS department, ${patientSql}, v.complaint
       FROM visit v JOIN department d ON d.id = v.department_id JOIN patient p ON p.id = v.patient_id
       WHERE v.practitioner_id = $1 AND v.kind = 'walk-in' AND v.created_at >= $2 AND v.created_at < $3
         AND v.status <> 'cancelled'
       ORDER BY at, v.id`,
      [practitionerId, from, until],
    );
  }

  pauses(
    tx: Tx,
    practitionerId: string,
    from: Date,
    until: Date,
  ): Promise<Dated<DoctorDay['pauses'][number], 'from' | 'until'>[]> {
    return tx.query(
      `SELECT id, from_at AS "from", coalesce(ended_at, until_at) AS "until", reason FROM practitioner_pause
       WHERE practitioner_id = $1 AND from_at < $3 AND until_at > $2 ORDER BY from_at`,
      [practitionerId, from, until],
    );
  }
}
