import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { copyRows } from '../../server/src/demo/bulk-copy.ts';
import { createRandom } from '../../server/src/demo/random.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { makeDay, simulateCourses } from './metrics/hospital-day.ts';
import { startBenchServer } from './bench-database.ts';
import { atTheEnd } from './endings.ts';
import { median, option, report } from './report.ts';

/*
 * Measures whether monthly partitions would pay: events, rollups and chats as they are against the same rows in 24 partitions. It runs the product’s
 * queries and deletes the oldest month. PARTITIONS_VISITS reduces the size.
 */
const repeats = option('rounds', 200);
const visits = Number(process.env['PARTITIONS_VISITS'] ?? 60_000);
const hospitals = Array.from({ length: 10 }, () => newId());
const months = 24;
const first = Date.UTC(2024, 0, 1);
const everyone = '00000000-0000-0000-0000-000000000000';
const kinds = ['plain', 'by_month'] as const;
type Kind = (typeof kinds)[number];
/** The tables, the column that determines the month, and the key that a partitioned table needs. */
const tables = {
  domain_event: ['at', 'PRIMARY KEY (id, at)'],
  figure_rollup: ['starts', 'PRIMARY KEY (hospital_id, practitioner_id, department_id, grain, starts)'],
  chat_message: ['sent_at', 'PRIMARY KEY (visit_id, id, sent_at)'],
} as const;
type Table = keyof typeof tables;
const tableNames = Object.keys(tables) as Table[];

const server = await startBenchServer();
const { adminUrl } = await server.database();
const db = new pg.Client({ connectionString: adminUrl });
await db.connect();
atTheEnd(() => db.end());

for (const table of tableNames) {
  const [column, key] = tables[table];
  await db.query(`CREATE TABLE ${table}_plain (LIKE ${table} INCLUDING ALL)`);
  await db.query(`CREATE TABLE ${table}_by_month (LIKE ${table}, ${key}) PARTITION BY RANGE (${column})`);
  for (let month = -1; month <= months; month++) {
    const [from, to] = [month, month + 1].map((one) => new Date(Date.UTC(2024, one, 1)).toISOString());
    await db.query(
      `CREATE TABLE ${table}_m${month + 1} PARTITION OF ${table}_by_month FOR VALUES FROM ('${from}') TO ('${to}')`,
    );
  }
}
await db.query('CREATE INDEX ON domain_event_by_month (hospital_id, at, type)');
await db.query('CREATE INDEX ON domain_event_by_month (hospital_id, coalesce(visit_id, entity_id))');
await db.query('CREATE UNIQUE INDEX ON chat_message_by_month (visit_id, sequence, sent_at)');

const random = createRandom('partitions');
const courses = Array.from({ length: Math.ceil(visits / 500) }, (_, i) =>
  simulateCourses(500, `partitions ${i}`, hospitals[i % hospitals.length] ?? ''),
).flatMap((day) => {
  const shift = Math.floor(random.next() * (months - 1) * 30) * DAY_MS + first - Date.UTC(2026, 0, 5);
  return day.map((events) => events.map((event) => ({ ...event, at: new Date(event.at.getTime() + shift) })));
});
const events = courses.flat().sort((a, b) => a.at.getTime() - b.at.getTime());
const subjects = courses.flatMap(([event]) =>
  event?.visit_id ? [{ id: event.visit_id, hospital: event.hospital_id, at: event.at }] : [],
);
const library = Array.from({ length: 12 }, (_, i) => makeDay(60, `partitions ${i}`));

function* rollups() {
  const ids = Array.from({ length: 24 }, () => newId());
  for (let day = 0; day < (months - 1) * 30; day++)
    for (const hospital of hospitals)
      for (const row of library[day % library.length]?.rows ?? [])
        yield [
          hospital,
          ids[row.doctor] ?? everyone,
          ids[row.department] ?? everyone,
          row.grain,
          new Date(first + day * DAY_MS + row.hour * 3_600_000),
          row.tally,
        ];
}
function* messages() {
  for (const { id, hospital, at } of subjects)
    for (let sequence = 1; sequence <= 6; sequence++)
      yield [id, newId(), hospital, sequence, everyone, 'patient', 'So long is a message of a patient.', at];
}
const rows: Record<
  Table,
  { columns: string[]; make: () => Iterable<readonly (string | number | Date | object | null)[]> }
> = {
  domain_event: {
    columns: ['id', 'hospital_id', 'at', 'type', 'entity_id', 'visit_id', 'department_id', 'practitioner_id', 'facts'],
    make: () =>
      events.map((event) => [
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
  },
  figure_rollup: {
    columns: ['hospital_id', 'practitioner_id', 'department_id', 'grain', 'starts', 'tally'],
    make: rollups,
  },
  chat_message: {
    columns: ['visit_id', 'id', 'hospital_id', 'sequence', 'author_account_id', 'author_role', 'text', 'sent_at'],
    make: messages,
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
const year = [new Date(first + 300 * DAY_MS), new Date(first + 665 * DAY_MS)];
const someSubjects = () => Array.from({ length: 50 }, () => random.pick(subjects).id);
/** The product’s queries. */
const questions: Record<string, (kind: Kind) => Promise<unknown>> = {
  'events of fifty visits that are counted': (kind) =>
    db.query(
      `SELECT * FROM domain_event_${kind} WHERE hospital_id = ANY ($1) AND coalesce(visit_id, entity_id) = ANY ($2::uuid[])`,
      [hospitals, someSubjects()],
    ),
  'one event is written': (kind) => {
    const event = random.pick(events);
    return db.query(
      `INSERT INTO domain_event_${kind} (id, hospital_id, at, type, entity_id, visit_id, facts) VALUES ($1,$2,$3,$4,$5,$6,$7)`,
      [newId(), event.hospital_id, event.at, event.type, event.entity_id, event.visit_id, event.facts],
    );
  },
  'a year of rollups by day': (kind) =>
    db.query(
      `SELECT starts, tally FROM figure_rollup_${kind} WHERE hospital_id = $1 AND practitioner_id = $2 AND department_id = $2 AND grain = 1
         AND starts >= $3 AND starts < $4`,
      [random.pick(hospitals), everyone, ...year],
    ),
  'a month of rollups by day': (kind) =>
    db.query(
      `SELECT starts, tally FROM figure_rollup_${kind} WHERE hospital_id = $1 AND practitioner_id = $2 AND department_id = $2 AND grain = 1
         AND starts >= $3 AND starts < $3::timestamptz + interval '30 days'`,
      [random.pick(hospitals), everyone, year[0]],
    ),
  'the chat of a visit': (kind) =>
    db.query(`SELECT * FROM chat_message_${kind} WHERE visit_id = $1 ORDER BY sequence`, [random.pick(subjects).id]),
};

const table: Record<string, unknown>[] = [];
const figures: Parameters<typeof report>[3][number][] = [];
function tell(what: string, unit: string, of: Record<Kind, number>) {
  table.push({ what, unit, plain: of.plain.toFixed(2), 'by month': of.by_month.toFixed(2) });
  figures.push({ name: `${what}, by month / plain`, value: of.by_month / of.plain, unit: 'ratio', goal: null });
}

for (const name of tableNames) {
  const of = { plain: 0, by_month: 0 };
  for (const kind of kinds)
    of[kind] = await timed(() => copyRows(db, `${name}_${kind}`, rows[name].columns, rows[name].make()));
  tell(`${name} loaded`, 's', { plain: of.plain / 1000, by_month: of.by_month / 1000 });
}
await db.query('VACUUM ANALYZE');
for (const name of tableNames) {
  const { rows: found } = await db.query<Record<Kind, number>>(
    `SELECT pg_total_relation_size('${name}_plain')::float AS plain,
       (SELECT sum(pg_total_relation_size(inhrelid))::float FROM pg_inherits WHERE inhparent = '${name}_by_month'::regclass) AS by_month`,
  );
  tell(`${name} on disk`, 'MB', { plain: (found[0]?.plain ?? 0) / 1e6, by_month: (found[0]?.by_month ?? 0) / 1e6 });
}
for (const [what, ask] of Object.entries(questions)) {
  const times: Record<Kind, number[]> = { plain: [], by_month: [] };
  for (let i = 0; i < repeats + 10; i++)
    for (const kind of i % 2 === 0 ? kinds : kinds.toReversed()) {
      const took = await timed(() => ask(kind));
      if (i >= 10) times[kind].push(took);
    }
  tell(what, 'ms', { plain: median(times.plain), by_month: median(times.by_month) });
}
// Deletes the oldest month: visit by visit, as the retention rule does because of holds, or as a whole.
const old = subjects.filter(({ at }) => at.getTime() < first + 30 * DAY_MS).map(({ id }) => id);
tell('a month of chats forgotten', 'ms', {
  plain: await timed(() => db.query('DELETE FROM chat_message_plain WHERE visit_id = ANY ($1::uuid[])', [old])),
  by_month: await timed(() => db.query('DROP TABLE chat_message_m1')),
});

report('partitions', repeats, table, figures);
