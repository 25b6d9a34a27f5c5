import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditRepository, type AuditFilter } from '../../../server/src/api/administration/audit/audit.repository.ts';
import { MediaNodesRepository } from '../../../server/src/api/calls/nodes/media-nodes.repository.ts';
import { BreakGlassRepository } from '../../../server/src/api/chart/break-glass/break-glass.repository.ts';
import { TimelineRepository } from '../../../server/src/api/chart/timeline/timeline.repository.ts';
import { ChainReader } from '../../../server/src/platform/audit-chain/chain-reader.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { beginRequest } from '../../support/request-key.ts';
import { withoutReferences } from '../platform/sample-rows.ts';

let database: TestDatabase;
const hospital = newId();
const people = Array.from({ length: 40 }, () => newId());
const [somebody = ''] = people;
const patients = Array.from({ length: 400 }, () => newId());
const [patient = ''] = patients;
const rows = 8_000;

beforeAll(async () => {
  database = await createTestDatabase();
  await withoutReferences(database.admin, async (client) => {
    await client.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
       VALUES ($1, 'plans', '{}', 'CN', 'Asia/Shanghai', 'en', now())`,
      [hospital],
    );
    const each = `now() - ($2::int - n) * interval '1 minute'`;
    const oneOf = (list: string) => `(${list}::uuid[])[1 + n % cardinality(${list}::uuid[])]`;
    await client.query(
      `INSERT INTO audit_event (id, hospital_id, at, action, outcome, actor_account_id, actor_roles, entity, patient_id, request_id, details)
       SELECT gen_random_uuid(), $1, ${each}, 'visit.read', 'done', ${oneOf('$3')}, '{}', 'visit', ${oneOf('$4')}, 'test', '{}' FROM generate_series(1, $2::int) n`,
      [hospital, rows, people, patients],
    );
    await client.query(
      `INSERT INTO domain_event (id, hospital_id, at, type, entity_id, facts)
       SELECT gen_random_uuid(), $1, ${each}, 'visit.completed', ${oneOf('$3')}, '{}' FROM generate_series(1, $2::int) n`,
      [hospital, rows, people],
    );
    await client.query('ANALYZE audit_event, domain_event');
  });
});
afterAll(() => database.drop());

/** Returns the plan of the work's statements as the app's role would run them. */
async function planOf(work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const client: PoolClient = await database.admin.connect();
  const lines: string[] = [];
  const query = async (sql: string, values: readonly unknown[] = []) => {
    const plan = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) ${sql}`, [...values]);
    lines.push(...plan.rows.map((row) => row['QUERY PLAN']));
    return [];
  };
  try {
    await client.query(`SET session authorization ${new URL(database.appUrl).username}`);
    await client.query('BEGIN');
    await beginRequest(client, hospital);
    await work({ hospitalId: hospital, now: new Date(), query } as unknown as Tx);
    return lines.join('\n');
  } finally {
    client.release(true);
  }
}

const everything: AuditFilter = {
  action: null,
  outcome: null,
  without: null,
  actorId: null,
  actor: null,
  patientId: null,
  address: null,
  from: null,
  to: null,
  order: 'desc',
  after: null,
  limit: 50,
};
const listed = (change: Partial<AuditFilter>) => (tx: Tx) =>
  new AuditRepository().list(tx, { ...everything, ...change });
const unlinked = (source: 'audit' | 'event') => (tx: Tx) =>
  new ChainReader().entries(tx, source, { at: hourAgo().toISOString(), id: newId() }, 100);
/** As the sealing and the job of every minute ask for new entries. */
const writtenSince = (table: string) => (tx: Tx) =>
  tx.query(`SELECT id FROM ${table} WHERE hospital_id = $1 AND written_in >= 5 AND written_in < 9`, [hospital]);
const hourAgo = () => new Date(Date.now() - 3_600_000);

describe('the audit is read by an index', () => {
  it.each<[what: string, index: string, work: (tx: Tx) => Promise<unknown>]>([
    ['of all, newest first', 'Scan Backward using audit_event_by_time', listed({})],
    ['of all, oldest first', 'Scan using audit_event_by_time', listed({ order: 'asc' })],
    [
      'of all, after an entry',
      'Scan Backward using audit_event_by_time',
      listed({ after: { at: hourAgo(), id: newId() } }),
    ],
    ['of a patient', 'audit_event_of_patient', listed({ patientId: patient })],
    ['of a person', 'audit_event_by_actor', listed({ actorId: somebody })],
    [
      'for the looks at a record',
      'audit_event_of_patient',
      (tx) => new TimelineRepository().looks(tx, patient, newId(), 20, null),
    ],
    [
      'for searches in an emergency',
      'audit_event_by_actor',
      (tx) => new BreakGlassRepository().searchesSince(tx, somebody, hourAgo()),
    ],
    [
      'of events of the last hour',
      'domain_event_by_time',
      (tx) => new MediaNodesRepository().endedSince(tx, hourAgo()),
    ],
    ['for entries without a link', 'audit_event_by_time', unlinked('audit')],
    ['for events without a link', 'domain_event_by_time', unlinked('event')],
    ['for new entries', 'audit_event_by_transaction', writtenSince('audit_event')],
    ['for new events', 'domain_event_by_transaction', writtenSince('domain_event')],
  ])('%s', async (_what, index, work) => {
    const plan = await planOf(work);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (audit|domain)_event/);
  });
});

it('indexes need few bytes for an entry when entries arrive in order', async () => {
  const size = `SELECT (pg_relation_size($1::regclass) / $2::int)::int AS bytes`;
  for (const [index, most] of [
    // An entry has 24 bytes of values and 12 of its own, in nine tenths of each page. Half empty pages need 72.
    ['audit_event_by_time', 50],
    ['domain_event_by_time', 50],
    // Entries of one patient share one of the index, with 6 bytes each.
    ['audit_event_of_patient', 20],
  ] as const) {
    const found = await database.admin.query<{ bytes: number }>(size, [index, rows]);
    expect(found.rows[0]?.bytes, index).toBeLessThan(most);
  }
});
