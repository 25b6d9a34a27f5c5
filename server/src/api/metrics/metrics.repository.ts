import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { LiveBoard } from '@yunzhen/shared/metrics/metrics.contract';
import { doctorLateMinutes } from '@yunzhen/shared/visits/waiting-room';
import type { Tx } from '../../platform/db/transaction.ts';

export interface Queue {
  departmentId: string;
  name: LocalizedText;
  waiting: number;
  longestWait: number;
}

export interface LateDoctor {
  name: string;
  nameLatin: string;
  /** Seconds since the first waiting patient was due. */
  seconds: number;
}

export interface LiveFigures {
  waitingNow: number;
  inCallNow: number;
  longestWait: number | null;
  doctorsOnDuty: number;
  stranded: number;
}

export class MetricsRepository {
  /** Counts a visit as in a call only when a call is open, not whenever the visit is in progress. */
  async now(tx: Tx): Promise<LiveFigures> {
    const [row] = await tx.query<LiveFigures>(
      `SELECT
         (SELECT count(*)::int FROM visit WHERE status = 'waiting') AS "waitingNow",
         (SELECT count(DISTINCT c.visit_id)::int FROM call_session c JOIN visit v ON v.id = c.visit_id
          WHERE c.closed_at IS NULL AND v.status = 'in-progress') AS "inCallNow",
         (SELECT CASE WHEN count(*) > 0 THEN greatest(0, extract(epoch FROM $1::timestamptz - min(checked_in_at)))::float END
          FROM visit WHERE status = 'waiting') AS "longestWait",
         (SELECT count(*)::int FROM practitioner WHERE kind = 'doctor' AND on_duty) AS "doctorsOnDuty",
         (SELECT count(*)::int FROM visit WHERE status IN ('waiting', 'in-progress') AND doctor_gone_at IS NOT NULL) AS stranded`,
      [tx.now],
    );
    return row ?? { waitingNow: 0, inCallNow: 0, longestWait: null, doctorsOnDuty: 0, stranded: 0 };
  }

  /** Returns departments with waiting patients, longest wait first. */
  queues(tx: Tx): Promise<Queue[]> {
    return tx.query<Queue>(
      `SELECT d.id AS "departmentId", d.name, count(*)::int AS waiting,
         greatest(0, extract(epoch FROM $1::timestamptz - min(v.checked_in_at)))::float AS "longestWait"
       FROM visit v JOIN department d ON d.id = v.department_id
       WHERE v.status = 'waiting' GROUP BY d.id ORDER BY min(v.checked_in_at), d.id`,
      [tx.now],
    );
  }

  /** Returns doctors who are off duty while patients wait, or late for an appointment whose patient has checked in, longest first. */
  lateDoctors(tx: Tx): Promise<LateDoctor[]> {
    return tx.query<LateDoctor>(
      `SELECT p.name, p.name_latin AS "nameLatin",
         greatest(0, extract(epoch FROM $1::timestamptz - min(greatest(v.booked_for, v.checked_in_at))))::float AS seconds
       FROM visit v JOIN practitioner p ON p.id = v.practitioner_id
       WHERE v.status = 'waiting' AND greatest(v.booked_for, v.checked_in_at) <= $1
         AND (NOT p.on_duty OR (v.booked_for IS NOT NULL
           AND greatest(v.booked_for, v.checked_in_at) <= $1::timestamptz - interval '${doctorLateMinutes} minutes'))
       GROUP BY p.id ORDER BY seconds DESC, p.id`,
      [tx.now],
    );
  }

  /** Counts prescriptions without a pharmacist’s decision, and those that wait longer than the target. */
  async reviews(tx: Tx, targetSeconds: number): Promise<LiveBoard['reviews']> {
    const [row] = await tx.query<LiveBoard['reviews']>(
      `SELECT count(*)::int AS waiting,
         count(*) FILTER (WHERE requested_at < $1::timestamptz - make_interval(secs => $2))::int AS overdue,
         greatest(0, extract(epoch FROM $1::timestamptz - min(requested_at)))::float AS "longestWait"
       FROM review WHERE status IN ('requested', 'in-progress')`,
      [tx.now, targetSeconds],
    );
    return row && row.waiting > 0 ? row : { waiting: 0, overdue: 0, longestWait: null };
  }
}
