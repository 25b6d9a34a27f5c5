import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { searchPatients } from '../../../shared/src/visits/patient-search.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.doctor(hospital);
});

const find = async (q: string, by: TestPerson = doctor) =>
  (await by.client.ok(searchPatients, { query: { q } })).items.map(({ name }) => name);

it('finds a doctor’s own patients by part of the name, and audits each one who was shown', async () => {
  const wang = await factory.patient(hospital, '王小明');
  const visit = await admittedVisit(hospital, wang, doctor);
  const zhang = await factory.patient(hospital, '张小丽');
  await waitingVisit(hospital, zhang, doctor);
  await plannedVisit(hospital, await factory.patient(hospital, '小未到'), doctor);
  await admittedVisit(hospital, await factory.patient(hospital, '小别人'), await factory.doctor(hospital));
  expect(new Set(await find('小'))).toEqual(new Set(['王小明', '张小丽']));
  const { items, more } = await doctor.client.ok(searchPatients, { query: { q: '王' } });
  expect([items.length, more]).toEqual([1, false]);
  expect(items[0]).toMatchObject({ id: wang.patientId, lastVisit: { id: visit.id, status: 'in-progress' } });
  const shown = (await trailOf(test, doctor.practitionerId)).filter(({ action }) => action === 'visit.read');
  expect(shown.map(({ patient_id }) => patient_id).toSorted()).toEqual([wang.patientId, zhang.patientId].toSorted());
});

it('treats wildcards as text, finds nothing of another hospital, and is for doctors only', async () => {
  const patient = await factory.patient(hospital, '李雷');
  await admittedVisit(hospital, patient, doctor);
  for (const q of ['%', '_', '\\', "' OR true --"]) expect(await find(q), q).toEqual([]);
  expect((await doctor.client.call(searchPatients, { query: { q: '  ' } })).status).toBe(400);
  const elsewhere = await factory.doctor(await factory.hospital());
  expect(await find('李', elsewhere)).toEqual([]);
  for (const person of [patient, await factory.pharmacist(hospital), await factory.staff(hospital, 'president')])
    expect((await person.client.call(searchPatients, { query: { q: '李' } })).problem.code).toBe('auth.forbidden');
});
