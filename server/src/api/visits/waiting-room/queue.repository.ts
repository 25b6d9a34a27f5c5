import type { Attendance, QueuePatient } from '@yunzhen/shared/visits/visits.contract';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { doctorUnseenSeconds } from '@yunzhen/shared/visits/waiting-room';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { WaitingFigures } from '../attendance/waiting-metrics.ts';
import { doctorGoneSql } from '../../directory/index.ts';
import { absentSql, nobodyMissing, toAttendance, type AttendanceRow } from '../attendance/attendance.repository.ts';
import { isBefore, place, placeColumns } from './queue-place.ts';
import { toVisitView, visitViewSql, type VisitView, type VisitViewRow } from '../visit-view.ts';

/** What is stored about a patient in a queue. */
export interface QueuedPatient extends Omit<QueuePatient, 'allergies'> {
  id: string;
  allergies: { substance: string; substanceCode: string | null; severe: boolean }[];
}

/** A patient in the waiting room. */
export interface Waiter {
  visitId: string;
  accountId: string | null;
  patientId: string;
}

export interface WaitingFacts {
  status: VisitStatus;
  /** 1 = next; null when the visit does not wait. */
  position: number | null;
  /** Number of absent patients ahead. */
  absentBefore: number;
  bookedFor: Date | null;
  checkedInAt: Date | null;
  attendance: Attendance;
  doctorOnDuty: boolean;
  /** The doctor no longer treats patients here. */
  doctorLeft: boolean;
  doctorOffSince: Date | null;
  doctorInCall: boolean;
  doctorUnseenSince: Date | null;
  /** When the doctor expects to return; null when not paused. */
  doctorPausedUntil: Date | null;
  /** The doctor who handed the visit over to the current doctor; null when there was no handover. */
  handedOverBy: { id: string; name: string; nameLatin: string } | null;
  /** Median seconds of the department’s recent consultations; null when there were none. */
  medianConsultSeconds: number | null;
}

type WaitingRow = Omit<WaitingFacts, 'position' | 'absentBefore' | 'attendance'> &
  AttendanceRow & { before: number; absent: number };

/** Minimum number of estimates for a statement on their accuracy. */
const fewestEstimates = 10;

/**
 * The median seconds of a department’s recent consultations: of the last ten completed visits of each doctor since $2, so that the index on a doctor’s
 * visits applies.
 */
const medianConsultSql = (department: string) => `
  (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.ended_at - r.admitted_at))
   FROM practitioner_department m CROSS JOIN LATERAL (
     SELECT e.ended_at, e.admitted_at FROM visit e
     WHERE e.practitioner_id = m.practitioner_id AND e.department_id = m.department_id
       AND e.status = 'completed' AND e.created_at > $2
     ORDER BY e.created_at DESC LIMIT 10) r
   WHERE m.department_id = ${department})`;

export class QueueRepository {
  /** Returns visits with this doctor in queue order, those in progress and those that wait. */
  async read(tx: Tx, practitionerId: string): Promise<VisitView[]> {
    const rows = await tx.query<VisitViewRow>(
      `${visitViewSql} WHERE v.practitioner_id = $1 AND v.status IN ('waiting', 'in-progress') ORDER BY ${place('v')}`,
      [practitionerId],
    );
    return rows.map(toVisitView);
  }

  /** Returns allergies, severe ones first, and last visit of these patients. */
  async patients(tx: Tx, patientIds: readonly string[]): Promise<QueuedPatient[]> {
    if (patientIds.length === 0) return [];
    const rows = await tx.query<QueuedPatient>(
      `SELECT p.id, p.no_known_allergies_at IS NOT NULL AS "noKnownAllergies",
         coalesce((SELECT json_agg(json_build_object('substance', a.substance, 'substanceCode', a.substance_code,
             'severe', a.severity = 'severe') ORDER BY a.severity = 'severe' DESC, a.recorded_at, a.id)
           FROM allergy a WHERE a.patient_id = p.id AND a.retracted_at IS NULL), '[]') AS allergies,
         (SELECT json_build_object('at', v.ended_at, 'department', d.name,
             'doctor', json_build_object('id', pr.id, 'name', pr.name, 'nameLatin', pr.name_latin))
           FROM visit v JOIN department d ON d.id = v.department_id JOIN practitioner pr ON pr.id = v.practitioner_id
           WHERE v.patient_id = p.id AND v.status IN ('completed', 'referred-offline')
           ORDER BY v.ended_at DESC LIMIT 1) AS "lastVisit"
       FROM patient p WHERE p.id = ANY($1)`,
      [patientIds],
    );
    return rows.map(({ lastVisit, ...facts }) => ({
      ...facts,
      lastVisit: lastVisit && { ...lastVisit, at: new Date(lastVisit.at).toISOString() },
    }));
  }

  /**
   * Counts the waiting patients of all hospitals, in a transaction of the installation. A booked patient waits from the time of the appointment on.
   * Throws when the rows of a hospital cannot be read, because the sum of some hospitals would look like the sum of all.
   */
  async figures(tx: Tx): Promise<WaitingFigures> {
    const rows = await tx.query<{ hospital: string; patients: number | null; longest: number }>(
      `SELECT w.hospital, w.patients, w.longest FROM waiting_patients($1) w JOIN hospital h ON h.id = w.hospital
       WHERE h.move_state IS DISTINCT FROM 'moved'`,
      [tx.now],
    );
    const failed = rows.find(({ patients }) => patients === null);
    if (failed) throw new Error(`waiting patients of hospital ${failed.hospital} cannot be counted`);
    return {
      patients: rows.reduce((sum, { patients }) => sum + (patients ?? 0), 0),
      longestSeconds: Math.max(0, ...rows.map(({ longest }) => longest)),
    };
  }

  /** Returns the patients who wait for this doctor; with `behind`, only those after that visit. */
  waiters(tx: Tx, practitionerId: string, behind: string | null): Promise<Waiter[]> {
    return tx.query<Waiter>(
      `SELECT v.id AS "visitId", p.account_id AS "accountId", v.patient_id AS "patientId"
       FROM visit v JOIN patient p ON p.id = v.patient_id
       WHERE v.practitioner_id = $1 AND v.status = 'waiting' AND ($2::uuid IS NULL
         OR ${place('v')} > (SELECT ${placeColumns('o')} FROM visit o WHERE o.id = $2))`,
      [practitionerId, behind],
    );
  }

  /**
   * Returns the accounts of patients who wait for a colleague in a department of this doctor, if the doctor is on duty and was shown to them as not
   * connected until now; otherwise none.
   */
  async patientsOfColleagues(tx: Tx, practitionerId: string): Promise<string[]> {
    const rows = await tx.query<{ accountId: string }>(
      `SELECT DISTINCT p.account_id AS "accountId"
       FROM practitioner d JOIN practitioner_presence s ON s.practitioner_id = d.id
         JOIN practitioner_department own ON own.practitioner_id = d.id
         JOIN practitioner_department colleague ON colleague.department_id = own.department_id AND colleague.practitioner_id <> d.id
         JOIN visit v ON v.practitioner_id = colleague.practitioner_id AND v.department_id = own.department_id AND v.status = 'waiting'
         JOIN patient p ON p.id = v.patient_id
       WHERE d.id = $1 AND d.on_duty AND p.account_id IS NOT NULL
         AND s.unseen_since <= $2::timestamptz - interval '${doctorUnseenSeconds} seconds'`,
      [practitionerId, tx.now],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /**
   * Returns the expected seconds of these visits: the median of the department, which the wait estimate uses too, else the length of the appointment.
   * A visit for which neither is known has no entry.
   */
  async expectedSeconds(tx: Tx, visitIds: readonly string[], since: Date): Promise<Map<string, number>> {
    if (visitIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; seconds: number | null }>(
      `WITH usual AS (
         SELECT d.id, ${medianConsultSql('d.id')} AS seconds
         FROM (SELECT DISTINCT department_id AS id FROM visit WHERE id = ANY($1)) d)
       SELECT v.id, coalesce(u.seconds, (SELECT extract(epoch FROM max(a.ends_at - a.starts_at))::float8 FROM appointment a
         WHERE a.visit_id = v.id AND a.status <> 'cancelled')) AS seconds
       FROM visit v JOIN usual u ON u.id = v.department_id WHERE v.id = ANY($1)`,
      [visitIds, since],
    );
    return new Map(rows.flatMap(({ id, seconds }) => (seconds === null ? [] : [[id, seconds]])));
  }

  /** Returns the waiting facts of a visit. */
  async waiting(tx: Tx, visitId: string, since: Date): Promise<WaitingFacts | null> {
    const [row] = await tx.query<WaitingRow>(
      `SELECT v.status, v.booked_for AS "bookedFor", v.checked_in_at AS "checkedInAt", pr.on_duty AS "doctorOnDuty",
         ${doctorGoneSql} AS "doctorLeft",
         pr.off_duty_since AS "doctorOffSince", s.unseen_since AS "doctorUnseenSince",
         a.away_from AS "awayFrom", a.away_until AS "awayUntil", a.unseen_since AS "unseenSince", a.called_at AS "calledAt",
         a.kept_until AS "keptUntil",
         EXISTS (SELECT 1 FROM visit c WHERE c.practitioner_id = pr.id AND c.status = 'in-progress') AS "doctorInCall",
         (SELECT max(p.until_at) FROM practitioner_pause p WHERE p.practitioner_id = pr.id AND p.ended_at IS NULL
            AND p.from_at <= $3 AND p.until_at > $3) AS "doctorPausedUntil",
         (SELECT json_build_object('id', f.id, 'name', f.name, 'nameLatin', f.name_latin) FROM visit_transfer t
            JOIN practitioner f ON f.id = t.from_practitioner_id
          WHERE t.visit_id = v.id AND t.to_practitioner_id = v.practitioner_id AND t.status <> 'declined'
          ORDER BY t.at DESC LIMIT 1) AS "handedOverBy",
         b.before, b.absent,
         ${medianConsultSql('v.department_id')} AS "medianConsultSeconds"
       FROM visit v JOIN practitioner pr ON pr.id = v.practitioner_id
         LEFT JOIN visit_attendance a ON a.visit_id = v.id
         LEFT JOIN practitioner_presence s ON s.practitioner_id = pr.id
         CROSS JOIN LATERAL (SELECT count(*)::int AS before, (count(*) FILTER (WHERE ${absentSql('o', '$3')}))::int AS absent
           FROM visit q LEFT JOIN visit_attendance o ON o.visit_id = q.id
           WHERE q.practitioner_id = pr.id AND q.status = 'waiting' AND ${isBefore('q', 'v')}) b
       WHERE v.id = $1`,
      [visitId, since, tx.now],
    );
    if (!row) return null;
    const { before, absent, awayFrom, awayUntil, unseenSince, calledAt, keptUntil, ...facts } = row;
    const waits = row.status === 'waiting';
    return {
      ...facts,
      position: waits ? before + 1 : null,
      absentBefore: waits ? absent : 0,
      attendance: waits ? toAttendance({ awayFrom, awayUntil, unseenSince, calledAt, keptUntil }) : nobodyMissing,
    };
  }

  /**
   * Returns the error of the estimates at check-in in a department: three of four were within this many minutes, rounded up. Null with fewer than ten
   * visits.
   */
  async estimateError(tx: Tx, departmentId: string, since: Date): Promise<number | null> {
    const [row] = await tx.query<{ within: number | null }>(
      `SELECT CASE WHEN count(*) >= ${fewestEstimates} THEN ceil(percentile_cont(0.75) WITHIN GROUP (ORDER BY
           abs(told_wait_minutes - extract(epoch FROM admitted_at - checked_in_at) / 60)))::int END AS within
       FROM visit WHERE department_id = $1 AND told_wait_minutes IS NOT NULL AND admitted_at IS NOT NULL AND created_at > $2`,
      [departmentId, since],
    );
    return row?.within ?? null;
  }
}
