import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDiagnoses, saveDiagnoses, searchIcd10 } from '../../../shared/src/chart/chart.contract.ts';
import { referOffline, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
});

const line = (code: string, primary: boolean, certainty: 'provisional' | 'confirmed' = 'confirmed') => ({
  code,
  title: { en: 'a title of the page’s own', zh: '页面自己的标题' },
  primary,
  certainty,
});
const save = (version: number, items: ReturnType<typeof line>[], person: TestPerson = doctor) =>
  person.client.call(saveDiagnoses, { params: { visitId: visit.id }, version, body: { items } });
const read = (person: TestPerson) => person.client.call(readDiagnoses, { params: { visitId: visit.id } });

describe('diagnoses', () => {
  it('get their titles from the terminology and keep the doctor’s order and their ids', async () => {
    expect((await read(doctor)).value).toEqual({ visitId: visit.id, version: 0, items: [] });
    const page = await listen(test.url, doctor.accessToken);
    const first = await save(0, [line('J00', true), line('I10', false, 'provisional')]);
    expect(first.headers.get('etag')).toBe('"1"');
    expect(first.value.items.map((item) => [item.code, item.primary, item.certainty])).toEqual([
      ['J00', true, 'confirmed'],
      ['I10', false, 'provisional'],
    ]);
    expect(JSON.stringify(first.value)).not.toContain('a title of the page’s own');
    expect(first.value.items[1]?.title.zh).toContain('高血压');
    expect(await page.next({ entity: 'diagnoses', id: visit.id })).toMatchObject({ version: 1 });
    page.close();
    const second = await save(1, [line('I10', true), line('J00', false)]);
    expect(second.value.version).toBe(2);
    expect(second.value.items.map((item) => item.id)).toEqual(first.value.items.map((item) => item.id).reverse());
    expect((await read(doctor)).value).toEqual(second.value);
    expect((await save(2, [])).value).toEqual({ visitId: visit.id, version: 3, items: [] });
    const trail = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'diagnoses.saved');
    expect(trail.map((entry) => entry.details)).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }]);
  });

  it.each([
    ['two primary', [line('J00', true), line('I10', true)], [{ path: 'items', rule: 'one-primary' }]],
    ['no primary', [line('J00', false)], [{ path: 'items', rule: 'one-primary' }]],
    ['an unknown code', [line('J00', true), line('Q99.99', false)], [{ path: 'items.1.code', rule: 'unknown-code' }]],
    ['a code in lower case', [line('j00', true)], [{ path: 'items.0.code', rule: 'unknown-code' }]],
    ['a name of the prototype', [line('__proto__', true)], [{ path: 'items.0.code', rule: 'unknown-code' }]],
    ['a code twice', [line('J00', true), line('J00', false)], [{ path: 'items.1.code', rule: 'duplicate' }]],
  ])('with %s are refused', async (_, items, fields) => {
    const answer = await save(0, items);
    expect([answer.status, answer.problem.code, answer.problem.fields]).toEqual([400, 'validation.failed', fields]);
    expect((await read(doctor)).value).toEqual({ visitId: visit.id, version: 0, items: [] });
  });

  it('from a stale page are rejected; one of two simultaneous saves wins', async () => {
    const answers = await Promise.all([save(0, [line('J00', true)]), save(0, [line('I10', true)])]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const stale = answers.find((answer) => answer.status === 412);
    expect(stale?.problem).toMatchObject({ code: 'resource.stale', facts: { version: 1 } });
    const taken = answers.find((answer) => answer.status === 200);
    expect((await read(doctor)).value).toEqual(taken?.value);
  });

  it('sent again after a lost response get the first response', async () => {
    const first = await save(0, [line('J00', true)]);
    expect((await save(0, [line('J00', true)])).value).toEqual(first.value);
  });

  it('are written only by the visit’s doctor during the visit', async () => {
    const items = [line('J00', true)];
    expect((await save(0, items, await factory.doctor(hospital))).problem.code).toBe('resource.not-found');
    expect((await save(0, items, await factory.doctor(await factory.hospital()))).problem.code).toBe(
      'resource.not-found',
    );
    expect((await save(0, items, patient)).problem.code).toBe('auth.forbidden');
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    expect((await save(0, items)).problem.code).toBe('visit.not-in-progress');
  });

  it('are read by treating doctors and, after the visit, by the patient, and by no other role', async () => {
    await save(0, [line('J00', true)]);
    const elsewhere = await factory.hospital();
    const strangers = [
      patient,
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.pharmacist(hospital),
      await factory.doctor(elsewhere),
    ];
    for (const stranger of strangers) expect((await read(stranger)).problem.code).toBe('resource.not-found');
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    expect((await read(patient)).value.items.map((item) => item.code)).toEqual(['J00']);
    const reads = (await trailOf(test, visit.id)).filter((entry) => entry.action === 'diagnoses.read');
    expect(reads.map((entry) => entry.actor_account_id)).toEqual([patient.accountId]);
  });
});

describe('searching diagnoses', () => {
  const codes = async (q: string, limit = 5) =>
    (await doctor.client.ok(searchIcd10, { query: { q, limit } })).items.map((item) => item.code);

  it('matches codes, words in both languages and pinyin initials', async () => {
    expect(await codes('I10')).toContain('I10');
    expect(await codes('hypertension')).toContain('I10');
    expect(await codes('高血压')).toContain('I10');
    expect(await codes('gxy')).toContain('I10');
    expect(await codes('')).toEqual([]);
    expect((await doctor.client.ok(searchIcd10, { query: { q: 'a', limit: 2 } })).items.length).toBeLessThanOrEqual(2);
  });

  it('names the version of the data', async () => {
    expect((await doctor.client.ok(searchIcd10, { query: { q: 'I10' } })).dataVersion).toMatch(/^\d{4}-\d{2}$/);
  });

  it('rejects an invalid query', async () => {
    const long = await doctor.client.call(searchIcd10, { query: { q: 'x'.repeat(81) } });
    expect(long.problem).toMatchObject({ code: 'validation.failed', fields: [{ path: 'q' }] });
    const many = await doctor.client.call(searchIcd10, { query: { q: 'x', limit: 51 } });
    expect(many.problem).toMatchObject({ code: 'validation.failed', fields: [{ path: 'limit' }] });
    const president = await factory.staff(hospital, 'president');
    expect((await president.client.call(searchIcd10, { query: { q: 'x' } })).problem.code).toBe('auth.forbidden');
  });
});
