import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedServer } from '../../../server/src/platform/db/embedded-postgres.ts';
import { migrate } from '../../../server/src/platform/db/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { ClusterBus } from '../../../server/src/platform/realtime/cluster-bus.ts';
import { MessageSeal } from '../../../server/src/platform/realtime/page-message.ts';
import { makeDatabaseFolder } from '../../support/database-folder.ts';
import { TcpProxy } from '../../support/impairment/tcp-proxy.ts';
import { accessOf } from '../../support/request-key.ts';

const host = '127.0.0.1';
const log = createLogger({ name: 'test', level: 'silent' });
const seal = new MessageSeal(randomBytes(32));
let folder: string;
let primary: EmbeddedServer;
/** Has nothing of what the primary wrote after it was copied. */
let standby: EmbeddedServer;

const start = (name: string) =>
  startEmbeddedPostgres({
    folder: join(folder, name),
    passwords: { admin: 'test-admin', app: 'test-app' },
    log,
    throwAway: true,
  });

beforeAll(async () => {
  folder = await makeDatabaseFolder();
  primary = await start('primary');
  await primary.createDatabase('yunzhen');
  await migrate(primary.adminUrl('yunzhen'), accessOf(primary.appUrl('yunzhen')));
  await primary.stop();
  await promisify(execFile)('cp', ['-a', join(folder, 'primary'), join(folder, 'standby')]);
  [primary, standby] = [await start('primary'), await start('standby')];
}, 300_000);
afterAll(async () => {
  await Promise.all([primary.stop(), standby.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** What leads clients to the server that is primary now. */
const leadTo = (server: EmbeddedServer, port: number) =>
  TcpProxy.start({ listen: { host, port }, target: { host, port: Number(new URL(server.adminUrl('yunzhen')).port) } });

function busAt(url: string) {
  const facts = { version: '0', clockOffsetSeconds: 0, diskFreeBytes: null, fileBucket: false };
  return new ClusterBus({ url, seal, log, facts: () => Promise.resolve(facts) });
}

async function adminOf(server: EmbeddedServer): Promise<pg.Client> {
  const client = new pg.Client(server.adminUrl('yunzhen'));
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function useNumbers(client: pg.Client, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await client.query('SELECT pg_current_xact_id()');
}

it('publishes changes that have the numbers of lost transactions after a failover, and knows no position of before', async () => {
  let way = await leadTo(primary, 0);
  onTestFinished(() => way.close());
  const url = new URL(primary.appUrl('yunzhen'));
  url.port = String(way.port);
  const bus = busAt(url.href);
  const received: string[] = [];
  let gaps = 0;
  await bus.open({
    onMessage: ({ message }) => void (message.kind === 'session-dropped' && received.push(message.sessionId)),
    onGap: () => void gaps++,
    onCovered: () => undefined,
    onForgotten: () => undefined,
  });
  onTestFinished(() => bus.close());
  await useNumbers(await adminOf(primary), 100);
  await bus.read();
  const { position } = bus.recent;

  const promoted = await adminOf(standby);
  const message = { kind: 'session-dropped' as const, sessionId: 'with a number that was used before' };
  await busAt('').store((sql, values) => promoted.query(sql, values), [{ id: newId(), message }]);
  const { rows } = await promoted.query<{ xact: string }>('SELECT xact FROM page_message');
  expect(rows.map(({ xact }) => BigInt(xact) < BigInt(position.xact))).toEqual([true]);
  await useNumbers(promoted, 200);
  const { port } = way;
  await way.close();
  way = await leadTo(standby, port);

  await expect.poll(() => received).toEqual([message.sessionId]);
  expect(gaps).toBe(1);
  expect(bus.recent.since(position, new Set())).toBeNull();
});
