import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { sampleInsert, tenantTables, withoutReferences } from './sample-rows.ts';
import { beginRequest } from '../../support/request-key.ts';

let database: TestDatabase;
let app: pg.Pool;
let tables: string[];
const here = newId();
const elsewhere = newId();

beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  tables = await tenantTables(database.admin);
  await withoutReferences(database.admin, async (client) => {
    for (const hospital of [here, elsewhere]) {
      await client.query(
        `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
         VALUES ($1,$2,'{}','CN','Asia/Shanghai','en',now())`,
        [hospital, `h-${hospital.slice(-8)}`],
      );
      for (const table of tables) {
        const { sql, values } = await sampleInsert(database.admin, table, hospital);
        await client.query(sql, values);
      }
    }
  });
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

/** Runs a statement as the app’s role in a transaction of a hospital (null: of none); returns its result or error code. */
async function asApp(hospital: string | null, sql: string, values: unknown[] = []): Promise<pg.QueryResult | string> {
  const client = await app.connect();
  try {
    await client.query('BEGIN');
    if (hospital) await beginRequest(client, hospital);
    return await client.query(sql, values);
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function hasPrivilege(table: string, right: string): Promise<boolean> {
  const answer = await asApp(null, 'SELECT has_table_privilege($1, $2) AS may', [table, right]);
  return typeof answer !== 'string' && answer.rows[0]?.may === true;
}

const insufficientPrivilege = '42501';
const writtenForGood = '23000';

describe('tenant isolation by row-level security', () => {
  it('covers every table with rows of a hospital, for the owner too', async () => {
    expect(tables.length).toBeGreaterThan(25);
    const { rows } = await database.admin.query<{ name: string; policies: number }>(
      `SELECT c.relname AS name, (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity ORDER BY 1`,
    );
    expect(rows).toEqual(tables.map((name) => ({ name, policies: 1 })));
  });

  it('excludes only tables that belong to no hospital', async () => {
    const { rows } = await database.admin.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT (c.relname = ANY ($1)) ORDER BY 1`,
      [tables],
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'api_process',
      'file_bucket_claim',
      'hospital',
      'hospital_move',
      'last_outcome',
      'media_node',
      'operator',
      'operator_event',
      'operator_session',
      'page_message',
      'schema_migration',
      'text_code_total',
    ]);
  });

  it('shows a hospital only its own rows of every table', async () => {
    for (const table of tables) {
      const seen = await asApp(here, `SELECT DISTINCT hospital_id FROM ${table}`);
      expect([table, typeof seen === 'string' ? seen : seen.rows]).toEqual([table, [{ hospital_id: here }]]);
      const sought = await asApp(here, `SELECT 1 FROM ${table} WHERE hospital_id = $1`, [elsewhere]);
      expect([table, typeof sought === 'string' ? sought : sought.rowCount]).toEqual([table, 0]);
    }
  });

  it('shows nothing when no hospital or an unknown one is set', async () => {
    for (const hospital of [null, newId()]) {
      for (const table of tables) {
        const seen = await asApp(hospital, `SELECT 1 FROM ${table}`);
        expect([table, typeof seen === 'string' ? seen : seen.rowCount]).toEqual([table, 0]);
      }
    }
  });

  it('rejects inserting, changing, deleting or moving rows of another hospital', async () => {
    for (const table of tables) {
      const { sql, values } = await sampleInsert(database.admin, table, elsewhere);
      expect([table, await asApp(here, sql, values)]).toEqual([table, insufficientPrivilege]);

      if (await hasPrivilege(table, 'UPDATE')) {
        const handedOver = await asApp(here, `UPDATE ${table} SET hospital_id = $1`, [elsewhere]);
        // The trigger of an append-only table rejects the change before row-level security does.
        const refusals = [insufficientPrivilege, writtenForGood].map((code) => [table, code]);
        expect(refusals).toContainEqual([table, handedOver]);
        const changed = await asApp(here, `UPDATE ${table} SET hospital_id = hospital_id WHERE hospital_id = $1`, [
          elsewhere,
        ]);
        expect([table, typeof changed === 'string' ? changed : changed.rowCount]).toEqual([table, 0]);
      }
      const deleted = await asApp(here, `DELETE FROM ${table} WHERE hospital_id = $1`, [elsewhere]);
      const expected = (await hasPrivilege(table, 'DELETE')) ? 0 : insufficientPrivilege;
      expect([table, typeof deleted === 'string' ? deleted : deleted.rowCount]).toEqual([table, expected]);
    }
  });

  it('cannot be disabled by the app’s role', async () => {
    for (const sql of [
      'ALTER TABLE patient DISABLE ROW LEVEL SECURITY',
      'DROP POLICY tenant ON patient',
      'SET ROLE postgres',
      'SET row_security = off; SELECT 1 FROM patient',
      `COPY patient TO PROGRAM 'true'`,
      'TRUNCATE patient CASCADE',
    ]) {
      expect([sql, await asApp(here, sql)]).toEqual([sql, insufficientPrivilege]);
    }
  });
});

describe('append-only data', () => {
  it.each([
    'audit_event',
    'domain_event',
    'consent',
    'consent_text',
    'account_agreement',
    'note_version',
    'prescription_signature',
    'safety_check',
    'call_event',
  ])('in %s can be added, not changed or deleted', async (table) => {
    expect(await hasPrivilege(table, 'INSERT')).toBe(true);
    expect(await asApp(here, `UPDATE ${table} SET hospital_id = hospital_id`)).toBe(insufficientPrivilege);
    expect(await asApp(here, `DELETE FROM ${table}`)).toBe(insufficientPrivilege);
    expect(await asApp(here, `TRUNCATE ${table} CASCADE`)).toBe(insufficientPrivilege);
  });

  it('includes rows that may change but not be deleted: people, charts, visits, prescriptions', async () => {
    for (const table of ['account', 'patient', 'allergy', 'visit', 'note', 'prescription', 'review', 'session']) {
      expect([table, await hasPrivilege(table, 'UPDATE'), await hasPrivilege(table, 'DELETE')]).toEqual([
        table,
        true,
        false,
      ]);
    }
  });
});

it('every function of the schemas public and wall has a fixed search path', async () => {
  const { rows } = await database.admin.query<{ name: string; fixed: boolean }>(
    `SELECT p.oid::regprocedure::text AS name,
       EXISTS (SELECT 1 FROM unnest(p.proconfig) AS setting WHERE setting LIKE 'search_path=%') AS fixed
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname IN ('public', 'wall')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
     ORDER BY 1`,
  );
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ fixed }) => !fixed)).toEqual([]);
});
