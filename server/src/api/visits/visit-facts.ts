import { columnsOf } from '../../platform/db/table.ts';
import { visitEntity, type VisitRow } from './visit.entity.ts';

const own = [
  'id',
  'hospitalId',
  'patientId',
  'departmentId',
  'practitionerId',
  'status',
  'version',
  // Null before check-in.
  'intake',
  'endedAt',
] as const satisfies readonly (keyof VisitRow)[];

/** What other modules read about a visit. */
export interface VisitFacts extends Pick<VisitRow, (typeof own)[number]> {
  /** The account whose pages refresh; null for a patient without an account. */
  patientAccountId: string | null;
  doctorAccountId: string;
}

/** Selects `VisitFacts` by id. It names no person, so it is much less than a visit as pages show it. */
export const visitFactsSql = `
  SELECT ${columnsOf(visitEntity, 'v', own)}, p.account_id AS "patientAccountId", pr.account_id AS "doctorAccountId"
  FROM visit v
  JOIN practitioner pr ON pr.id = v.practitioner_id
  JOIN patient p ON p.id = v.patient_id
  WHERE v.id = $1`;
