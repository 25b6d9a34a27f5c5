import type { Visit } from '@yunzhen/shared/visits/visits.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { ageInYears, type Sex } from '@yunzhen/shared/core/patient';
import { columnsOf } from '../../platform/db/table.ts';
import { visitEntity, type VisitRow } from './visit.entity.ts';

const shown = [
  'id',
  'status',
  'version',
  'kind',
  'priority',
  'complaint',
  'redFlags',
  'dangerAnswer',
  'intake',
  'createdAt',
  'checkedInAt',
  'bookedFor',
  'admittedAt',
  'endedAt',
  'endReason',
  'summary',
  'followUp',
] as const satisfies readonly (keyof VisitRow)[];

/** One visit with its people and department, as `visitViewSql` reads it. */
export interface VisitViewRow extends Pick<VisitRow, (typeof shown)[number]> {
  departmentId: string;
  departmentName: LocalizedText;
  practitionerId: string;
  doctorName: string;
  doctorNameLatin: string;
  doctorTitle: LocalizedText;
  doctorAccountId: string;
  patientId: string;
  patientName: string;
  patientNameLatin: string;
  patientSex: Sex;
  patientBirthDate: string;
  patientAccountId: string | null;
  /** The day of the request in the hospital’s calendar. */
  createdOn: string;
}

/** A visit as pages show it, with the accounts of these pages. */
export interface VisitView {
  visit: Visit;
  /** Null for a patient without an own account. */
  patientAccountId: string | null;
  doctorAccountId: string;
}

/** Selects `VisitViewRow`s; the caller appends a WHERE clause over `v`. */
export const visitViewSql = `
  SELECT ${columnsOf(visitEntity, 'v', shown)}, v.department_id AS "departmentId", d.name AS "departmentName",
    v.practitioner_id AS "practitionerId", pr.name AS "doctorName", pr.name_latin AS "doctorNameLatin", pr.title AS "doctorTitle",
    pr.account_id AS "doctorAccountId", v.patient_id AS "patientId", p.name AS "patientName", p.name_latin AS "patientNameLatin",
    p.sex AS "patientSex", p.birth_date::text AS "patientBirthDate", p.account_id AS "patientAccountId",
    (v.created_at AT TIME ZONE h.time_zone)::date::text AS "createdOn"
  FROM visit v
  JOIN department d ON d.id = v.department_id
  JOIN practitioner pr ON pr.id = v.practitioner_id
  JOIN patient p ON p.id = v.patient_id
  JOIN hospital h ON h.id = v.hospital_id`;

/** Returns the view, with the patient’s age on the day of the request in the hospital’s calendar. */
export function toVisitView(row: VisitViewRow): VisitView {
  return {
    visit: {
      id: row.id,
      status: row.status,
      version: row.version,
      kind: row.kind,
      priority: row.priority,
      complaint: row.complaint,
      redFlags: row.redFlags,
      dangerAnswer: row.dangerAnswer,
      intake: row.intake,
      department: { id: row.departmentId, name: row.departmentName },
      doctor: {
        id: row.practitionerId,
        name: row.doctorName,
        nameLatin: row.doctorNameLatin,
        title: row.doctorTitle,
      },
      patient: {
        id: row.patientId,
        name: row.patientName,
        nameLatin: row.patientNameLatin,
        sex: row.patientSex,
        age: ageInYears(row.patientBirthDate, row.createdOn),
      },
      createdAt: row.createdAt.toISOString(),
      bookedFor: row.bookedFor?.toISOString() ?? null,
      checkedInAt: row.checkedInAt?.toISOString() ?? null,
      admittedAt: row.admittedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      endReason: row.endReason,
      summary: row.summary,
      followUp: row.followUp,
    },
    patientAccountId: row.patientAccountId,
    doctorAccountId: row.doctorAccountId,
  };
}
