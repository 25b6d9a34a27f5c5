import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { ClusterBus } from '../../../server/src/platform/realtime/cluster-bus.ts';
import { MessageSeal, type PageMessage } from '../../../server/src/platform/realtime/page-message.ts';
import { createTestDatabase, directUrlOf, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
const seal = new MessageSeal(randomBytes(32));

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The bus of an api process, and the sessions that the messages which it received name. */
async function openBus() {
  const received: string[] = [];
  const bus = new ClusterBus({
    url: directUrlOf(database),
    seal,
    log: createLogger({ name: 'test', level: 'silent' }),
    facts: () => Promise.resolve({ version: '0', clockOffsetSeconds: 0, diskFreeBytes: null, fileBucket: false }),
  });
  await bus.open({
    onMessage: ({ message }) => void (message.kind === 'session-dropped' && received.push(message.sessionId)),
    onGap: () => undefined,
    onCovered: () => undefined,
    onForgotten: () => undefined,
  });
  onTestFinished(() => bus.close());
  return { bus, received };
}

/** A transaction that has written, until the test ends. */
async function openTransaction(): Promise<pg.PoolClient> {
  const client = await database.admin.connect();
  await client.query('BEGIN');
  await client.query('SELECT pg_current_xact_id()');
  onTestFinished(async () => {
    await client.query('ROLLBACK');
    client.release();
  });
  return client;
}

const dropped = (sessionId: string): PageMessage => ({ kind: 'session-dropped', sessionId });
const store = (bus: ClusterBus, client: Pick<pg.PoolClient, 'query'>, name: string) =>
  bus.store((sql, values) => client.query(sql, values), [{ id: newId(), message: dropped(name) }]);

it('reads each message once while a long transaction runs, and those of the transaction after its commit', async () => {
  const [writer, reader] = [await openBus(), await openBus()];
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => statements.mockRestore());
  await openTransaction();
  const late = await openTransaction();
  await store(writer.bus, late, 'late');
  const names = Array.from({ length: 20 }, (_, n) => `session ${n}`);
  for (const name of names) {
    await store(writer.bus, database.admin, name);
    await reader.bus.read();
  }
  await late.query('COMMIT');
  await reader.bus.read();
  await reader.bus.read();
  expect(reader.received).toEqual([...names, 'late']);
  await writer.bus.read();
  const reads = statements.mock.calls.flatMap(([sql], call) =>
    String(sql).includes('JOIN page_message') ? [statements.mock.results[call]?.value as unknown] : [],
  );
  const rows = ((await Promise.all(reads)) as pg.QueryResult<{ id: string | null }>[]).flatMap((result) => result.rows);
  // By both processes.
  expect(rows.filter(({ id }) => id !== null)).toHaveLength(2 * (names.length + 1));
});

it('reads the messages of a transaction that began before the last read and those of one that began after it', async () => {
  const [writer, reader] = [await openBus(), await openBus()];
  const [first, second] = [await openTransaction(), await openTransaction()];
  await reader.bus.read();
  await store(writer.bus, second, 'second');
  await second.query('COMMIT');
  await reader.bus.read();
  await store(writer.bus, first, 'first');
  await first.query('COMMIT');
  await store(writer.bus, database.admin, 'third');
  await reader.bus.read();
  expect(reader.received).toEqual(['second', 'first', 'third']);
});

it('shares the next read among those who ask before it begins, also as soon as the one before has ended', async () => {
  const { bus } = await openBus();
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => statements.mockRestore());
  const running = bus.read();
  await Promise.all([bus.read(), running.then(() => bus.read())]);
  expect(statements.mock.calls.filter(([sql]) => String(sql).includes('JOIN page_message'))).toHaveLength(2);
});
