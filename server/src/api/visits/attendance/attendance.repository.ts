import type { Attendance } from '@yunzhen/shared/visits/visits.contract';
import { patientUnseenSeconds } from '@yunzhen/shared/visits/waiting-room';
import type { Tx } from '../../../platform/db/transaction.ts';
import { isBefore, place } from '../waiting-room/queue-place.ts';
import { onlineSql } from './open-pages.repository.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { visitAttendanceEntity, type VisitAttendanceRow } from './visit-attendance.entity.ts';

export type AttendanceRow = Omit<VisitAttendanceRow, 'visitId' | 'hospitalId' | 'lateToldAt'>;

/** Somebody who waits: whether they are noted as missing, and whether a page of theirs is open. */
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

/** True of an attendance whose patient is not there: said so, or gone for longer than a page takes to load. */
export const absentSql = (attendance: string, now = '$1') =>
  `(${attendance}.away_from IS NOT NULL OR ${attendance}.unseen_since <= ${now}::timestamptz - interval '${patientUnseenSeconds} seconds')`;

/** True of a doctor `pr` who sees people now: on duty and not in a pause. $1 is now. */
const receivesSql = (pr: string) =>
  `(${pr}.on_duty AND NOT EXISTS (SELECT 1 FROM practitioner_pause p WHERE p.practitioner_id = ${pr}.id AND p.ended_at IS NULL
     AND p.from_at <= $1 AND p.until_at > $1))`;

/** Who of those that wait is there, and whether the doctors are. A visit without a row was never missed. */
export class AttendanceRepository {
  async read(tx: Tx, visitIds: readonly string[]): Promise<Map<string, Attendance>> {
    if (visitIds.length === 0) return new Map();
    const rows = await tx.query<VisitAttendanceRow>(
      `SELECT ${columnsOf(visitAttendanceEntity, 'a')} FROM visit_attendance a WHERE a.visit_id = ANY($1)`,
      [visitIds],
    );
    return new Map(rows.map((row) => [row.visitId, toAttendance(row)]));
  }

  /** Said anew, the absence goes on and ends at another time; a call stands. */
  async stepAway(tx: Tx, visitId: string, until: Date): Promise<void> {
    await tx.query(
      `INSERT INTO visit_attendance AS a (visit_id, hospital_id, away_from, away_until) VALUES ($1,$2,$3,$4)
       ON CONFLICT (visit_id) DO UPDATE SET away_from = coalesce(a.away_from, $3), away_until = $4`,
      [visitId, tx.hospitalId, tx.now, until],
    );
  }

  /** Since when they had been away; null where they were not. */
  async comeBack(tx: Tx, visitId: string): Promise<Date | null> {
    const [row] = await tx.query<{ since: Date }>(
      `UPDATE visit_attendance SET away_from = NULL, away_until = NULL, called_at = NULL, kept_until = NULL
       WHERE visit_id = $1 AND away_from IS NOT NULL RETURNING OLD.away_from AS since`,
      [visitId],
    );
    return row?.since ?? null;
  }

  /** Whether that was news. Whoever is seen again was not missed, unless they said themselves that they are away. */
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
   * Since when they are called and until when the place is kept: called again, as before. Null where there is nobody to call: the patient is there, or
   * does not wait. The visit is not held for this: whoever admits one patient calls others, and two who do so must not wait in a circle.
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

  /** Everybody in a waiting room of the hospital, or the one visit of a patient, with an account to be seen by. */
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
   * Visits whose turn has come and whose patient is not there and was not called yet, of one doctor or all: the doctor sees people,
   * nobody who is there stands before them, and the doctor is with nobody or has let somebody in from behind them meanwhile.
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

  /** Visits that were called, whose patient is still not there, and whose place is kept no longer; never one whose doctor is not there either. */
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

  /** Booked visits that wait, whose time was so long ago, and whose patient was not told yet. */
  async toBeToldLate(tx: Tx, minutes: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT v.id FROM visit v LEFT JOIN visit_attendance a ON a.visit_id = v.id
       WHERE v.status = 'waiting' AND v.booked_for IS NOT NULL
         AND greatest(v.booked_for, v.checked_in_at) <= $1::timestamptz - $2::int * interval '1 minute'
         AND a.late_told_at IS NULL`,
      [tx.now, minutes],
    );
    return rows.map(({ id }) => id);
  }

  /** False where another was quicker. */
  async noteToldLate(tx: Tx, visitId: string): Promise<boolean> {
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
