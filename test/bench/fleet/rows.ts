import type { Pool } from 'pg';
import { newId } from '../../../server/src/platform/ids.ts';
import { zoneAt } from '../../support/clock.ts';

/** Hospitals are of one time zone, so that all have their night at once: the worst case. The last one was over a short time ago. */
export const timeZone = zoneAt(6);

export async function addHospitals(db: Pool, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await db.query(
    `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
     SELECT id, 'bench-' || place, '{}', 'CN', $2, 'en', now() - interval '20 years'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, place)`,
    [ids, timeZone],
  );
  return ids;
}

/** An id that increases with `n`, so that loading writes each page of an index once. `kind`: a hexadecimal digit. */
const idOf = (kind: string, n: string) => `('019ac000-${kind}000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Runs statements as superuser without foreign keys and triggers. */
async function load(
  db: Pool,
  statements: readonly (readonly [sql: string, values?: readonly unknown[]])[],
): Promise<void> {
  const client = await db.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const [sql, values = []] of statements) await client.query(sql, [...values]);
  } finally {
    await client.query('SET session_replication_role = DEFAULT');
    client.release();
  }
}

/** Adds calls in progress: so many on each node, spread over the hospitals. Returns the visits of each node. */
export async function addCalls(
  db: Pool,
  { hospitals, nodes, each }: { hospitals: readonly string[]; nodes: readonly string[]; each: number },
): Promise<Map<string, string[]>> {
  const values = [hospitals, nodes, each];
  await load(db, [
    [
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at,
         admitted_at, media_node_id)
       SELECT ${idOf('a', 'n')}, ($1::uuid[])[1 + n % cardinality($1::uuid[])], ${idOf('b', 'n')}, ${idOf('c', 'n % 2000')}, ${idOf('d', 'n % 2000')},
         'in-progress', 'walk-in', 'cough', now(), now(), now(), ($2::text[])[1 + n / $3::int]
       FROM generate_series(0, cardinality($2::text[]) * $3::int - 1) AS n`,
      values,
    ],
    ['ANALYZE visit'],
  ]);
  const { rows } = await db.query<{ node: string; visits: string[] }>(
    `SELECT media_node_id AS node, array_agg(id) AS visits FROM visit WHERE status = 'in-progress' GROUP BY media_node_id`,
  );
  return new Map(rows.map(({ node, visits }) => [node, visits]));
}

const visitsOfPatient = 5;

/**
 * Adds this many visits of the last sixteen years, five of each patient within two years, as they are after years of nights: retention has been
 * everywhere but for the day before `now`. The visits that come due have messages and call events.
 */
export async function addPast(db: Pool, hospitals: readonly string[], visits: number, now: Date): Promise<void> {
  const patients = Math.ceil(visits / visitsOfPatient);
  // A patient's last visit; those of more than fifteen years and a day ago have been deleted.
  const last = `$2::timestamptz - (p / ${patients}::float8) * (interval '15 years' + interval '1 day')`;
  const years = (count: number) => `$2::timestamptz - interval '${count} years'`;
  const indexes = await dropIndexes(db, ['visit', 'patient']);
  await load(db, [
    [
      `INSERT INTO patient (id, hospital_id, name, name_latin, birth_date, sex, created_at, record_due_at)
       SELECT ${idOf('e', 'p')}, ($1::uuid[])[1 + p % cardinality($1::uuid[])], '李伟', 'Li Wei', '1980-01-01', 'male', ${last} - interval '2 years',
         ${last} + interval '15 years'
       FROM generate_series(0, ${patients} - 1) AS p`,
      [hospitals, now],
    ],
    [
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, ended_at, process_forgotten_at)
       SELECT ${idOf('f', `p * ${visitsOfPatient} + k`)}, ($1::uuid[])[1 + p % cardinality($1::uuid[])], ${idOf('e', 'p')}, ${idOf('c', 'p % 2000')},
         ${idOf('d', 'p % 2000')}, 'completed', 'walk-in', 'cough', at, at, CASE WHEN at < ${years(3)} - interval '1 day' THEN at + interval '3 years' END
       FROM generate_series(0, ${patients} - 1) AS p, generate_series(0, ${visitsOfPatient} - 1) AS k,
         LATERAL (SELECT ${last} - k * interval '146 days' AS at) AS ended`,
      [hospitals, now],
    ],
    ...indexes.map((sql) => [sql] as const),
    [
      `INSERT INTO chat_message (visit_id, id, hospital_id, sequence, author_account_id, author_role, text, sent_at)
       SELECT v.id, gen_random_uuid(), v.hospital_id, n, v.patient_id, 'patient', 'hello', v.ended_at
       FROM visit v, generate_series(1, 6) AS n WHERE v.process_forgotten_at IS NULL AND v.ended_at < ${'$1::timestamptz'} - interval '3 years'`,
      [now],
    ],
    [
      `INSERT INTO call_event (id, hospital_id, visit_id, node_id, at, type)
       SELECT gen_random_uuid(), v.hospital_id, v.id, 'n', v.ended_at, 'joined'
       FROM visit v, generate_series(1, 90) AS n WHERE v.process_forgotten_at IS NULL AND v.ended_at < ${'$1::timestamptz'} - interval '3 years'`,
      [now],
    ],
    ['VACUUM ANALYZE visit, patient, chat_message, call_event'],
  ]);
}

/** Drops what only speeds up reading, and returns the statements that create it again. */
async function dropIndexes(db: Pool, tables: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = ANY ($1::regclass[]) AND NOT i.indisunique AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await db.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
