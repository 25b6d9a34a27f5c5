import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import {
  liftRecordHold,
  listRecordHolds,
  placeRecordHold,
} from '../../../shared/src/administration/record-holds.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import { everyPage } from '../../support/every-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

type Query = QueryInputOf<typeof listRecordHolds>;

let test: TestApi;
let factory: Factory;
let house: TestHospital;
let boss: TestPerson;
let theirs: TestPerson;
const records: string[] = [];

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  house = await factory.hospital();
  [boss, theirs] = [
    await factory.staff(house, 'administrator'),
    await factory.staff(await factory.hospital(), 'administrator'),
  ];
  await test.database.admin.query(
    `UPDATE account SET display_name = '周敏', display_name_latin = 'Zhou Min' WHERE id = $1`,
    [boss.accountId],
  );
  for (let n = 0; n < 2; n++) records.push((await factory.patient(house)).patientId);
  records.sort();
  const rows = [
    [records[1], 'a: insurer asks', '2026-01-01', '2026-02-01', 'a settled'],
    [records[0], 'b: court file', '2026-01-02', null, null],
    [records[1], 'c: court again', '2026-01-02', '2026-02-01', 'withdrawn'],
    [records[1], 'd: 50%', '2026-01-03', null, null],
  ] as const;
  for (const [patientId, reason, placed, lifted, liftReason] of rows) {
    await test.database.admin.query(
      `INSERT INTO record_hold (id, hospital_id, patient_id, reason, placed_by, placed_at, lifted_by, lifted_at, lift_reason)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
      [newId(), house.id, patientId, reason, boss.accountId, placed, lifted && boss.accountId, lifted, liftReason],
    );
  }
});
afterAll(() => test.close());

/** Returns the listed holds by the first letter of their reasons. */
const holds = async (query: Query, by = boss) =>
  (await everyPage((page) => by.client.ok(listRecordHolds, { query: { ...query, ...page } })))
    .map(({ reason }) => reason[0])
    .join('');

it('record holds are listed newest first or in the requested order, in both directions across pages', async () => {
  expect(await holds({})).toBe('db');
  expect(await holds({ state: 'lifted' })).toBe('ca');
  expect(await holds({ state: 'all' })).toBe('dcba');
  expect(await holds({ state: 'all', order: 'asc' })).toBe('abcd');
  expect(await holds({ state: 'all', sort: 'lifted', order: 'asc' })).toBe('bdac');
  expect(await holds({ state: 'all', sort: 'lifted' })).toBe('cadb');
  expect(await holds({ state: 'all', sort: 'record', order: 'asc' })).toBe('bacd');
  expect(await holds({ state: 'all', sort: 'record' })).toBe('dcab');
});

it('record holds are found literally by record, reason and either name of a person', async () => {
  expect(await holds({ q: 'COURT', state: 'all' })).toBe('cb');
  expect(await holds({ q: 'settled', state: 'all' })).toBe('a');
  expect(await holds({ q: '%', state: 'all' })).toBe('d');
  expect(await holds({ q: records[0] ?? '', state: 'all' })).toBe('b');
  for (const name of ['周敏', 'zhou min']) expect(await holds({ q: name })).toBe('db');
  expect(await holds({ patientId: records[1] ?? '', state: 'all' })).toBe('dca');
  const [first] = (await boss.client.ok(listRecordHolds)).items;
  expect(first?.placedBy).toEqual({ name: '周敏', nameLatin: 'Zhou Min' });
});

it('record holds of another hospital cannot be seen, placed or lifted', async () => {
  expect(await holds({ state: 'all' }, theirs)).toBe('');
  const { next } = await boss.client.ok(listRecordHolds, { query: { limit: 1 } });
  expect((await theirs.client.ok(listRecordHolds, { query: { cursor: next ?? '' } })).items).toEqual([]);
  const body = { patientId: records[0] ?? '', reason: 'mine' };
  expect((await theirs.client.call(placeRecordHold, { body })).status).toBe(404);
  const [open] = (await boss.client.ok(listRecordHolds)).items;
  const params = { holdId: open?.id ?? '' };
  expect((await theirs.client.call(liftRecordHold, { params, body: { reason: 'mine' } })).status).toBe(404);
  const doctor = await factory.doctor(house);
  expect((await doctor.client.call(listRecordHolds)).status).toBe(403);
});

it('a record hold is placed once in a race and lifted once, each with a reason, and both are audited', async () => {
  const { patientId } = await factory.patient(house);
  const colleague = await factory.staff(house, 'administrator');
  const place = (by: TestPerson, reason: string) => by.client.call(placeRecordHold, { body: { patientId, reason } });
  expect((await place(boss, '  ')).problem.fields).toEqual([expect.objectContaining({ path: 'reason' })]);
  const placed = await Promise.all([place(boss, 'one'), place(colleague, 'other')]);
  expect(placed.map(({ status }) => status)).toEqual([201, 201]);
  const [{ value: hold }, { value: same }] = placed as [(typeof placed)[0], (typeof placed)[0]];
  expect(same).toEqual(hold);
  const lift = (by: TestPerson, reason: string) =>
    by.client.ok(liftRecordHold, { params: { holdId: hold.id }, body: { reason } });
  const lifted = await Promise.all([lift(boss, 'over'), lift(colleague, 'settled')]);
  expect(lifted[0]).toEqual(lifted[1]);
  expect((await trailOf(test, hold.id)).map(({ action }) => action)).toEqual(['record.held', 'record.released']);
});

it('record holds name in the audit each patient whom the list shows or is asked about', async () => {
  const reader = await factory.staff(house, 'administrator');
  const free = await factory.patient(house);
  await reader.client.ok(listRecordHolds, { query: { q: 'COURT', state: 'all' } });
  await reader.client.ok(listRecordHolds, { query: { patientId: free.patientId } });
  const { rows } = await test.database.admin.query<{ id: string | null }>(
    `SELECT patient_id AS id FROM audit_event WHERE action = 'record.holds-listed' AND actor_account_id = $1`,
    [reader.accountId],
  );
  expect(rows.map(({ id }) => id).sort()).toEqual([...records, free.patientId].sort());
});
