import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listVisits } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const poolSize = 3;
let test: TestApi;
let patient: TestPerson;

beforeAll(async () => {
  test = await startTestApi({ DATABASE_POOL: String(poolSize) });
  const factory = new Factory(test);
  patient = await factory.patient(await factory.hospital());
});
afterAll(() => test.close());

/** Returns the connections of the api's login to this database. */
async function connections(): Promise<number> {
  const { rows } = await test.database.admin.query<{ open: number }>(
    'SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND usename = $1',
    [new URL(test.database.appUrl).username],
  );
  return rows[0]?.open ?? 0;
}

it('an api process opens no more connections than the guide counts, however many requests it has', async () => {
  const guide = readFileSync(new URL('../../../docs/operations/scaling.md', import.meta.url), 'utf8');
  const [, more] = /`DATABASE_POOL` \+ (\d+) connections as `yunzhen_api`/.exec(guide) ?? [];
  let answered = 0;
  const requests = Array.from({ length: 200 }, () => patient.client.ok(listVisits).then(() => (answered += 1)));
  let most = 0;
  while (answered < requests.length) most = Math.max(most, await connections());
  await Promise.all(requests);
  // The pool was full, and jobs and realtime have connections of their own.
  expect(most).toBeGreaterThan(poolSize + 1);
  expect(most).toBeLessThanOrEqual(poolSize + Number(more));
});
