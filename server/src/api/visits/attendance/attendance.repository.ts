import type { Attendance } from '@yunzhen/shared/visits/visits.contract';
import { patientUnseenSeconds } from '@yunzhen/shared/visits/waiting-room';
import type { Tx } from '../../../platform/db/transaction.ts';
import { isBefore, place } from '../waiting-room/queue-place.ts';
import { onlineSql } from './open-pages.repository.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { visitAttendanceEntity, type VisitAttendanceRow } from './visit-attendance.entity.ts';

export type AttendanceRow = Omit<VisitAttendanceRow, 'visitId' | 'hospitalId' | 'lateToldAt'>;

/** A patient in the waiting room: whether the visit is marked as unseen, and whether a page of the patient is open. */
export interface WaiterPresence {
  visitId: string;
  unseen: boolean;
  online: boolean;
}

export interface DoctorPresence {
  practitionerId: string;
  unseen: boolean;
  online: boolean;
}

export const nobodyMissing: Attendance = { away: null, unseenSince: null, called: null };

/** SQL condition for an absent patient: stepped away, or without an open page for longer than a page takes to load. */
export const absentSql = (attendance: string, now = '$1') =>
  `(${attendance}.away_from IS NOT NULL OR ${attendance}.unseen_since <= ${now}::timestamptz - interval '${patientUnseenSeconds} seconds')`;

/** SQL condition for a doctor `pr` who accepts patients: on duty and not paused. $1 is the current time. */
const receivesSql = (pr: string) =>
  `(${pr}.on_duty AND NOT EXISTS (SELECT 1 FROM practitioner_pause p WHERE p.practitioner_id = ${pr}.id AND p.ended_at IS NULL
     AND p.from_at <= $1 AND p.until_at > $1))`;

/** Stores the presence of waiting patients and of doctors on duty. A visit without a row has always been present. */
export class AttendanceRepository {
  async read(tx: Tx, visitIds: readonly string[]): Promise<Map<string, Attendance>> {
    if (visitIds.length === 0) return new Map();
    const rows = await tx.query<VisitAttendanceRow>(
      `SELECT ${columnsOf(visitAttendanceEntity, 'a')} FROM visit_attendance a WHERE a.visit_id = ANY($1)`,
      [visitIds],
    );
    return new Map(rows.map((row) => [row.visitId, toAttendance(row)]));
  }

  /** Starts an absence. Calling this again extends the absence to the new end time; an earlier call to the patient remains. */
  async stepAway(tx: Tx, visitId: string, until: Date): Promise<void> {
    await tx.query(
      `INSERT INTO visit_attendance AS a (visit_id, hospital_id, away_from, away_until) VALUES ($1,$2,$3,$4)
       ON CONFLICT (visit_id) DO UPDATE SET away_from = coalesce(a.away_from, $3), away_until = $4`,
      [visitId, tx.hospitalId, tx.now, until],
    );
  }

  /** Ends an absence and clears the call. Returns when the absence began; null when there was none. */
  async comeBack(tx: Tx, visitId: string): Promise<Date | null> {
    const [row] = await tx.query<{ since: Date }>(
      `WITH away AS (
         SELECT visit_id, away_from FROM visit_attendance WHERE visit_id = $1 AND away_from IS NOT NULL FOR UPDATE)
       UPDATE visit_attendance a SET away_from = NULL, away_until = NULL, called_at = NULL, kept_until = NULL
       FROM away WHERE a.visit_id = away.visit_id RETURNING away.away_from AS since`,
      [visitId],
    );
    return row?.since ?? null;
  }

  /** Stores whether the patient is seen; returns whether that is a change. A seen patient is no longer called, unless the patient stepped away. */
  async setSeen(tx: Tx, visitId: string, seen: boolean): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO visit_attendance AS a (visit_id, hospital_id, unseen_since)
       SELECT $1, $2, CASE WHEN $3 THEN NULL ELSE $4::timestamptz END
       WHERE NOT $3 OR EXISTS (SELECT 1 FROM visit_attendance WHERE visit_id = $1 AND unseen_since IS NOT NULL)
       ON CONFLICT (visit_id) DO UPDATE SET unseen_since = excluded.unseen_since,
         called_at = CASE WHEN $3 AND a.away_from IS NULL THEN NULL ELSE a.called_at END,
         kept_until = CASE WHEN $3 AND a.away_from IS NULL THEN NULL ELSE a.kept_until END
       WHERE (a.unseen_since IS NULL) <> $3 RETURNING 1`,
      [visitId, tx.hospitalId, seen, tx.now],
    );
    return rows.length > 0;
  }

  async setDoctorSeen(tx: Tx, practitionerId: string, seen: boolean): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO practitioner_presence AS a (practitioner_id, hospital_id, unseen_since)
       SELECT $1, $2, CASE WHEN $3 THEN NULL ELSE $4::timestamptz END
       WHERE NOT $3 OR EXISTS (SELECT 1 FROM practitioner_presence WHERE practitioner_id = $1 AND unseen_since IS NOT NULL)
       ON CONFLICT (practitioner_id) DO UPDATE SET unseen_since = excluded.unseen_since
       WHERE (a.unseen_since IS NULL) <> $3 RETURNING 1`,
      [practitionerId, tx.hospitalId, seen, tx.now],
    );
    return rows.length > 0;
  }

  /**
   * Calls an absent patient. Returns when the patient was first called and until when the place is kept; null when the patient is present or not
   * waiting. Does not lock the visit: two transactions that each admit one patient and call another would deadlock.
   */
  async call(tx: Tx, visitId: string, keptUntil: Date): Promise<{ calledAt: Date; keptUntil: Date } | null> {
    const [row] = await tx.query<{ calledAt: Date; keptUntil: Date }>(
      `UPDATE visit_attendance SET called_at = coalesce(called_at, $2),
         kept_until = coalesce(kept_until, greatest(away_until, $3::timestamptz))
       WHERE visit_id = $1 AND (away_from IS NOT NULL OR unseen_since IS NOT NULL)
         AND EXISTS (SELECT 1 FROM visit v WHERE v.id = $1 AND v.status = 'waiting')
       RETURNING called_at AS "calledAt", kept_until AS "keptUntil"`,
      [visitId, tx.now, keptUntil],
    );
    return row ?? null;
  }

  /** Returns the waiting visits of the hospital, or of one patient, whose patient has an account. */
  waiters(tx: Tx, patientId: string | null): Promise<WaiterPresence[]> {
    return tx.query<WaiterPresence>(
      `SELECT v.id AS "visitId", a.unseen_since IS NOT NULL AS unseen, ${onlineSql('p.account_id')} AS online
       FROM visit v JOIN patient p ON p.id = v.patient_id LEFT JOIN visit_attendance a ON a.visit_id = v.id
       WHERE v.status = 'waiting' AND p.account_id IS NOT NULL AND ($1::uuid IS NULL OR v.patient_id = $1)`,
      [patientId],
    );
  }

  doctorsOnDuty(tx: Tx): Promise<DoctorPresence[]> {
    return tx.query<DoctorPresence>(
      `SELECT pr.id AS "practitionerId", s.unseen_since IS NOT NULL AS unseen, ${onlineSql('pr.account_id')} AS online
       FROM practitioner pr LEFT JOIN practitioner_presence s ON s.practitioner_id = pr.id
       WHERE pr.kind = 'doctor' AND pr.on_duty`,
    );
  }

  /**
   * Returns visits whose turn has come and whose patient is absent and not called yet, for one doctor or all. The doctor accepts patients, no present
   * patient is ahead, and the doctor is free or has admitted a later visit since the absence began.
   */
  async turnsMissed(tx: Tx, practitionerId: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT v.id FROM visit v JOIN visit_attendance a ON a.visit_id = v.id JOIN practitioner pr ON pr.id = v.practitioner_id
       WHERE v.status = 'waiting' AND a.called_at IS NULL AND ${absentSql('a')} AND ($2::uuid IS NULL OR pr.id = $2)
         AND (v.booked_for IS NULL OR v.booked_for <= $1) AND ${receivesSql('pr')}
         AND NOT EXISTS (SELECT 1 FROM visit o LEFT JOIN visit_attendance b ON b.visit_id = o.id
           WHERE o.practitioner_id = pr.id AND o.status = 'waiting' AND ${isBefore('o', 'v')}
             AND NOT coalesce(${absentSql('b')}, false))
         AND (NOT EXISTS (SELECT 1 FROM visit c WHERE c.practitioner_id = pr.id AND c.status = 'in-progress')
           OR EXISTS (SELECT 1 FROM visit o WHERE o.practitioner_id = pr.id
             AND o.admitted_at >= least(a.away_from, a.unseen_since) AND ${isBefore('v', 'o')}))
       ORDER BY ${place('v')}`,
      [tx.now, practitionerId],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns called visits whose patient is still absent after the place has expired. Excludes visits whose doctor is absent or paused. */
  async lapsed(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT v.id FROM visit v JOIN visit_attendance a ON a.visit_id = v.id JOIN practitioner pr ON pr.id = v.practitioner_id
         LEFT JOIN practitioner_presence s ON s.practitioner_id = pr.id
       WHERE v.status = 'waiting' AND a.kept_until < $1 AND ${absentSql('a')} AND ${receivesSql('pr')}
         AND s.unseen_since IS NULL`,
      [tx.now],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns waiting booked visits that are late by at least this many minutes and whose patient was not notified yet. */
  async toBeNotifiedLate(tx: Tx, minutes: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT v.id FROM visit v LEFT JOIN visit_attendance a ON a.visit_id = v.id
       WHERE v.status = 'waiting' AND v.booked_for IS NOT NULL
         AND greatest(v.booked_for, v.checked_in_at) <= $1::timestamptz - $2::int * interval '1 minute'
         AND a.late_told_at IS NULL`,
      [tx.now, minutes],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns false when another process recorded it first. */
  async noteNotifiedLate(tx: Tx, visitId: string): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO visit_attendance AS a (visit_id, hospital_id, late_told_at) VALUES ($1,$2,$3)
       ON CONFLICT (visit_id) DO UPDATE SET late_told_at = $3 WHERE a.late_told_at IS NULL RETURNING 1`,
      [visitId, tx.hospitalId, tx.now],
    );
    return rows.length > 0;
  }
}

export function toAttendance(row: AttendanceRow): Attendance {
  const { awayFrom, awayUntil, unseenSince, calledAt, keptUntil } = row;
  return {
    away: awayFrom && awayUntil && { since: awayFrom.toISOString(), until: awayUntil.toISOString() },
    unseenSince: unseenSince?.toISOString() ?? null,
    called: calledAt && keptUntil && { at: calledAt.toISOString(), keptUntil: keptUntil.toISOString() },
  };
}
