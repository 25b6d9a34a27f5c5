import { doctorLateMinutes } from '@yunzhen/shared/visits/waiting-room';
import type { Tx } from '../../platform/db/transaction.ts';

export interface LiveFigures {
  waitingNow: number;
  /** Doctors who are off duty while patients wait, or late for an appointment whose patient has checked in. */
  doctorsLate: number;
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
         (SELECT count(*)::int FROM visit WHERE status IN ('waiting', 'in-progress') AND doctor_gone_at IS NOT NULL) AS stranded,
         (SELECT count(DISTINCT v.practitioner_id)::int FROM visit v JOIN practitioner p ON p.id = v.practitioner_id
          WHERE v.status = 'waiting' AND greatest(v.booked_for, v.checked_in_at) <= $1
            AND (NOT p.on_duty OR (v.booked_for IS NOT NULL
              AND greatest(v.booked_for, v.checked_in_at) <= $1::timestamptz - interval '${doctorLateMinutes} minutes'))) AS "doctorsLate"`,
      [tx.now],
    );
    return row ?? { waitingNow: 0, inCallNow: 0, longestWait: null, doctorsOnDuty: 0, stranded: 0, doctorsLate: 0 };
  }
}
