import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { grainCodes } from '../../../server/src/api/metrics/counting/rollup-cells.ts';
import { copyLines, copyRows, field } from '../../../server/src/demo/bulk-copy.ts';
import { createRandom } from '../../../server/src/demo/random.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { newId } from '../../../server/src/platform/ids.ts';
import { Tally } from '../../../server/src/api/metrics/counting/tally.ts';
import {
  departmentsOfHospital,
  doctorsOfHospital,
  makeDay,
  simulateCourses,
  type HospitalDay,
} from './hospital-day.ts';

export interface GeneratedHospital {
  id: string;
  timeZone: string;
  departments: string[];
  doctors: string[];
}

const zones = ['Asia/Shanghai', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
const totalId = '00000000-0000-0000-0000-000000000000';
const days = 730;
/** Visits per simulated day; a real day uses the nearest one. */
const sizes = [1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 90, 130];
const daysOfSize = 12;

/** Relative load of the weekdays, Sunday first. */
const weekdays = [0.5, 1.2, 1.05, 1, 1, 0.95, 0.6];

/**
 * Fills a database with rollups of about this number of visits over two years until yesterday: hospitals of different and growing size, with weekly
 * and seasonal patterns. Days are simulated in twelve sizes, twelve times each, and reused; weeks and months are merged from them. Events are written
 * only for `eventVisits` visits, to measure their size.
 */
export async function generate(
  url: string,
  { visits, hospitals, eventVisits, now }: { visits: number; hospitals: number; eventVisits: number; now: Date },
) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const steps: Record<string, number> = {};
  let since = performance.now();
  const took = (step: string) => {
    steps[step] = Math.round((performance.now() - since) / 1000);
    since = performance.now();
  };
  const random = createRandom('metrics bench');
  const library = sizes.map((size) =>
    Array.from({ length: daysOfSize }, (_, i) => makeDay(size, `${size}/${i}`)).filter((day) => day.visits > 0),
  );
  const made: GeneratedHospital[] = [];
  const weights = Array.from({ length: hospitals }, () => random.logNormal(1, 0.6));
  const perWeight = visits / weights.reduce((sum, weight) => sum + weight, 0);
  const first = shiftDay(now.toISOString().slice(0, 10), -days);
  let written = 0;
  // Re-created after all rows are inserted, because row-by-row checks would take most of the time.
  await db.query(
    'ALTER TABLE figure_rollup DROP CONSTRAINT figure_rollup_pkey, DROP CONSTRAINT figure_rollup_hospital_id_fkey',
  );
  for (const [i, weight] of weights.entries()) {
    const hospital = await foundHospital(db, i);
    made.push(hospital);
    const perDay = (weight * perWeight) / days;
    let owed = 0;
    const chosen = Array.from({ length: days }, (_, ago) => {
      const day = shiftDay(first, ago);
      const date = new Date(`${day}T00:00:00Z`);
      const season = 1 + 0.14 * Math.cos((date.getUTCMonth() / 12) * 2 * Math.PI);
      const load = perDay * (0.6 + (0.8 * ago) / days) * season * (weekdays[date.getUTCDay()] ?? 1) * 1.11;
      // The rounding error is carried to the next day, so that the total is right.
      owed += load * random.logNormal(1, 0.1);
      const one = pickDay(library, owed, random.next());
      owed -= one?.visits ?? 0;
      written += one?.visits ?? 0;
      return { day, one };
    });
    await copyLines(
      db,
      'figure_rollup',
      ['hospital_id', 'practitioner_id', 'department_id', 'grain', 'starts', 'tally'],
      linesOf(hospital, chosen),
    );
  }
  took('rows');
  await db.query(`SET maintenance_work_mem = '1GB'`);
  await db.query(
    `ALTER TABLE figure_rollup ADD PRIMARY KEY (hospital_id, practitioner_id, department_id, grain, starts)`,
  );
  await db.query('ALTER TABLE figure_rollup ADD FOREIGN KEY (hospital_id) REFERENCES hospital');
  took('keys');
  const eventBytes = await storeEvents(db, made[0], eventVisits);
  took('events');
  await db.query('VACUUM (ANALYZE) figure_rollup, domain_event');
  took('vacuum');
  const { rows } = await db.query<{ rows: string; bytes: string }>(
    `SELECT count(*) AS rows, pg_total_relation_size('figure_rollup') AS bytes FROM figure_rollup`,
  );
  await db.end();
  return {
    /** Seconds per step. */
    steps,
    hospitals: made,
    visits: written,
    rollupRows: Number(rows[0]?.rows),
    rollupBytes: Number(rows[0]?.bytes),
    eventBytes,
  };
}

function pickDay(library: readonly (readonly HospitalDay[])[], wanted: number, chance: number): HospitalDay | null {
  if (wanted < 0.5) return null;
  const place = sizes.findLastIndex((size) => size <= Math.max(1, wanted));
  const some = library[Math.max(0, place)] ?? [];
  return some[Math.floor(chance * some.length)] ?? null;
}

function* linesOf(hospital: GeneratedHospital, chosen: readonly { day: string; one: HospitalDay | null }[]) {
  const idOf = (ids: readonly string[], place: number) => ids[place] ?? totalId;
  const sums = new Map<string, Tally>();
  for (const { day, one } of chosen) {
    if (!one) continue;
    const midnight = endOfDay(hospital.timeZone, shiftDay(day, -1)).getTime();
    const hours = Array.from({ length: 24 }, (_, hour) => new Date(midnight + hour * 3_600_000).toISOString());
    for (const { department, doctor, grain, hour, tally, field: encoded } of one.rows) {
      const starts = grain === 0 ? hours[hour] : `${day}T00:00:00Z`;
      const who = `${idOf(hospital.doctors, doctor)}\t${idOf(hospital.departments, department)}`;
      yield `${hospital.id}\t${who}\t${grain}\t${starts}\t${encoded}`;
      if (grain === 0) continue;
      const monday = shiftDay(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
      for (const [code, first] of [
        [grainCodes.month, `${day.slice(0, 8)}01`],
        [grainCodes.week, monday],
      ] as const) {
        const key = `${who}\t${code}\t${first}T00:00:00Z`;
        sums.set(key, (sums.get(key) ?? new Tally()).mergeEncoded(tally));
      }
    }
  }
  for (const [key, tally] of sums) yield `${hospital.id}\t${key}\t${field(tally.encode())}`;
}

async function foundHospital(db: pg.Client, place: number): Promise<GeneratedHospital> {
  const id = newId();
  const timeZone = zones[place % zones.length] ?? 'UTC';
  const name = { en: `Hospital ${place}`, zh: `医院 ${place}` };
  await db.query(
    `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at) VALUES ($1,$2,$3,'CN',$4,'zh-CN',now())`,
    [id, `bench-${place}`, name, timeZone],
  );
  const departments = Array.from({ length: departmentsOfHospital }, () => newId());
  const doctors = Array.from({ length: doctorsOfHospital }, () => newId());
  await copyRows(
    db,
    'department',
    ['id', 'hospital_id', 'code', 'name', 'description', 'position'],
    departments.map((department, i) => [department, id, `d${i}`, name, name, i]),
  );
  const accounts = doctors.map(() => newId());
  await copyRows(
    db,
    'account',
    ['id', 'hospital_id', 'email', 'password_hash', 'roles', 'display_name', 'locale', 'created_at'],
    accounts.map((account) => [account, id, `${account}@bench.test`, 'x', '{doctor}', account, 'zh-CN', new Date()]),
  );
  await copyRows(
    db,
    'practitioner',
    [
      'id',
      'hospital_id',
      'account_id',
      'kind',
      'name',
      'name_latin',
      'title',
      'bio',
      'languages',
      'licence_number',
      'licence_valid_until',
      'years_of_practice',
    ],
    doctors.map((doctor, i) => [
      doctor,
      id,
      accounts[i] ?? null,
      'doctor',
      `doctor ${i}`,
      `doctor ${i}`,
      name,
      name,
      '{en}',
      `licence ${i}`,
      '2035-01-01',
      9,
    ]),
  );
  await copyRows(
    db,
    'practitioner_department',
    ['hospital_id', 'practitioner_id', 'department_id'],
    doctors.map((doctor, i) => [id, doctor, departments[i % departmentsOfHospital] ?? null]),
  );
  return { id, timeZone, departments, doctors };
}

/** Returns the bytes of the events of one visit, including indexes. */
async function storeEvents(db: pg.Client, hospital: GeneratedHospital | undefined, visits: number): Promise<number> {
  if (!hospital || visits === 0) return 0;
  const size = async () => {
    const { rows } = await db.query<{ bytes: string }>(
      `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c WHERE c.relname ~ '^domain_event' AND c.relkind = 'r'`,
    );
    return Number(rows[0]?.bytes);
  };
  const before = await size();
  let written = 0;
  while (written < visits) {
    const courses = simulateCourses(Math.min(500, visits - written), `events ${written}`, hospital.id);
    if (courses.length === 0) break;
    written += courses.length;
    await copyRows(
      db,
      'domain_event',
      ['id', 'hospital_id', 'at', 'type', 'entity_id', 'visit_id', 'department_id', 'practitioner_id', 'facts'],
      courses
        .flat()
        .map((event) => [
          event.id,
          event.hospital_id,
          event.at,
          event.type,
          event.entity_id,
          event.visit_id,
          event.department_id,
          event.practitioner_id,
          event.facts,
        ]),
    );
  }
  await db.query('DELETE FROM figure_pending');
  return ((await size()) - before) / written;
}
