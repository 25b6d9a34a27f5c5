import type { Appointment } from '@yunzhen/shared/scheduling/appointments.contract';
import type { AppointmentEnding, AppointmentPolicy, AppointmentStatus } from '@yunzhen/shared/scheduling/appointment';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { doctorGoneSql } from '../../directory/index.ts';

/** An appointment with the names that it refers to, as `appointmentSql` reads it. */
export interface AppointmentRow {
  id: string;
  status: AppointmentStatus;
  version: number;
  patientId: string;
  patientName: string;
  patientNameLatin: string;
  patientAccountId: string | null;
  practitionerId: string;
  doctorName: string;
  doctorNameLatin: string;
  doctorTitle: LocalizedText;
  doctorAccountId: string;
  /** The doctor’s account is closed, or no longer a doctor’s. */
  doctorGone: boolean;
  /** When the patient was notified of that. */
  doctorGoneToldAt: Date | null;
  departmentId: string;
  departmentName: LocalizedText;
  startsAt: Date;
  endsAt: Date;
  place: number;
  reason: string;
  offered: boolean;
  holdUntil: Date | null;
  extended: boolean;
  sequence: number;
  moves: number;
  bookedAt: Date | null;
  endedAs: AppointmentEnding | null;
  endedAt: Date | null;
  endReason: string;
  lateCancel: boolean;
  visitId: string | null;
}

/** The SELECT for `AppointmentRow`s, with further columns; a WHERE clause over `a` follows. */
export const appointmentSqlWith = (columns: string) => `
  SELECT a.id, a.status, a.version, a.patient_id AS "patientId", p.name AS "patientName", p.name_latin AS "patientNameLatin",
    p.account_id AS "patientAccountId", a.practitioner_id AS "practitionerId", pr.name AS "doctorName",
    pr.name_latin AS "doctorNameLatin", pr.title AS "doctorTitle", pr.account_id AS "doctorAccountId", ${doctorGoneSql} AS "doctorGone",
    a.doctor_gone_told_at AS "doctorGoneToldAt",
    a.department_id AS "departmentId", d.name AS "departmentName", a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.place,
    a.reason, a.offered, a.hold_until AS "holdUntil", a.extended, a.sequence, a.moves, a.booked_at AS "bookedAt",
    a.ended_as AS "endedAs", a.ended_at AS "endedAt", a.end_reason AS "endReason", a.late_cancel AS "lateCancel", a.visit_id AS "visitId"${columns}
  FROM appointment a
  JOIN patient p ON p.id = a.patient_id
  JOIN practitioner pr ON pr.id = a.practitioner_id
  JOIN department d ON d.id = a.department_id`;

export const appointmentSql = appointmentSqlWith('');

/** Returns what the patient sees. An expired hold counts as over, whether or not the job has marked it. */
export function toAppointment(row: AppointmentRow, policy: AppointmentPolicy, now: Date): Appointment {
  const at = (minutes: number) => new Date(row.startsAt.getTime() + minutes * MINUTE_MS).toISOString();
  const runOut = hasRunOut(row, now);
  return {
    id: row.id,
    status: runOut ? 'cancelled' : row.status,
    version: row.version,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    department: { id: row.departmentId, name: row.departmentName },
    doctor: {
      id: row.practitionerId,
      name: row.doctorName,
      nameLatin: row.doctorNameLatin,
      title: row.doctorTitle,
    },
    doctorGone: lacksDoctor(row, now),
    reason: row.reason,
    holdUntil: row.status === 'proposed' && !runOut ? (row.holdUntil?.toISOString() ?? null) : null,
    mayExtend: row.status === 'proposed' && !runOut && !row.extended && !row.offered,
    offered: row.offered,
    checkInFrom: at(-policy.checkInMinutes),
    graceUntil: at(policy.graceMinutes),
    freeCancelUntil: at(-policy.freeCancelHours * 60),
    lateCancel: row.lateCancel,
    endedAs: runOut ? 'expired' : row.endedAs,
    endedAt: (runOut ? row.holdUntil : row.endedAt)?.toISOString() ?? null,
    endReason: row.endReason,
    visitId: row.visitId,
    moves: row.moves,
  };
}

/** Returns whether the appointment is upcoming, or waited for, and its doctor is gone. */
export function lacksDoctor(row: AppointmentRow, now: Date): boolean {
  const isToCome = row.status === 'booked' && row.visitId === null && row.startsAt > now;
  return row.doctorGone && (isToCome || row.status === 'checked-in');
}

export function hasRunOut(row: Pick<AppointmentRow, 'status' | 'holdUntil'>, now: Date): boolean {
  return row.status === 'proposed' && row.holdUntil !== null && row.holdUntil <= now;
}
