import type { CallFigures, DayFigures } from '@yunzhen/shared/contract/metrics';
import { doctorLateMinutes } from '@yunzhen/shared/domain/waiting-room';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface LiveFigures {
  waitingNow: number;
  /** Doctors off duty with patients who wait, or behind the time of an appointment whose patient is there. */
  doctorsLate: number;
  inCallNow: number;
  longestWait: number | null;
  doctorsOnDuty: number;
}

/** The figures of one day from its domain events; waits are those of patients who were let in. */
const figuresOfDay = `
  count(*) FILTER (WHERE e.type = 'visit.created')::int AS visits,
  count(*) FILTER (WHERE e.type = 'visit.completed')::int AS completed,
  count(*) FILTER (WHERE e.type = 'visit.left')::int AS "left",
  count(*) FILTER (WHERE e.type = 'visit.referred-offline')::int AS "referredOffline",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY (e.facts->>'waitSeconds')::float)
    FILTER (WHERE e.type = 'visit.admitted') AS "waitMedian",
  percentile_cont(0.9) WITHIN GROUP (ORDER BY (e.facts->>'waitSeconds')::float)
    FILTER (WHERE e.type = 'visit.admitted') AS "waitP90",
  count(*) FILTER (WHERE e.type = 'prescription.signed')::int AS prescriptions,
  count(*) FILTER (WHERE e.type IN ('prescription.approved', 'prescription.rejected'))::int AS reviewed,
  count(*) FILTER (WHERE e.type = 'prescription.rejected')::int AS rejected`;

export class MetricsRepository {
  /** Day by day of the hospital’s calendar, oldest first; days on which nothing happened are there with zeros. */
  daily(tx: Tx, timeZone: string, firstDay: string, lastDay: string): Promise<DayFigures[]> {
    return tx.query<DayFigures>(
      `SELECT d.day::date::text AS day, ${figuresOfDay}
       FROM generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') AS d(day)
       LEFT JOIN domain_event e ON e.hospital_id = $4
         AND e.at >= $2::date::timestamp AT TIME ZONE $1 AND e.at < ($3::date + 1)::timestamp AT TIME ZONE $1
         AND (e.at AT TIME ZONE $1)::date = d.day::date
       GROUP BY d.day ORDER BY d.day`,
      [timeZone, firstDay, lastDay, tx.hospitalId],
    );
  }

  /** One day up to the present time of day on the hospital’s clock. */
  async dayUntilNow(tx: Tx, timeZone: string, day: string): Promise<DayFigures> {
    const [figures] = await tx.query<DayFigures>(
      `SELECT $2::date::text AS day, ${figuresOfDay}
       FROM domain_event e
       WHERE e.hospital_id = $4 AND e.at >= $2::date::timestamp AT TIME ZONE $1
         AND e.at <= ($2::date + ($3::timestamptz AT TIME ZONE $1)::time) AT TIME ZONE $1`,
      [timeZone, day, tx.now, tx.hospitalId],
    );
    if (!figures) throw new Error('an aggregate always has a row');
    return figures;
  }

  /** Of the day’s admissions up to now: how many there were, and how many came within the target wait (seconds). */
  async admissions(tx: Tx, timeZone: string, day: string, target: number): Promise<{ all: number; within: number }> {
    const [row] = await tx.query<{ all: number; within: number }>(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE (facts->>'waitSeconds')::float <= $4)::int AS within
       FROM domain_event
       WHERE hospital_id = $3 AND type = 'visit.admitted' AND at >= $2::date::timestamp AT TIME ZONE $1
         AND at < ($2::date + 1)::timestamp AT TIME ZONE $1`,
      [timeZone, day, tx.hospitalId, target],
    );
    return row ?? { all: 0, within: 0 };
  }

  /** What was measured of the calls of visits that ended on these days. */
  async calls(tx: Tx, timeZone: string, firstDay: string, lastDay: string): Promise<CallFigures> {
    const [figures] = await tx.query<CallFigures>(
      `SELECT count(*)::int AS calls,
         avg(((facts->>'drops')::int > 0)::int)::float AS "dropShare",
         percentile_cont(0.5) WITHIN GROUP (ORDER BY (facts->>'recoveryMedianMs')::float / 1000) AS "recoveryMedian",
         percentile_cont(0.5) WITHIN GROUP (ORDER BY (facts->>'mosMedian')::float / 100) AS "mosMedian",
         percentile_cont(0.5) WITHIN GROUP (ORDER BY (facts->>'firstPictureMs')::float / 1000) AS "firstPictureMedian",
         (sum((facts->>'audioOnlySeconds')::float) / nullif(sum((facts->>'measuredSeconds')::float), 0))::float AS "audioOnlyShare"
       FROM domain_event
       WHERE hospital_id = $4 AND type = 'call.measured' AND at >= $2::date::timestamp AT TIME ZONE $1
         AND at < ($3::date + 1)::timestamp AT TIME ZONE $1`,
      [timeZone, firstDay, lastDay, tx.hospitalId],
    );
    if (!figures) throw new Error('an aggregate always has a row');
    return figures;
  }

  /** In call means that a call is open, not merely that the visit is in progress. */
  async now(tx: Tx): Promise<LiveFigures> {
    const [row] = await tx.query<LiveFigures>(
      `SELECT
         (SELECT count(*)::int FROM visit WHERE status = 'waiting') AS "waitingNow",
         (SELECT count(DISTINCT c.visit_id)::int FROM call_session c JOIN visit v ON v.id = c.visit_id
          WHERE c.closed_at IS NULL AND v.status = 'in-progress') AS "inCallNow",
         (SELECT CASE WHEN count(*) > 0 THEN greatest(0, extract(epoch FROM $1::timestamptz - min(checked_in_at)))::float END
          FROM visit WHERE status = 'waiting') AS "longestWait",
         (SELECT count(*)::int FROM practitioner WHERE kind = 'doctor' AND on_duty) AS "doctorsOnDuty",
         (SELECT count(DISTINCT v.practitioner_id)::int FROM visit v JOIN practitioner p ON p.id = v.practitioner_id
          WHERE v.status = 'waiting' AND greatest(v.booked_for, v.checked_in_at) <= $1
            AND (NOT p.on_duty OR (v.booked_for IS NOT NULL
              AND greatest(v.booked_for, v.checked_in_at) <= $1::timestamptz - interval '${doctorLateMinutes} minutes'))) AS "doctorsLate"`,
      [tx.now],
    );
    return row ?? { waitingNow: 0, inCallNow: 0, longestWait: null, doctorsOnDuty: 0, doctorsLate: 0 };
  }
}
