import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CertificatesRepository } from '../../../server/src/api/signing/certificates/certificates.repository.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { beginRequest } from '../../support/request-key.ts';
import { sampleInsert, tenantTables, withoutReferences } from './sample-rows.ts';

/** Tables that grow with staff and settings of a hospital, not with its patients: reading all of its rows is cheap. */
const small = new Set([
  'account_agreement',
  'chat_attachment_scan',
  'clinical_rule',
  'consent_text',
  'department',
  'hospital_brand',
  'hospital_list',
  'hospital_list_activation',
  'knowledge_activation',
  'knowledge_decision',
  'knowledge_release',
  'nightly_run',
  'open_page',
  'pharmacy',
  'pharmacy_dispenser',
  'practitioner',
  'practitioner_department',
  'practitioner_pause',
  'practitioner_presence',
  'record_hold',
  'signing_credential',
  'staff_application',
  'staff_invitation',
]);
const installation = '00000000-0000-0000-0000-000000000000';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

interface Explained {
  'Query Text': string;
  Plan: Plan;
}

let database: TestDatabase;
let tables: string[];
const hospital = newId();
const patient = newId();

/** Tables without a row of the patient: one would keep the record, or has no room for it. */
const without = new Set(['appointment', 'record_hold', 'session']);

beforeAll(async () => {
  database = await createTestDatabase();
  tables = await tenantTables(database.admin);
  await withoutReferences(database.admin, async (client) => {
    await client.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
       VALUES ($1, 'plans', '{}', 'CN', 'Asia/Shanghai', 'en', now())`,
      [hospital],
    );
    for (const table of tables) {
      const { sql, values } = await sampleInsert(database.admin, table, hospital);
      await client.query(sql, values);
    }
    await client.query('UPDATE patient SET id = $1', [patient]);
    await client.query(
      `UPDATE visit SET patient_id = $1, status = 'completed', created_at = now() - interval '16 years', ended_at = now() - interval '16 years'`,
      [patient],
    );
    await client.query('UPDATE prescription SET visit_id = (SELECT id FROM visit)');
    await client.query(
      `UPDATE call_session SET visit_id = (SELECT id FROM visit), closed_at = now() - interval '16 years', quality_packed_at = NULL`,
    );
    for (const [column, parent] of [
      ['patient_id', 'patient'],
      ['visit_id', 'visit'],
      ['prescription_id', 'prescription'],
    ])
      for (const table of await tablesWith(client, `${column}`))
        // A table that has room for one of them refuses the second.
        await client.query(`UPDATE ${table} SET ${column} = (SELECT id FROM ${parent})`).catch(() => undefined);
  });
});
afterAll(() => database.drop());

async function tablesWith(client: PoolClient, column: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attrelid::regclass::text AS name FROM pg_attribute WHERE attname = $1 AND NOT attisdropped AND attrelid::regclass::text = ANY ($2)`,
    [column, tables.filter((table) => !without.has(table))],
  );
  return rows.map(({ name }) => name);
}

/**
 * Runs work as the app in a transaction of that hospital, which is rolled back. Returns the plan of every statement: those within functions and the
 * checks of foreign keys as well. Sequential scans count as too expensive, so one is left only where there is no index.
 */
async function plansOf(of: string, work: (client: PoolClient) => Promise<unknown>): Promise<Explained[]> {
  const client = await database.admin.connect();
  const plans: Explained[] = [];
  client.on('notice', ({ message = '' }) => {
    const [, json] = /^duration: [\d.]+ ms {2}plan:\n([^]*)$/.exec(message) ?? [];
    if (json) plans.push(JSON.parse(json) as Explained);
  });
  try {
    await client.query(`LOAD 'auto_explain'`);
    for (const setting of [
      'auto_explain.log_min_duration = 0',
      'auto_explain.log_nested_statements = on',
      'auto_explain.log_format = json',
      'auto_explain.log_level = notice',
      'enable_seqscan = off',
      `session authorization ${new URL(database.appUrl).username}`,
    ])
      await client.query(`SET ${setting}`);
    await client.query('BEGIN');
    await beginRequest(client, of);
    await work(client);
    return plans;
  } finally {
    await client.query('ROLLBACK');
    client.release(true);
  }
}

/** Returns the large tables that a plan reads as a whole. */
function fullScans({ 'Query Text': query, Plan: plan }: Explained): string[] {
  const { 'Node Type': type, 'Relation Name': relation = '', Plans: parts = [] } = plan;
  const isFull = type === 'Seq Scan' && tables.includes(relation) && !small.has(relation);
  const own = isFull ? [`${relation}: ${query.replaceAll(/\s+/g, ' ').trim().slice(0, 160)}`] : [];
  return [...own, ...parts.flatMap((part) => fullScans({ 'Query Text': query, Plan: part }))];
}

/** Whether one of the plans looks rows up in this index by more than the hospital. */
const isFoundBy = (plans: readonly Explained[], index: string, column: string) =>
  plans.some(({ Plan: plan }) =>
    new RegExp(`"Index Name":"${index}"[^}]*"Index Cond":"[^"]*\\(${column} <`).test(JSON.stringify(plan)),
  );
const statementsOn = (plans: readonly Explained[], table: string) =>
  plans.filter(({ Plan: plan }) => JSON.stringify(plan).includes(`"Relation Name":"${table}"`));

describe('a nightly statement', () => {
  it('that deletes a record reads no large table as a whole, nor do the checks of its foreign keys', async () => {
    const plans = await plansOf(hospital, async (client) => {
      const { rows } = await client.query('SELECT records FROM forget_due_records(now(), 20)');
      expect(rows).toEqual([{ records: 1 }]);
    });
    expect(statementsOn(plans, 'visit').length).toBeGreaterThan(5);
    expect(isFoundBy(plans, 'patient_record_due', 'record_due_at')).toBe(true);
    expect([...new Set(plans.flatMap(fullScans))]).toEqual([]);
  });

  it('that notes when records are looked at again reads no large table as a whole', async () => {
    await database.admin.query(`UPDATE patient SET record_due_at = now() + interval '1 day' WHERE id = $1`, [patient]);
    const plans = await plansOf(hospital, (client) => client.query('SELECT * FROM forget_due_records(now(), 20)'));
    await database.admin.query(`UPDATE patient SET record_due_at = '2000-01-01' WHERE id = $1`, [patient]);
    expect(statementsOn(plans, 'patient').length).toBeGreaterThan(0);
    expect([...new Set(plans.flatMap(fullScans))]).toEqual([]);
  });

  it('that deletes chats and call records reads no large table as a whole', async () => {
    const plans = await plansOf(hospital, async (client) => {
      const { rows } = await client.query<{ visits: number }>('SELECT visits FROM forget_process_records(now(), 200)');
      expect(rows[0]?.visits).toBeGreaterThan(0);
    });
    expect(statementsOn(plans, 'chat_message').length).toBeGreaterThan(0);
    expect(isFoundBy(plans, 'visit_process_due', 'ended_at')).toBe(true);
    expect([...new Set(plans.flatMap(fullScans))]).toEqual([]);
  });

  it('that packs samples of call quality reads no large table as a whole', async () => {
    const plans = await plansOf(hospital, async (client) => {
      const { rows } = await client.query('SELECT sessions FROM pack_call_quality(now(), 200)');
      expect(rows).toEqual([{ sessions: 1 }]);
    });
    expect(statementsOn(plans, 'call_quality_sample').length).toBeGreaterThan(0);
    expect(isFoundBy(plans, 'call_session_to_pack', 'closed_at')).toBe(true);
    expect([...new Set(plans.flatMap(fullScans))]).toEqual([]);
  });

  it('that finds certificates to renew reads no large table as a whole', async () => {
    const plans = await plansOf(hospital, (client) => {
      const query = async (sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows;
      const tx = { hospitalId: hospital, now: new Date(), query } as unknown as Tx;
      return new CertificatesRepository().endingBefore(tx, new Date(Date.now() + 30 * DAY_MS));
    });
    expect(plans.length).toBeGreaterThan(0);
    expect([...new Set(plans.flatMap(fullScans))]).toEqual([]);
  });

  it('that looks for the hospitals of the night reads no large table as a whole', async () => {
    const plans = await plansOf(installation, (client) => client.query(`SELECT * FROM nightly_runs('forget-records')`));
    expect([...new Set(plans.flatMap(fullScans))]).toEqual([]);
  });
});

it('the search for idle nights reads no large table as a whole', async () => {
  // Nothing is due.
  await database.admin.query(`UPDATE patient SET record_due_at = now() + interval '1 day'`);
  await database.admin.query('UPDATE visit SET process_forgotten_at = now()');
  await database.admin.query('UPDATE call_session SET quality_packed_at = now()');
  for (const name of ['forget-process-records', 'forget-records', 'pack-call-quality']) {
    const plans = await plansOf(installation, async (client) => {
      const { rows } = await client.query(`SELECT finish_idle_nights($1, ARRAY[$2]::uuid[], ARRAY[now()], now())`, [
        name,
        hospital,
      ]);
      expect(rows).toHaveLength(1);
    });
    expect(statementsOn(plans, 'nightly_run').length).toBeGreaterThan(0);
    expect([name, [...new Set(plans.flatMap(fullScans))]]).toEqual([name, []]);
  }
});

it('the search for hospitals with work reads no large table as a whole', async () => {
  for (const name of [
    'deliver-due-messages',
    'expire-prescriptions',
    'return-abandoned-reviews',
    'roll-up-figures',
    'seal-audit-chains',
    'tend-appointments',
    'tend-waiting-rooms',
  ]) {
    const plans = await plansOf(installation, (client) =>
      client.query('SELECT hospitals_with_work($1, now())', [name]),
    );
    expect([name, [...new Set(plans.flatMap(fullScans))]]).toEqual([name, []]);
  }
});
