import { everyText } from '../../../platform/db/every-text.ts';
import type { orphanedAppointmentSorts } from '@yunzhen/shared/scheduling/doctor-changes.constants';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Currency } from '@yunzhen/shared/core/money';
import {
  holdsWords,
  instantKey,
  nameKey,
  placeValues,
  sortedBy,
  timeKey,
  type SortedFilter,
} from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { visitPriceSql } from '../../administration/index.ts';
import { doctorGoneSql } from '../../directory/index.ts';
import { appointmentSqlWith, type AppointmentRow } from '../appointments/appointment-view.ts';

export interface OtherDoctor {
  id: string;
  name: string;
  nameLatin: string;
  title: LocalizedText;
  licenceValidUntil: string;
  /** Of a booked visit in the department; null without a price. */
  price: { minor: number; currency: Currency } | null;
}

/** Upcoming booked appointments, not begun, whose doctor is gone. */
const orphaned = `a.hospital_id = $1 AND a.status = 'booked' AND a.visit_id IS NULL AND a.starts_at > $2 AND ${doctorGoneSql}
  AND ${holdsWords('$3', 'pr.name', 'pr.name_latin', everyText('d.name'))}`;

export type OrphanedFilter = SortedFilter<(typeof orphanedAppointmentSorts)[number]>;

const keys: Record<OrphanedFilter['sort'], string> = {
  time: instantKey('a.starts_at'),
  doctor: nameKey('pr.name', 'pr.name_latin'),
  // Patients who were not notified yet sort first.
  told: timeKey('a.doctor_gone_told_at'),
};

/** Appointments whose doctor is gone, and the doctors who could take them over. */
export class DoctorChangesRepository {
  /** Returns doctors of a department who treat patients here, except the patient, with their present price. */
  othersOf(tx: Tx, departmentId: string, patientId: string): Promise<OtherDoctor[]> {
    return tx.query(
      `SELECT pr.id, pr.name, pr.name_latin AS "nameLatin", pr.title, pr.licence_valid_until::text AS "licenceValidUntil",
         ${visitPriceSql({ department: '$1', kind: "'booked'", at: '$3' })} AS price
       FROM practitioner pr JOIN practitioner_department pd ON pd.practitioner_id = pr.id CROSS JOIN LATERAL (SELECT pr.title) p
       WHERE pd.department_id = $1 AND pr.kind = 'doctor' AND NOT ${doctorGoneSql}
         AND pr.account_id IS DISTINCT FROM (SELECT patient.account_id FROM patient WHERE patient.id = $2)
       ORDER BY pr.id`,
      [departmentId, patientId, tx.now],
    );
  }

  /** Returns whether the doctor and the patient are the same person. */
  async isSelf(tx: Tx, practitionerId: string, patientId: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM practitioner pr JOIN patient p ON p.account_id = pr.account_id WHERE pr.id = $1 AND p.id = $2',
      [practitionerId, patientId],
    );
    return rows.length > 0;
  }

  /** Returns up to one row more than the limit. */
  orphaned(tx: Tx, query: OrphanedFilter): Promise<(AppointmentRow & { sortValue: string })[]> {
    const sorted = sortedBy(keys[query.sort], 'a.id', query.order, 5);
    return tx.query(
      `${appointmentSqlWith(`, ${sorted.key} AS "sortValue"`)} WHERE ${orphaned} AND ${sorted.where}
       ORDER BY ${sorted.order} LIMIT $4`,
      [tx.hospitalId, tx.now, query.q, query.limit + 1, ...placeValues(query.after)],
    );
  }

  async count(tx: Tx, q: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM appointment a JOIN practitioner pr ON pr.id = a.practitioner_id
         JOIN department d ON d.id = a.department_id WHERE ${orphaned}`,
      [tx.hospitalId, tx.now, q],
    );
    return row?.count ?? 0;
  }
}
