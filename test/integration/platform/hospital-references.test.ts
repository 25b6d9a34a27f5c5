import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HospitalReferences1764003311000 } from '../../../migrations/1764003311000-hospital-references.ts';
import { createOwnerDataSource } from '../../../server/src/platform/db/data-source.ts';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import { knownMigrations } from '../../../server/src/platform/db/migrations.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { accessOf } from '../../support/request-key.ts';
import { sampleInsert, tenantTables, withoutReferences } from './sample-rows.ts';

/** A foreign key between two tables with rows of a hospital. */
interface Reference {
  name: string;
  child: string;
  parent: string;
  /** The child’s columns by the parent’s columns. */
  pairs: Record<string, string>;
  checked: boolean;
}

const here = newId();
const elsewhere = newId();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await withoutReferences(database.admin, async (client) => {
    for (const hospital of [here, elsewhere]) {
      await client.query(
        `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
         VALUES ($1,$2,'{}','CN','Asia/Shanghai','en',now())`,
        [hospital, `h-${hospital.slice(-8)}`],
      );
      for (const table of await tenantTables(database.admin)) {
        const { sql, values } = await sampleInsert(database.admin, table, hospital);
        await client.query(sql, values);
      }
    }
  });
});
afterAll(() => database.drop());

/** Reads the references from the catalogue, which covers tables added later. */
async function references(): Promise<Reference[]> {
  const { rows } = await database.admin.query<Reference>(
    `SELECT c.conname AS name, c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent, c.convalidated AS checked,
       (SELECT json_object_agg(a.attname, b.attname ORDER BY k.n) FROM unnest(c.conkey, c.confkey) WITH ORDINALITY k(own, other, n)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other) AS pairs
     FROM pg_constraint c WHERE c.contype = 'f'
       AND c.conrelid::regclass::text = ANY ($1) AND c.confrelid::regclass::text = ANY ($1) ORDER BY 2, 1`,
    [await tenantTables(database.admin)],
  );
  return rows;
}

/** Returns the error that the tables’ owner gets when one hospital’s row references another’s. Only this key is checked. */
async function point({ name, child, parent, pairs }: Reference, hospital: string): Promise<string> {
  const client = await database.admin.connect();
  try {
    await client.query(`BEGIN; ALTER TABLE ${child} DISABLE TRIGGER USER`);
    await dropOthers(client, child, name);
    const columns = Object.entries(pairs).filter(([own]) => own !== 'hospital_id');
    const { rowCount } = await client.query(
      `UPDATE ${child} c SET ${columns.map(([own, other]) => `${own} = p.${other}`).join(', ')}
       FROM ${parent} p WHERE p.hospital_id = $1 AND c.hospital_id = $2`,
      [hospital, here],
    );
    return `${rowCount} changed`;
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint: string };
    return `${code} ${constraint}`;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function dropOthers(client: PoolClient, table: string, kept: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'f') AND conname <> $2`,
    [table, kept],
  );
  for (const { name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
}

describe('references between tables of a hospital', () => {
  it('all include the hospital: FOREIGN KEY (hospital_id, …) REFERENCES … (hospital_id, …)', async () => {
    const all = await references();
    expect(all.length).toBeGreaterThan(170);
    const loose = all.filter(({ pairs, checked }) => pairs['hospital_id'] !== 'hospital_id' || !checked);
    expect(loose).toEqual([]);
  });

  it('cannot point to a row of another hospital, even for the owner of the tables', async () => {
    for (const reference of await references()) {
      const { name } = reference;
      expect([name, await point(reference, here)]).toEqual([name, '1 changed']);
      expect([name, await point(reference, elsewhere)]).toEqual([name, `23503 ${name}`]);
    }
  });

  it('cannot be broken by moving a row to another hospital', async () => {
    const { admin } = database;
    await admin.query('ALTER TABLE visit_attendance DISABLE TRIGGER USER');
    await admin.query('UPDATE visit_attendance a SET visit_id = v.id FROM visit v WHERE v.hospital_id = a.hospital_id');
    for (const table of ['visit', 'visit_attendance']) {
      const moved = admin.query(`UPDATE ${table} SET hospital_id = $1 WHERE hospital_id = $2`, [elsewhere, here]);
      await expect(moved).rejects.toMatchObject({ code: '23503' });
    }
  });

  it('are set to null when the referenced row may be deleted', async () => {
    const { admin } = database;
    await admin.query(
      'UPDATE message_delivery d SET notification_id = n.id FROM notification n WHERE n.hospital_id = d.hospital_id',
    );
    await admin.query('DELETE FROM notification WHERE hospital_id = $1', [here]);
    const { rows } = await admin.query(
      'SELECT hospital_id, notification_id IS NULL AS none FROM message_delivery ORDER BY none',
    );
    expect(rows).toEqual([
      { hospital_id: elsewhere, none: false },
      { hospital_id: here, none: true },
    ]);
  });
});

/** Restores keys without the hospital, as an interrupted run leaves them, and returns a function that completes the migration. */
async function interrupted(): Promise<{ db: TestDatabase; migrateOn: () => Promise<void> }> {
  const db = await createTestDatabase();
  await db.admin.query(`
    ALTER TABLE visit DROP CONSTRAINT visit_patient_id_hospital_fkey, ADD CONSTRAINT visit_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patient;
    ALTER TABLE note ADD CONSTRAINT note_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit;
    ALTER TABLE intake_picture DROP CONSTRAINT intake_picture_draft_id_hospital_fkey,
      ADD CONSTRAINT intake_picture_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES intake_draft;
    UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'intake_draft_hospital_id_id_key'::regclass;
  `);
  const migrateOn = async () => {
    const source = await (await createOwnerDataSource(db.adminUrl)).initialize();
    const runner = source.createQueryRunner();
    await new HospitalReferences1764003311000().up(runner);
    await source.destroy();
  };
  return { db, migrateOn };
}

async function keysOf(db: TestDatabase): Promise<string[]> {
  const { rows } = await db.admin.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE contype = 'f' AND convalidated
     AND conname ~ '^(visit_patient_id|note_visit_id|intake_picture_draft_id)(_hospital)?_fkey$' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
const replaced = [
  'intake_picture_draft_id_hospital_fkey',
  'note_visit_id_hospital_fkey',
  'visit_patient_id_hospital_fkey',
];

describe('the migration of references', () => {
  it('continues after an interrupted run', async () => {
    const { db, migrateOn } = await interrupted();
    await migrateOn();
    expect(await keysOf(db)).toEqual(replaced);
    await db.drop();
  });

  it('does not block reads and writes while it waits for a lock', async () => {
    const { db, migrateOn } = await interrupted();
    const holder = await db.admin.connect();
    await holder.query('BEGIN; SELECT FROM note');
    const migrated = migrateOn();
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await expect.poll(async () => (await db.admin.query(waiting)).rowCount).toBe(1);
    // Waits behind the waiting migration until that stops waiting.
    await db.admin.query('UPDATE note SET version = version');
    expect(await keysOf(db)).toContain('note_visit_id_fkey');
    await holder.query('COMMIT');
    holder.release();
    await migrated;
    expect(await keysOf(db)).toEqual(replaced);
    await db.drop();
  });

  it('runs once when several programs migrate at the same moment', async () => {
    const db = await createTestDatabase('template1');
    const ran = await Promise.all([1, 2, 3].map(() => migrate(db.adminUrl, accessOf(db.appUrl))));
    expect(ran.sort((a, b) => a - b)).toEqual([0, 0, (await knownMigrations()).length]);
    await db.drop();
  });
});
