import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { startApiOver, startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
const quiet = () => createLogger({ name: 'test', level: 'silent' });

beforeAll(async () => {
  test = await startTestApi({}, quiet());
});
afterAll(() => test.close());

/** Returns the status of `/readyz` and its missing parts. */
async function missing({ url }: TestApi): Promise<[number, string[]]> {
  const answer = await fetch(`${url}/readyz`);
  const { parts } = (await answer.json()) as { parts: Record<string, boolean> };
  return [answer.status, Object.keys(parts).filter((part) => !parts[part])];
}

const serving = async ({ url }: TestApi) => {
  const answer = await fetch(`${url}/readyz/serving`);
  return [answer.status, await answer.json()];
};
const clockAhead = (milliseconds: number) => ({ now: () => new Date(Date.now() + milliseconds) });

it('a database without writes makes the api not ready until writes work again', async () => {
  const { admin } = test.database;
  expect(await missing(test)).toEqual([200, []]);
  // Simulates a full disk: reads work.
  await admin.query('REVOKE INSERT, UPDATE ON api_process FROM yunzhen_app');
  await expect.poll(() => missing(test), { timeout: 20_000 }).toEqual([503, ['database']]);
  await admin.query('GRANT INSERT, UPDATE ON api_process TO yunzhen_app');
  await expect.poll(() => missing(test), { timeout: 20_000 }).toEqual([200, []]);
});

it('readiness names a missing migration', async () => {
  const { admin } = test.database;
  const { rows } = await admin.query(
    'DELETE FROM schema_migration WHERE id = (SELECT max(id) FROM schema_migration) RETURNING *',
  );
  expect(await missing(test)).toEqual([503, ['migrations']]);
  await admin.query(
    'INSERT INTO schema_migration SELECT * FROM json_populate_record(NULL::schema_migration, $1)',
    rows,
  );
  expect(await missing(test)).toEqual([200, []]);
});

it('readiness names a nearly full disk and a wrong clock', async () => {
  const other = await startTestApi({ DISK_FREE_MB: '1000000000000' }, quiet(), clockAhead(31_000));
  expect(await missing(other)).toEqual([503, ['disk', 'clock']]);
  // Without another api the hospital would be down.
  expect(await serving(other)).toEqual([200, { serving: true }]);
  await other.close();
});

it('an api with a wrong clock gets no requests from proxies while another one has a right clock', async () => {
  const shared = { ...test.database, drop: () => Promise.resolve() };
  const wrong = await startApiOver(shared, {}, quiet(), clockAhead(24 * 3_600_000));
  expect(await serving(wrong)).toEqual([503, { serving: false, reason: 'clock' }]);
  expect(await serving(test)).toEqual([200, { serving: true }]);
  await wrong.close();
});

it('readiness names scheduled jobs that no process has started for minutes, but not right after a start', async () => {
  const schedulesOf = (ago: string) =>
    test.database.admin.query('UPDATE pgboss.version SET cron_on = now() - $1::interval', [ago]);
  const missingAfter = async (ago: string) => {
    await schedulesOf(ago);
    return missing(test);
  };
  expect(await missingAfter('1 hour')).toEqual([200, []]);
  const now = performance.now.bind(performance);
  const later = vi.spyOn(performance, 'now').mockImplementation(() => now() + 200_000);
  try {
    await expect.poll(() => missingAfter('1 hour')).toEqual([503, ['jobs']]);
    expect(await missingAfter('1 minute')).toEqual([200, []]);
  } finally {
    later.mockRestore();
  }
});
