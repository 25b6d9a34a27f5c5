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
  red_flags: DismissedFlag[];
  intake: Intake | null;
  created_at: Date;
  checked_in_at: Date | null;
  booked_for: Date | null;
  admitted_at: Date | null;
  ended_at: Date | null;
  end_reason: string | null;
  summary: string | null;
  follow_up: { from: string; until: string } | null;
  department_id: string;
  department_name: LocalizedText;
  practitioner_id: string;
  doctor_name: string;
  doctor_name_latin: string;
  doctor_title: LocalizedText;
  doctor_account_id: string;
  patient_id: string;
  patient_name: string;
  patient_name_latin: string;
  patient_sex: Sex;
  patient_birth_date: string;
  patient_account_id: string | null;
  time_zone: string;
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
  SELECT v.id, v.status, v.version, v.kind, v.priority, v.complaint, v.red_flags, v.intake, v.created_at, v.checked_in_at, v.booked_for, v.admitted_at,
    v.ended_at, v.end_reason, v.summary, v.follow_up, v.department_id, d.name AS department_name, v.practitioner_id,
    pr.name AS doctor_name, pr.name_latin AS doctor_name_latin, pr.title AS doctor_title, pr.account_id AS doctor_account_id,
    v.patient_id, p.name AS patient_name, p.name_latin AS patient_name_latin, p.sex AS patient_sex,
    p.birth_date::text AS patient_birth_date, p.account_id AS patient_account_id, h.time_zone
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
      redFlags: row.red_flags,
      intake: row.intake,
      department: { id: row.department_id, name: row.department_name },
      doctor: {
        id: row.practitioner_id,
        name: row.doctor_name,
        nameLatin: row.doctor_name_latin,
        title: row.doctor_title,
      },
      patient: {
        id: row.patient_id,
        name: row.patient_name,
        nameLatin: row.patient_name_latin,
        sex: row.patient_sex,
        age: ageInYears(row.patient_birth_date, dayIn(row.time_zone, row.created_at)),
      },
      createdAt: row.created_at.toISOString(),
      bookedFor: row.booked_for?.toISOString() ?? null,
      checkedInAt: row.checked_in_at?.toISOString() ?? null,
      admittedAt: row.admitted_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      endReason: row.end_reason,
      summary: row.summary,
      followUp: row.follow_up,
    },
    patientAccountId: row.patient_account_id,
    doctorAccountId: row.doctor_account_id,
  };
}
