import { afterAll, beforeAll, expect, it } from 'vitest';
import { updateAccount } from '../../../shared/src/accounts/auth.contract.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { Factory, type TestPerson } from '../../support/factories.ts';

const poolSize = 5;

let api: ApiProcess;
let patients: TestPerson[];

beforeAll(async () => {
  api = await ApiProcess.start({
    LOG_LEVEL: 'fatal',
    DATABASE_POOL: String(poolSize),
    TIMEOUTS: 'database.answer=6000 database.connect=15000 ready.answer=500',
  });
  const factory = new Factory(api);
  const hospital = await factory.hospital();
  patients = await Promise.all(Array.from({ length: 30 }, () => factory.patient(hospital)));
});
afterAll(() => api.close());

/** Saves something for each patient at once and returns the statuses. */
async function writeAll(): Promise<number[]> {
  const answers = await Promise.all(
    patients.map(({ client }) => client.call(updateAccount, { body: { locale: 'en' } })),
  );
  return [...new Set(answers.map(({ status }) => status))].sort();
}
/** How many connections the pool has: one that it opens after the loss would work. */
async function connections(): Promise<unknown> {
  const { rows } = await api.database.admin.query(
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'yunzhen-api'",
  );
  return rows[0]?.count;
}
const statusOf = async (path: string) => (await fetch(api.url + path)).status;

it('silently lost database connections are replaced, and waiting writers get a retryable error', async () => {
  // On a busy machine thirty requests at a time may wait too long for their first connections.
  await expect
    .poll(async () => [await writeAll(), await connections()], { timeout: 60_000 })
    .toEqual([[200], poolSize]);
  api.wire.lose();
  const waiting = writeAll();
  // Readiness answers even when everything else hangs, and nothing restarts the process.
  expect(await statusOf('/readyz')).toBe(503);
  expect(await statusOf('/healthz')).toBe(200);
  expect(await waiting).toContain(503);
  await expect.poll(writeAll, { timeout: 60_000 }).toEqual([200]);
}, 180_000);
