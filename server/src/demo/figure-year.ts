import pg from 'pg';
import { countSubject, RollupCells, type RollupCell } from '../api/metrics/index.ts';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { type Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logging/logger.ts';
import type { DemoHospital } from './demo-plan.ts';
import { bySubject, copyEvents, copyRollups } from './figure-history.ts';
import { readDepartmentIds, readDoctors } from './history-people.ts';
import { yearBefore } from './year-events.ts';

/** The first visits on record were booked up to six days before. */
const bookedBefore = '20 days';
/** An arbitrary number, the same in every process: one writes, the others wait and then find nothing to do. */
const yearLock = 7_301_164_004;

/**
 * Writes the figures of the year before a demo hospital’s records begin: the events that its visits would have left, and their rollups. Once per
 * hospital, in one transaction each, while the api serves.
 * It locks only the counting of that hospital, while it inserts the rows. Returns the number of events.
 */
export async function writeDemoYear(
  plans: readonly DemoHospital[],
  options: { ownerUrl: string; clock: Clock; log: Logger },
): Promise<number> {
  const db = new pg.Client({ connectionString: options.ownerUrl, application_name: 'yunzhen-demo-year' });
  await db.connect();
  let written = 0;
  try {
    for (const plan of plans) {
      const events = await writeYearOf(db, plan, options.clock.now());
      if (events > 0) options.log.info({ hospital: plan.slug, events }, 'figures of the demo year created');
      written += events;
    }
    if (written > 0) await db.query('ANALYZE domain_event, figure_rollup');
  } finally {
    // Closing a connection within a transaction rolls it back.
    await db.end();
  }
  return written;
}

async function writeYearOf(db: pg.Client, plan: DemoHospital, now: Date): Promise<number> {
  const { rows } = await db.query<{ id: string }>('SELECT id FROM hospital WHERE slug = $1', [plan.slug]);
  const hospitalId = rows[0]?.id;
  if (!hospitalId) return 0;
  await db.query('BEGIN');
  await db.query('SELECT pg_advisory_xact_lock($1)', [yearLock]);
  await db.query(`SELECT set_config('app.hospital_id', $1, true)`, [hospitalId]);
  const first = await firstDayToFill(db, plan, hospitalId);
  if (!first) {
    await db.query('COMMIT');
    return 0;
  }
  const [departmentIds, doctors] = [await readDepartmentIds(db), await readDoctors(db, plan)];
  const events = yearBefore(first, { plan, hospitalId, departmentIds, doctors, now });
  const cells = new RollupCells(plan.timeZone);
  for (const own of bySubject(events)) cells.add(countSubject(own), 1);

  await copyEvents(db, events);
  // They are counted here, so they must not stay pending.
  await db.query('DELETE FROM figure_pending WHERE hospital_id = $1 AND event_id = ANY ($2::uuid[])', [
    hospitalId,
    events.map(({ id }) => id),
  ]);
  const changes = cells.changes();
  // From here on the api’s counting of this hospital waits; what it has counted is included.
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0))`, [hospitalId]);
  await mergeWithKnown(db, hospitalId, changes);
  await copyRollups(db, hospitalId, changes);
  await db.query('COMMIT');
  return events.length;
}

/** Returns the first day with visits on record, unless events were written before it already. */
async function firstDayToFill(db: pg.Client, plan: DemoHospital, hospitalId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ began: Date | null; filled: boolean }>(
    `SELECT v.began, EXISTS (SELECT 1 FROM domain_event e
       WHERE e.hospital_id = $1 AND e.at < v.began - interval '${bookedBefore}') AS filled
     FROM (SELECT min(created_at) AS began FROM visit WHERE hospital_id = $1) v`,
    [hospitalId],
  );
  const [found] = rows;
  return found?.began && !found.filled ? dayIn(plan.timeZone, found.began) : undefined;
}

/** Merges existing rows (months, and days with early bookings) into the new ones, and deletes the old ones. */
async function mergeWithKnown(db: pg.Client, hospitalId: string, cells: readonly RollupCell[]): Promise<void> {
  const keyOf = (practitioner: string, department: string, grain: number, starts: number) =>
    `${practitioner}/${department}/${grain}/${starts}`;
  const added = new Map(
    cells.map((cell) => [keyOf(cell.practitionerId, cell.departmentId, cell.grain, cell.starts), cell]),
  );
  const { rows } = await db.query<{ p: string; d: string; grain: number; starts: Date; tally: Buffer }>(
    'SELECT practitioner_id AS p, department_id AS d, grain, starts, tally FROM figure_rollup WHERE hospital_id = $1',
    [hospitalId],
  );
  const replaced = rows.flatMap((row) => {
    const cell = added.get(keyOf(row.p, row.d, row.grain, row.starts.getTime()));
    cell?.tally.mergeEncoded(row.tally);
    return cell ? [row] : [];
  });
  await db.query(
    `DELETE FROM figure_rollup r USING unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::timestamptz[]) AS k(p, d, grain, starts)
     WHERE r.hospital_id = $1 AND r.practitioner_id = k.p AND r.department_id = k.d AND r.grain = k.grain AND r.starts = k.starts`,
    [
      hospitalId,
      replaced.map(({ p }) => p),
      replaced.map(({ d }) => d),
      replaced.map(({ grain }) => grain),
      replaced.map(({ starts }) => starts),
    ],
  );
}
