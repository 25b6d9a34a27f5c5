import type { Pool } from 'pg';
import type { Tally } from '../../../server/src/api/metrics/counting/tally.ts';
import { callBuckets, type CallBucket } from '../../../shared/src/metrics/call-bucket.ts';
import type { CounterId, HistogramId } from '../../../shared/src/metrics/measures.ts';

/** The valid events: the latest correction in place of the original, without withdrawn ones. */
const standing = `
  standing AS (
    SELECT e.*, (e.at AT TIME ZONE $2)::date AS day FROM domain_event e WHERE e.hospital_id = $1 AND e.type <> 'event.withdrawn'
      AND NOT EXISTS (SELECT 1 FROM domain_event c WHERE c.corrects = e.id)
  )`;

const ofType = (type: string, also = 'true') => `count(*) FILTER (WHERE type = '${type}' AND ${also})`;
const sumOf = (type: string, fact: string) =>
  `coalesce(sum((facts->>'${fact}')::numeric) FILTER (WHERE type = '${type}'), 0)`;

const counters: Partial<Record<CounterId, string>> = {
  'visits.created': ofType('visit.created'),
  'visits.booked': ofType('visit.created', `facts->>'kind' = 'booked'`),
  'visits.walk-in': ofType('visit.created', `facts->>'kind' = 'walk-in'`),
  'visits.checked-in': ofType('visit.checked-in'),
  'visits.admitted': ofType('visit.admitted'),
  'visits.completed': ofType('visit.completed'),
  'visits.left': ofType('visit.left'),
  'visits.cancelled': ofType('visit.cancelled'),
  'visits.referred-offline': ofType('visit.referred-offline'),
  'appointments.booked': ofType('appointment.booked'),
  'appointments.rescheduled': ofType('appointment.rescheduled'),
  'appointments.cancelled': ofType('appointment.cancelled'),
  'appointments.no-show': ofType('appointment.no-show'),
  'calls.measured': ofType('call.measured'),
  'calls.with-drop': ofType('call.measured', `(facts->>'drops')::int > 0`),
  'calls.measured-seconds': sumOf('call.measured', 'measuredSeconds'),
  'calls.audio-only-seconds': sumOf('call.measured', 'audioOnlySeconds'),
  'prescriptions.signed': ofType('prescription.signed'),
  'prescriptions.with-alert': ofType('prescription.signed', `(facts->>'issues')::int > 0`),
  'prescriptions.with-override': ofType('prescription.signed', `(facts->>'overrides')::int > 0`),
  'prescriptions.approved': ofType('prescription.approved'),
  'prescriptions.rejected': ofType('prescription.rejected'),
  'prescriptions.dispensed': ofType('prescription.dispensed'),
  'rejected.dose': ofType('prescription.rejected', `facts->>'reason' = 'dose'`),
  'lines.prescribed': sumOf('prescription.signed', 'items'),
  'lines.J': sumOf('prescription.signed', 'lines.J'),
  'lines.open-to-generic': sumOf('prescription.signed', 'open-lines.J'),
  'lines.antibiotic': sumOf('prescription.signed', 'antibiotic.J01C'),
  'antibiotic.J01C': sumOf('prescription.signed', 'antibiotic.J01C'),
  'alerts.dose': sumOf('prescription.signed', 'alerts.dose'),
  'overrides.dose': sumOf('prescription.signed', 'overrides.dose'),
};

const histograms: Record<HistogramId, string> = {
  'wait.seconds': `WHERE type = 'visit.admitted' AND (facts->>'waitSeconds') IS NOT NULL|waitSeconds`,
  'consult.seconds': `WHERE type = 'visit.completed'|consultSeconds`,
  'review.seconds': `WHERE type IN ('prescription.approved', 'prescription.rejected')|turnaroundSeconds`,
  'call.first-picture-ms': `WHERE type = 'call.measured'|firstPictureMs`,
  'call.recovery-ms': `WHERE type = 'call.measured'|recoveryMedianMs`,
  'call.mos-hundredths': `WHERE type = 'call.measured'|mosMedian`,
};

/** The columns that group one table of expectations: day, department and doctor, each optional. */
export interface Group {
  day: string | null;
  department: string | null;
  doctor: string | null;
}
const groupings = `GROUPING SETS ((), (day), (day, department_id), (day, department_id, practitioner_id))
  HAVING NOT (GROUPING(practitioner_id) = 1 AND GROUPING(department_id) = 0 AND department_id IS NULL)`;
const keyColumns = `day::text AS day, department_id AS department, practitioner_id AS doctor`;

interface Expected extends Group {
  [name: string]: string | number | null;
}

/** Returns everything that is counted event by event, from the raw rows. */
export async function plainCounts(db: Pool, hospitalId: string, timeZone: string): Promise<Expected[]> {
  const list = Object.entries(counters).map(([name, sql]) => `(${sql})::float8 AS "${name}"`);
  const { rows } = await db.query<Expected>(
    `WITH ${standing} SELECT ${keyColumns}, ${list.join(', ')} FROM standing GROUP BY ${groupings}`,
    [hospitalId, timeZone],
  );
  return rows;
}

export const quantiles = [0.1, 0.5, 0.9, 0.99, 1] as const;

/** Returns the nearest-rank quantiles from the raw rows. */
export async function plainQuantiles(
  db: Pool,
  hospitalId: string,
  timeZone: string,
): Promise<Map<HistogramId, (Group & { n: number; at: number[] })[]>> {
  const all = new Map<HistogramId, (Group & { n: number; at: number[] })[]>();
  for (const [id, how] of Object.entries(histograms) as [HistogramId, string][]) {
    const [where, fact] = how.split('|');
    const { rows } = await db.query<Group & { n: number; at: number[] }>(
      `WITH ${standing}, noted AS (SELECT *, (facts->>'${fact}')::float8 AS v FROM standing ${where} AND facts->>'${fact}' IS NOT NULL)
       SELECT ${keyColumns}, count(*)::int AS n, percentile_disc(ARRAY[${quantiles.join(',')}]) WITHIN GROUP (ORDER BY v) AS at
       FROM noted GROUP BY ${groupings}`,
      [hospitalId, timeZone],
    );
    all.set(id, rows);
  }
  return all;
}

/** Returns what joins the events of a visit: the funnel by day of the request, calls by day of measurement, ratings. */
export async function plainJoins(db: Pool, hospitalId: string, timeZone: string): Promise<Expected[]> {
  const has = (type: string) =>
    `EXISTS (SELECT 1 FROM standing o WHERE o.visit_id = s.visit_id AND o.type = '${type}')`;
  const steps = {
    'funnel.checked-in': 'visit.checked-in',
    'funnel.admitted': 'visit.admitted',
    'funnel.completed': 'visit.completed',
    'funnel.signed': 'prescription.signed',
    'funnel.approved': 'prescription.approved',
    'funnel.dispensed': 'prescription.dispensed',
  };
  const bucket = `CASE WHEN (facts->>'mosMedian') IS NULL THEN 'unmeasured' WHEN (facts->>'mosMedian')::int >= 403 THEN 'good'
    WHEN (facts->>'mosMedian')::int >= 360 THEN 'fair' WHEN (facts->>'mosMedian')::int >= 310 THEN 'poor' ELSE 'bad' END`;
  const inBucket = (name: CallBucket, also: string) =>
    `count(*) FILTER (WHERE type = 'call.measured' AND ${bucket} = '${name}' AND ${also})`;
  const care = `(SELECT (r.facts->>'care')::int FROM standing r WHERE r.visit_id = s.visit_id AND r.type = 'visit.rated' ORDER BY r.at DESC, r.id DESC LIMIT 1)`;
  const isLast = `NOT EXISTS (SELECT 1 FROM standing r WHERE r.visit_id = s.visit_id AND r.type = 'visit.rated' AND (r.at, r.id) > (s.at, s.id))`;
  const list = [
    ...Object.entries(steps).map(
      ([name, type]) => `(count(*) FILTER (WHERE type = 'visit.created' AND ${has(type)}))::float8 AS "${name}"`,
    ),
    ...callBuckets.flatMap((name) => [
      `(${inBucket(name, 'true')})::float8 AS "bucket.${name}.calls"`,
      `(${inBucket(name, has('visit.completed'))})::float8 AS "bucket.${name}.completed"`,
      `(${inBucket(name, has('visit.referred-offline'))})::float8 AS "bucket.${name}.referred"`,
      `(${inBucket(name, has('prescription.signed'))})::float8 AS "bucket.${name}.prescribed"`,
      `(${inBucket(name, has('prescription.approved'))})::float8 AS "bucket.${name}.approved"`,
      `(${inBucket(name, `${care} IS NOT NULL`)})::float8 AS "bucket.${name}.ratings"`,
      `(coalesce(sum(${care}) FILTER (WHERE type = 'call.measured' AND ${bucket} = '${name}'), 0))::float8 AS "bucket.${name}.points"`,
    ]),
    `(count(*) FILTER (WHERE type = 'visit.rated' AND ${isLast} AND facts->>'care' IS NOT NULL))::float8 AS "ratings.care"`,
    `(coalesce(sum((facts->>'care')::int) FILTER (WHERE type = 'visit.rated' AND ${isLast}), 0))::float8 AS "ratings.care-points"`,
    `(count(*) FILTER (WHERE type = 'visit.rated' AND ${isLast} AND facts->>'picture' IS NOT NULL))::float8 AS "ratings.picture"`,
    `(count(*) FILTER (WHERE type = 'visit.rated' AND ${isLast} AND facts->>'care' = '5'))::float8 AS "care.5"`,
  ];
  const { rows } = await db.query<Expected>(
    `WITH ${standing} SELECT ${keyColumns}, ${list.join(', ')} FROM standing s GROUP BY ${groupings}`,
    [hospitalId, timeZone],
  );
  return rows;
}

/** Returns the counters in which an expectation and a tally differ. */
export function differences(expected: Expected, tally: Tally): Record<string, [number, number]> {
  const wrong: Record<string, [number, number]> = {};
  for (const [name, value] of Object.entries(expected)) {
    if (name === 'day' || name === 'department' || name === 'doctor') continue;
    const counted = tally.of(name as CounterId);
    if (counted !== value) wrong[name] = [Number(value), counted];
  }
  return wrong;
}
