import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { listAccountClosings } from '../../../shared/src/accounts/account-closing.contract.ts';
import { listChartLooks } from '../../../shared/src/chart/timeline.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import type { TestClient } from '../../support/client.ts';
import { everyPage } from '../../support/every-page.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type Query = QueryInputOf<typeof listAccountClosings>;

let test: TestApi;
let factory: Factory;
let house: TestHospital;
let boss: TestClient;
let theirs: TestClient;
/** The number of 周敏’s record, by which the search also finds the request. */
let record: string;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  house = await factory.hospital();
  const elsewhere = await factory.hospital();
  const rows = [
    // Hospital, name, name in Latin letters, time of the request, due time, end.
    [house, '周敏', 'Zhou Min', '2026-03-01', '2026-03-15', null],
    [house, 'Anna Weber', '', '2026-03-02', '2026-03-11', '2026-03-11'],
    [house, 'Bea 100%', 'bea', '2026-03-02', '2026-03-15', '2026-03-03'],
    [elsewhere, '周敏', 'Zhou Min', '2026-03-04', '2026-03-18', null],
  ] as const;
  for (const [hospital, name, latin, asked, due, ended] of rows) {
    const { accountId, patientId } = await factory.patient(hospital, name);
    if (hospital === house && name === '周敏') record = patientId;
    const set = 'UPDATE account SET display_name_latin = $2 WHERE id = $1';
    await test.database.admin.query(set, [accountId, latin]);
    await test.database.admin.query(
      `INSERT INTO account_closing (id, hospital_id, account_id, patient_id, state, asked_at, due_at, ended_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [newId(), hospital.id, accountId, patientId, ended ? 'taken-back' : 'asked', asked, due, ended],
    );
  }
  boss = (await factory.staff(house, 'administrator')).client;
  theirs = (await factory.staff(elsewhere, 'administrator')).client;
});
afterAll(() => test.close());

const names = async (query: Query) =>
  (await everyPage((page) => boss.ok(listAccountClosings, { query: { ...query, ...page } }))).map(({ name }) => name);

it('lists requests to close an account newest first or in the requested order, in both directions across pages', async () => {
  const byTime = ['周敏', 'Anna Weber', 'Bea 100%'];
  expect(await names({ order: 'asc' })).toEqual(byTime);
  expect(await names({})).toEqual(byTime.toReversed());
  const byDue = ['Anna Weber', '周敏', 'Bea 100%'];
  expect(await names({ sort: 'due', order: 'asc' })).toEqual(byDue);
  expect(await names({ sort: 'due' })).toEqual(byDue.toReversed());
  const byEnd = ['周敏', 'Bea 100%', 'Anna Weber'];
  expect(await names({ sort: 'ended', order: 'asc' })).toEqual(byEnd);
  expect(await names({ sort: 'ended' })).toEqual(byEnd.toReversed());
  const byName = ['Anna Weber', 'Bea 100%', '周敏'];
  expect(await names({ sort: 'name', order: 'asc' })).toEqual(byName);
  expect(await names({ sort: 'name' })).toEqual(byName.toReversed());
});

it('searches closing requests literally by either name and by record number, combined with the state', async () => {
  expect(await names({ q: 'zhou MIN' })).toEqual(['周敏']);
  expect(await names({ q: '敏' })).toEqual(['周敏']);
  expect(await names({ q: record.slice(-9) })).toEqual(['周敏']);
  expect(await names({ q: '%' })).toEqual(['Bea 100%']);
  expect(await names({ q: 'e', state: 'taken-back' })).toEqual(['Bea 100%', 'Anna Weber']);
  expect(await names({ q: 'e', state: 'asked' })).toEqual([]);
});

it('shows no closing request of another hospital and rejects a cursor that it did not issue', async () => {
  const { items } = await theirs.ok(listAccountClosings, { query: { q: 'zhou' } });
  expect(items.map(({ askedAt }) => askedAt)).toEqual(['2026-03-04T00:00:00.000Z']);
  const first = await boss.ok(listAccountClosings, { query: { limit: 1 } });
  const beyond = await theirs.ok(listAccountClosings, { query: { cursor: first.next ?? '' } });
  expect(beyond.items).toEqual([]);
  const forged = await boss.call(listAccountClosings, { query: { cursor: 'bm90aGluZw' } });
  expect(forged.problem.fields).toEqual([expect.objectContaining({ path: 'cursor' })]);
});

it('names in the audit each patient whom a page or a search shows, and tells the patient who looked', async () => {
  const reader = await factory.staff(house, 'administrator');
  const leaving = await factory.patient(house, '高山');
  await test.database.admin.query(
    `INSERT INTO account_closing (id, hospital_id, account_id, patient_id, state, asked_at, due_at)
     VALUES ($1,$2,$3,$4,'asked','2026-03-05','2026-03-19')`,
    [newId(), house.id, leaving.accountId, leaving.patientId],
  );
  const named = async () => {
    const { rows } = await test.database.admin.query<{ id: string | null }>(
      `SELECT patient_id AS id FROM audit_event WHERE action = 'account.closings-listed' AND actor_account_id = $1
       ORDER BY at, id`,
      [reader.accountId],
    );
    return rows.map(({ id }) => id);
  };
  await reader.client.ok(listAccountClosings, { query: { q: 'nobody' } });
  expect(await named()).toEqual([null]);
  await reader.client.ok(listAccountClosings, { query: { q: '高山' } });
  expect(await named()).toEqual([null, leaving.patientId]);
  // One of the two rows that a page of one reads is not shown.
  await reader.client.ok(listAccountClosings, { query: { order: 'asc', limit: 1 } });
  expect(await named()).toEqual([null, leaving.patientId, record]);
  const looks = await leaving.client.ok(listChartLooks, { params: { patientId: leaving.patientId } });
  expect(looks.items).toMatchObject([{ roles: ['administrator'], count: 1 }]);
});
