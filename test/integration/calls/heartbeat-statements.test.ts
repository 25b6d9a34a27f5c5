import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MediaNodesRepository } from '../../../server/src/api/calls/nodes/media-nodes.repository.ts';
import { MediaNodesService } from '../../../server/src/api/calls/nodes/media-nodes.service.ts';
import { CallRoomsRepository } from '../../../server/src/api/calls/rooms/call-rooms.repository.ts';
import { entities } from '../../../server/src/api/entities.ts';
import { createDataSource, poolOf, type Database } from '../../../server/src/platform/db/data-source.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { MovableClock } from '../../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { requestKey } from '../../support/request-key.ts';
import { sampleInsert, withoutReferences } from '../platform/sample-rows.ts';

const nodeId = 'node-a';
const incarnation = randomUUID();

let database: TestDatabase;
let source: Database;
let service: MediaNodesService;
/** What was sent on the only connection. */
const sent: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource({ url: database.appUrl, poolSize: 1, entities, requestKey }).initialize();
  await record(source);
  const transactions = new Transactions(source, new MovableClock());
  service = new MediaNodesService({
    transactions,
    nodes: new MediaNodesRepository(),
    rooms: new CallRoomsRepository(),
    clock: new MovableClock(),
    log: createLogger({ name: 'test', level: 'silent' }),
  });
  // The first transaction of a connection opens its session for requests.
  await service.list();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(() => {
  sent.length = 0;
});

async function record(of: Database): Promise<void> {
  const client: PoolClient = await poolOf(of).connect();
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    const [first] = given as [string | { text: string }];
    sent.push(typeof first === 'string' ? first : first.text);
    return query(...given);
  }) as PoolClient['query'];
  client.release();
}

/** Returns what a transaction does between its beginning and its end. */
const statements = () => sent.filter((sql) => !/^(START TRANSACTION|BEGIN|COMMIT)/i.test(sql));

/** Creates hospitals with a call on the node each; returns its visit. */
async function calls(hospitals: number): Promise<string[]> {
  const ids = Array.from({ length: hospitals }, newId);
  const visits: string[] = [];
  await withoutReferences(database.admin, async (client) => {
    for (const id of ids) {
      await client.query(
        `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at)
         VALUES ($1, $2, '{}', 'CN', 'Asia/Shanghai', 'en', now())`,
        [id, `h-${id.slice(-12)}`],
      );
      const { sql, values } = await sampleInsert(database.admin, 'visit', id);
      const { rows } = await client.query<{ id: string }>(`${sql} RETURNING id`, values);
      visits.push(...rows.map((row) => row.id));
    }
    await client.query(`UPDATE visit SET status = 'in-progress', media_node_id = $1 WHERE id = ANY ($2)`, [
      nodeId,
      visits,
    ]);
  });
  return visits;
}

const beat = (visitIds: string[], draining = false) =>
  service.heartbeat(
    nodeId,
    {
      url: 'http://node-a.test:8081',
      controlUrl: 'http://node-a.test:8081',
      incarnation,
      routerRtpCapabilities: {},
      workers: 2,
      rooms: 0,
      participants: 0,
      load: 0.1,
      freeVisits: 100,
      draining,
      visitIds,
    } as Parameters<MediaNodesService['heartbeat']>[1],
    'shared',
  );

it.each([1, 20])('a heartbeat takes three statements with calls of %i hospitals, known or not', async (hospitals) => {
  const visits = await calls(hospitals);
  // The first finds the hospitals, the second knows them, the third comes from a node that drains.
  for (const draining of [false, false, true]) {
    sent.length = 0;
    const { orders } = await beat(visits, draining);
    expect(orders.map(({ visitId, room }) => [visitId, room?.phase])).toEqual(visits.map((id) => [id, 'open']));
    expect(statements()).toHaveLength(3);
  }
});

it('rooms of a hospital whose rows fail stay as they are, and the others get their orders', async () => {
  const [failing = '', ...others] = await calls(3);
  const unknown = randomUUID();
  await database.admin.query(`
    CREATE FUNCTION fail_for(visit uuid) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
      IF visit = '${failing}' THEN RAISE EXCEPTION 'a row that no one can read'; END IF;
      RETURN true;
    END $$;
    CREATE POLICY failing ON visit AS RESTRICTIVE USING (fail_for(id))`);
  try {
    const { orders } = await beat([failing, ...others]);
    expect(orders.map(({ visitId, room }) => [visitId, room?.phase])).toEqual(others.map((id) => [id, 'open']));
    // It could belong to the hospital that failed.
    expect((await beat([failing, unknown])).orders).toEqual([]);
  } finally {
    await database.admin.query('DROP POLICY failing ON visit; DROP FUNCTION fail_for');
  }
  const answer = await beat([failing, unknown]);
  expect(answer.orders.map(({ visitId, room }) => [visitId, room?.phase])).toEqual([
    [failing, 'open'],
    [unknown, undefined],
  ]);
});
