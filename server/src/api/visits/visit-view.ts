import type { Intake, Visit } from '@yunzhen/shared/visits/visits.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { ageInYears, type Sex } from '@yunzhen/shared/core/patient';
import type { VisitPriority, VisitStatus } from '@yunzhen/shared/visits/visit';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { DismissedFlag } from './requests/red-flag-guard.ts';

/** One visit with the people and the place it names, as `visitViewSql` reads it. */
export interface VisitViewRow {
  id: string;
  status: VisitStatus;
  version: number;
  kind: 'walk-in' | 'booked';
  priority: VisitPriority;
  complaint: string;
  redFlags: DismissedFlag[];
  intake: Intake | null;
  createdAt: Date;
  checkedInAt: Date | null;
  bookedFor: Date | null;
  admittedAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  summary: string | null;
  followUp: { from: string; until: string } | null;
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
  timeZone: string;
}

/** What a page shows of a visit, and whose pages those are. */
export interface VisitView {
  visit: Visit;
  /** Null for a patient who has no account of their own. */
  patientAccountId: string | null;
  doctorAccountId: string;
}

/** Reads `VisitViewRow`s; a WHERE clause over `v` follows. */
export const visitViewSql = `
  SELECT v.id, v.status, v.version, v.kind, v.priority, v.complaint, v.red_flags AS "redFlags", v.intake,
    v.created_at AS "createdAt", v.checked_in_at AS "checkedInAt", v.booked_for AS "bookedFor", v.admitted_at AS "admittedAt",
    v.ended_at AS "endedAt", v.end_reason AS "endReason", v.summary,
    v.follow_up AS "followUp", v.department_id AS "departmentId", d.name AS "departmentName", v.practitioner_id AS "practitionerId",
    pr.name AS "doctorName", pr.name_latin AS "doctorNameLatin", pr.title AS "doctorTitle", pr.account_id AS "doctorAccountId",
    v.patient_id AS "patientId", p.name AS "patientName", p.name_latin AS "patientNameLatin", p.sex AS "patientSex",
    p.birth_date::text AS "patientBirthDate", p.account_id AS "patientAccountId", h.time_zone AS "timeZone"
  FROM visit v
  JOIN department d ON d.id = v.department_id
  JOIN practitioner pr ON pr.id = v.practitioner_id
  JOIN patient p ON p.id = v.patient_id
  JOIN hospital h ON h.id = v.hospital_id`;

/** The age is that on the day the visit was asked for, in the hospital’s calendar. */
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
        age: ageInYears(row.patientBirthDate, dayIn(row.timeZone, row.createdAt)),
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
