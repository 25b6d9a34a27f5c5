import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestProofs } from '../../../server/src/platform/db/request-proof.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { requestKey } from '../../support/request-key.ts';
import { sampleInsert, withoutReferences } from './sample-rows.ts';

/**
 * An attacker runs their own SQL within a request of one hospital. They know everything public: hospital ids, the code, and what their own request
 * sent. They try to read a patient of the other hospital.
 */
const here = newId();
const elsewhere = newId();
let database: TestDatabase;
let attacker: pg.Client;
/** Another connection of the api, in a request of the other hospital. */
let victim: pg.Client;
/** The last proof of each connection. */
let ownProof: Buffer;
let victimProof: Buffer;

beforeAll(async () => {
  database = await createTestDatabase();
  await withoutReferences(database.admin, async (client) => {
    for (const hospital of [here, elsewhere]) {
      await client.query(
        `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
         VALUES ($1,$2,'{}','CN','Asia/Shanghai','en',now())`,
        [hospital, `h-${hospital.slice(-8)}`],
      );
      const { sql, values } = await sampleInsert(database.admin, 'patient', hospital);
      await client.query(sql, values);
    }
  });
  [attacker, victim] = [new pg.Client(database.appUrl), new pg.Client(database.appUrl)];
  await Promise.all([attacker.connect(), victim.connect()]);
  await victim.query('BEGIN');
  const proofs = new RequestProofs(requestKey);
  ({ proof: victimProof } = await proofs.next(victim, { hospitalId: elsewhere, sessionId: null, patientId: null }));
  await victim.query('SELECT begin_request($1, NULL, NULL, $2)', [elsewhere, victimProof]);
  expect((await victim.query('SELECT hospital_id FROM patient')).rows).toEqual([{ hospital_id: elsewhere }]);
});
afterAll(async () => {
  await Promise.all([attacker.end(), victim.end()]);
  await database.drop();
});

/** Begins a request of the attacker’s own hospital, as the api does. */
const ownProofs = new RequestProofs(requestKey);
async function beginOwn(): Promise<void> {
  await attacker.query(`SET lock_timeout = '1s'; BEGIN`);
  ({ proof: ownProof } = await ownProofs.next(attacker, { hospitalId: here, sessionId: null, patientId: null }));
  await attacker.query('SELECT begin_request($1, NULL, NULL, $2)', [here, ownProof]);
}

/** Runs statements in turn, whatever they return, and returns all rows as text and the codes of errors. */
async function runAll(statements: readonly string[]): Promise<string[]> {
  const seen: string[] = [];
  for (const sql of statements) {
    await attacker.query('SAVEPOINT before').catch(() => undefined);
    try {
      const results = [await attacker.query(sql)].flat() as pg.QueryResult[];
      for (const { rows } of results) seen.push(JSON.stringify(rows ?? []));
    } catch (error) {
      seen.push((error as { code: string }).code);
      await attacker.query('ROLLBACK TO before').catch(() => undefined);
    }
  }
  return seen;
}

const patientsQuery = 'SELECT hospital_id AS found FROM patient';
const other = () => `'${elsewhere}'`;
const hex = (proof: Buffer) => `'\\x${proof.toString('hex')}'`;
const begin = (proof: string) => `SELECT begin_request(${other()}, NULL, NULL, ${proof})`;
const set = (scope: boolean) => `SELECT set_config('app.hospital_id', ${other()}, ${scope})`;

const attacks: Record<string, () => string[]> = {
  'sets the setting for the transaction': () => [set(true), patientsQuery],
  'sets the setting for the session': () => [set(false), patientsQuery],
  'sets the setting within a query': () => [
    `SELECT p.hospital_id AS found FROM (SELECT ${set(true).slice(7)}) s, LATERAL (SELECT * FROM patient) p`,
  ],
  'sets the setting with SET LOCAL': () => [`SET LOCAL app.hospital_id = ${other()}`, patientsQuery],
  'writes the hospital in another way': () => [
    `SELECT set_config('app.hospital_id', '{' || upper(${other()}) || '}', true)`,
    patientsQuery,
  ],
  'begins again without a proof': () => [begin('NULL'), patientsQuery],
  'begins again with an invented proof': () => [begin(`sha256('guess')`), patientsQuery],
  'begins again with its own proof': () => [begin(hex(ownProof)), patientsQuery],
  'clears the setting and begins again': () => [
    `SELECT set_config('app.hospital_id', '', true)`,
    begin(hex(ownProof)),
    patientsQuery,
  ],
  'replays the proof of the other connection': () => [begin(hex(victimProof)), set(true), patientsQuery],
  'opens the session again and replays': () => ['SELECT open_session()', begin(hex(victimProof)), patientsQuery],
  'opens the session again and sets the setting': () => ['SELECT open_session()', set(true), patientsQuery],
  'resets everything and begins again': () => [
    'DISCARD SEQUENCES',
    'RESET ALL',
    begin(hex(victimProof)),
    set(true),
    patientsQuery,
  ],
  'ends the transaction and begins another': () => [
    'COMMIT',
    'BEGIN',
    set(true),
    begin(hex(victimProof)),
    patientsQuery,
  ],
  'ends the transaction and replays in the next': () => [
    'COMMIT',
    'BEGIN',
    begin(hex(ownProof)),
    set(true),
    patientsQuery,
  ],
  'chains transactions in one message': () => [`COMMIT; BEGIN; ${set(true)}; ${patientsQuery}`],
  'moves the seal': () => [
    `SELECT setval('wall.seal', uuid_hash_extended(${other()}, (date_part('epoch', now()) * 1000000)::bigint))`,
    set(true),
    patientsQuery,
  ],
  'reads the key and the seal': () => [
    'SELECT * FROM wall.request_key',
    `SELECT currval('wall.key_1'), currval('wall.key_2'), currval('wall.turn')`,
    'SELECT lastval()',
    'SELECT last_value FROM wall.key_1',
    `SELECT schemaname, last_value FROM pg_sequences WHERE schemaname = 'wall' AND last_value IS NOT NULL`,
    `SELECT pg_get_sequence_data('wall.key_1')`,
  ],
  'gives itself the key': () => [`UPDATE wall.request_key SET inner_pad = outer_pad`, 'TRUNCATE wall.request_key'],
  'enters by the owner’s function': () => [`SELECT wall.enter(${other()})`, patientsQuery],
  'becomes the owner': () => ['SET ROLE postgres', patientsQuery, 'SET SESSION AUTHORIZATION postgres', patientsQuery],
  'becomes the group or the operator': () => [
    'SET ROLE yunzhen_app',
    set(true),
    patientsQuery,
    'RESET ROLE',
    'SET LOCAL ROLE yunzhen_operator',
    'SET LOCAL ROLE yunzhen_operators',
    'SELECT email AS found FROM operator',
    'SELECT hospital AS found FROM hospital_counts(now())',
  ],
  'becomes another role by a setting': () => [`SELECT set_config('role', 'postgres', true)`, patientsQuery],
  'switches the wall off': () => [
    'SET LOCAL row_security = off',
    patientsQuery,
    'RESET row_security',
    `SET LOCAL session_replication_role = 'replica'`,
    'ALTER TABLE patient NO FORCE ROW LEVEL SECURITY',
    'ALTER ROLE CURRENT_USER BYPASSRLS',
    'DROP POLICY tenant ON patient',
    patientsQuery,
  ],
  'replaces the function that the wall asks': () => [
    `CREATE OR REPLACE FUNCTION current_hospital() RETURNS uuid LANGUAGE sql AS $$ SELECT ${other()}::uuid $$`,
    `CREATE FUNCTION pgboss.current_hospital() RETURNS uuid LANGUAGE sql AS $$ SELECT ${other()}::uuid $$`,
    `SET LOCAL search_path = pgboss, public`,
    patientsQuery,
  ],
  'shadows tables by temporary ones': () => [
    'CREATE TEMP TABLE session (id uuid)',
    'CREATE TEMP SEQUENCE seal',
    `SELECT set_config('search_path', 'pg_temp, public', true)`,
    patientsQuery,
  ],
  'shadows operators and functions by a schema of its own': () => [
    'CREATE SCHEMA mine',
    'CREATE FUNCTION public.date_part(text, timestamptz) RETURNS float8 LANGUAGE sql AS $$ SELECT 0 $$',
    `SET LOCAL search_path = public, pg_catalog`,
    patientsQuery,
  ],
  'calls what runs as the owner': () => [
    set(true),
    `SELECT * FROM forget_records(now() - interval '1 year', 10)`,
    `SELECT * FROM forget_process_records(now() - interval '1 year', 10)`,
    `SELECT * FROM forget_due_records(now() - interval '1 year', 10)`,
    `SELECT forget_rows('patient', 'true', 0)`,
    `SELECT hospital AS found FROM rooms_of_node(ARRAY[gen_random_uuid()], ARRAY[${other()}]::uuid[])`,
    `SELECT hospitals_with_work('any', now()) AS found`,
    `SELECT hospital_has_work('any', ${other()}, now())`,
    `SELECT hospital AS found FROM nightly_runs('forget-records')`,
    `SELECT finish_idle_nights('any', ARRAY[${other()}]::uuid[], ARRAY[now()], now()) AS found`,
    `SELECT hospital_has_night_work('any', ${other()}, now())`,
    `SELECT query_to_xml('SELECT hospital_id FROM patient', true, true, '')::text AS x`,
    `SELECT table_to_xml('patient', true, true, '')::text AS x`,
    `SELECT database_to_xml(true, true, '')::text AS x`,
  ],
  'copies rows out': () => [
    `COPY (SELECT hospital_id FROM patient) TO PROGRAM 'cat > /tmp/found'`,
    `COPY patient TO '/tmp/found'`,
    `SELECT pg_read_file('PG_VERSION')`,
    `SELECT lo_import('/etc/passwd')`,
  ],
  'reads what other connections do': () => [
    'SELECT query, application_name FROM pg_stat_activity',
    'SELECT statement, parameter_types FROM pg_prepared_statements',
    'SELECT name, statement FROM pg_cursors',
    'SELECT classid, objid FROM pg_locks',
    'SELECT * FROM pg_prepared_xacts',
  ],
  'reads what the planner knows': () => [
    `SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE tablename = 'patient'`,
    'SELECT * FROM pg_statistic',
    'SELECT * FROM pg_stats_ext_exprs',
  ],
  'looks through a function that tells what it sees': () => [
    `CREATE FUNCTION tell(uuid) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$`,
    `DO $$ DECLARE r record; BEGIN FOR r IN SELECT hospital_id FROM patient LOOP RAISE NOTICE '%', r; END LOOP; END $$`,
    'SELECT hospital_id AS found FROM patient WHERE 1 / (length(hospital_id::text) - 36) IS NULL',
  ],
  'learns by an index that an id is there': () => [
    `INSERT INTO patient SELECT * FROM patient`,
    `SELECT hospital_id AS found FROM patient TABLESAMPLE SYSTEM (100)`,
    `SELECT ctid, hospital_id AS found FROM patient`,
    `MERGE INTO patient p USING (SELECT 1) s ON true WHEN MATCHED THEN DO NOTHING RETURNING p.hospital_id AS found`,
  ],
  'locks, prepares and listens': () => [
    'LOCK TABLE patient IN ACCESS EXCLUSIVE MODE',
    `PREPARE TRANSACTION 'mine'`,
    'LISTEN anything',
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'`,
    `PREPARE q AS ${patientsQuery}`,
    set(true),
    'EXECUTE q',
  ],
  'makes a view, a rule or a trigger': () => [
    `CREATE VIEW found AS ${patientsQuery}`,
    'CREATE MATERIALIZED VIEW found AS SELECT * FROM patient',
    'CREATE TRIGGER tell AFTER INSERT ON patient EXECUTE FUNCTION refuse_while_closing()',
    'CREATE RULE tell AS ON INSERT TO session DO ALSO SELECT * FROM patient',
    'CREATE EXTENSION dblink',
    `CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw`,
  ],
};

describe('an attacker’s SQL within a request of another hospital', () => {
  it.each(Object.entries(attacks))('finds nothing when it %s', async (_what, statements) => {
    await beginOwn();
    const notices: string[] = [];
    const listen = ({ message }: { message?: string | undefined }) => void notices.push(message ?? '');
    attacker.on('notice', listen);
    const seen = await runAll(statements());
    attacker.off('notice', listen);
    // Some attacks end the transaction; the next request starts on a new connection.
    await attacker.end();
    attacker = new pg.Client(database.appUrl);
    await attacker.connect();
    const patients = await database.admin.query('SELECT id FROM patient WHERE hospital_id = $1', [elsewhere]);
    const said = [...seen, ...notices].join('\n').toLowerCase();
    expect(said).not.toContain(`"found":"${elsewhere}`);
    expect(said).not.toContain(patients.rows[0].id);
    expect(said).not.toContain(victimProof.toString('hex'));
    if (!statements().some((sql) => sql.includes(elsewhere))) expect(said).not.toContain(elsewhere);
  });

  it('is tested with more than twenty-five statements, and permitted ones return rows of the own hospital', async () => {
    expect(Object.values(attacks).flatMap((statements) => statements()).length).toBeGreaterThan(25);
    await beginOwn();
    expect(await runAll([patientsQuery])).toEqual([JSON.stringify([{ found: here }])]);
    await attacker.query('ROLLBACK');
  });
});

describe('a request of the database session', () => {
  it('begins once per transaction, even with a valid proof for the other hospital', async () => {
    await beginOwn();
    await attacker.query(`SELECT set_config('app.hospital_id', '', true)`);
    const { proof } = await ownProofs.next(attacker, { hospitalId: elsewhere, sessionId: null, patientId: null });
    const again = attacker.query('SELECT begin_request($1, NULL, NULL, $2)', [elsewhere, proof]);
    await expect(again).rejects.toThrow('a request has begun in this transaction');
    await attacker.query('ROLLBACK');
  });

  it('accepts a proof once, for its hospital, session and patient only', async () => {
    const client = new pg.Client(database.appUrl);
    await client.connect();
    const proofs = new RequestProofs(requestKey);
    const asks = { hospitalId: here, sessionId: newId(), patientId: newId() };
    const ask = async (hospital: string, session: string | null, patient: string | null, proof: Buffer) => {
      await client.query('BEGIN');
      const answer = await client
        .query('SELECT begin_request($1, $2, $3, $4) AS live', [hospital, session, patient, proof])
        .then(
          ({ rows }) => rows[0].live,
          (error: { code: string }) => error.code,
        );
      await client.query('ROLLBACK');
      return answer;
    };
    const { proof } = await proofs.next(client, asks);
    expect(await ask(elsewhere, asks.sessionId, asks.patientId, proof)).toBe('42501');
    expect(await ask(here, null, asks.patientId, proof)).toBe('42501');
    expect(await ask(here, asks.sessionId, null, proof)).toBe('42501');
    // The session does not exist; only a valid proof shows this.
    expect(await ask(here, asks.sessionId, asks.patientId, proof)).toBe(false);
    expect(await ask(here, asks.sessionId, asks.patientId, proof)).toBe('42501');
    await client.end();
  });

  it('with a proof of a key that the database does not have is rejected', async () => {
    const client = new pg.Client(database.appUrl);
    await client.connect();
    await client.query('BEGIN');
    const asks = { hospitalId: here, sessionId: null, patientId: null };
    const { proof } = await new RequestProofs(Buffer.alloc(32)).next(client, asks);
    const begun = client.query('SELECT begin_request($1, NULL, NULL, $2)', [here, proof]);
    await expect(begun).rejects.toThrow('the proof of this request is refused');
    await client.end();
  });
});
