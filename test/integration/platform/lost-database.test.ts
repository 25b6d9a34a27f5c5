import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiProcess } from '../../support/api-process.ts';
import { Factory, type TestPerson } from '../../support/factories.ts';

let api: ApiProcess;
let patients: TestPerson[];

beforeAll(async () => {
  api = await ApiProcess.start({
    LOG_LEVEL: 'fatal',
    TIMEOUTS: 'database.answer=1500 database.connect=1000 ready.answer=500',
  });
  const factory = new Factory(api);
  const hospital = await factory.hospital();
  patients = await Promise.all(Array.from({ length: 30 }, () => factory.patient(hospital)));
});
afterAll(() => api.close());

const read = async (patient: TestPerson) =>
  (await fetch(`${api.url}/api/account`, { headers: { authorization: `Bearer ${patient.accessToken}` } })).status;
const readAll = async () => [...new Set(await Promise.all(patients.map(read)))].sort();

it('silently lost database connections are replaced, and waiting requests get a retryable error', async () => {
  // On a busy machine thirty requests at a time may wait too long for their first connections.
  await expect.poll(readAll).toEqual([200]);
  api.wire.lose();
  const waiting = readAll();
  // Readiness answers even when everything else hangs.
  expect((await fetch(`${api.url}/readyz`)).status).toBe(503);
  expect(await waiting).toContain(503);
  await expect.poll(readAll, { timeout: 20_000 }).toEqual([200]);
});
