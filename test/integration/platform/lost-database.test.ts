import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { Factory, type TestPerson } from '../../support/factories.ts';
import { SilentWire } from '../../support/silent-wire.ts';
import { startApiOver, type TestApi } from '../../support/test-api.ts';

vi.hoisted(() => (process.env['TIMEOUTS'] = 'database.answer=1500 ready.answer=500'));

let wire: SilentWire;
let database: TestDatabase;
let test: TestApi;
let patients: TestPerson[];

beforeAll(async () => {
  database = await createTestDatabase();
  wire = await SilentWire.before(database.appUrl);
  test = await startApiOver({ ...database, appUrl: wire.url });
  const factory = new Factory(test);
  const hospital = await factory.hospital();
  patients = await Promise.all(Array.from({ length: 30 }, () => factory.patient(hospital)));
});
afterAll(async () => {
  await test.close();
  wire.close();
});

const read = async (patient: TestPerson) =>
  (await fetch(`${test.url}/api/account`, { headers: { authorization: `Bearer ${patient.accessToken}` } })).status;
const readAll = () => Promise.all(patients.map(read));

it('connections that are lost in silence are replaced; what waited on them may be tried again', async () => {
  expect(new Set(await readAll())).toEqual(new Set([200]));
  const waiting = readAll();
  wire.lose();
  const readyz = await fetch(`${test.url}/readyz`);
  expect([200, 503]).toContain(readyz.status);
  expect(new Set(await waiting)).toEqual(new Set([200, 503]));
  await expect.poll(async () => [...new Set(await readAll())], { timeout: 20_000 }).toEqual([200]);
});
