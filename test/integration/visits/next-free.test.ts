import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVisit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctors: Doctor[];

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctors = await Promise.all([1, 2, 3].map(() => factory.doctor(hospital)));
});

const ask = (patient: TestPerson) =>
  patient.client.call(createVisit, { body: { departmentId: hospital.departmentId, complaint: '咳嗽' } });
const offDuty = (doctor: Doctor) =>
  test.database.admin.query('UPDATE practitioner SET on_duty = false WHERE id = $1', [doctor.practitionerId]);

describe('the next free doctor of a department', () => {
  it('is the one on duty with the fewest waiting patients', async () => {
    const [busy, resting, free] = doctors as [Doctor, Doctor, Doctor];
    await waitingVisit(hospital, await factory.patient(hospital), busy);
    await offDuty(resting);
    const answer = await ask(await factory.patient(hospital));
    expect([answer.status, answer.value.doctor.id, answer.value.kind]).toEqual([201, free.practitionerId, 'walk-in']);
  });

  it('distributes simultaneous requests among all doctors', async () => {
    const people = await Promise.all(Array.from({ length: 9 }, () => factory.patient(hospital)));
    const answers = await Promise.all(people.map(ask));
    const counts = Map.groupBy(answers, ({ value }) => value.doctor.id);
    expect([...counts.values()].map(({ length }) => length)).toEqual([3, 3, 3]);
  });

  it('is not a doctor who pauses', async () => {
    const [pausing, ...others] = doctors as [Doctor, Doctor, Doctor];
    await test.database.admin.query(
      `INSERT INTO practitioner_pause (id, hospital_id, practitioner_id, from_at, until_at)
       VALUES (gen_random_uuid(), $1, $2, now() - interval '1 minute', now() + interval '10 minutes')`,
      [hospital.id, pausing.practitionerId],
    );
    const people = await Promise.all(Array.from({ length: 4 }, () => factory.patient(hospital)));
    const given = (await Promise.all(people.map(ask))).map(({ value }) => value.doctor.id);
    expect(new Set(given)).toEqual(new Set(others.map(({ practitionerId }) => practitionerId)));
  });

  it('is null when no doctor is on duty', async () => {
    for (const doctor of doctors) await offDuty(doctor);
    const answer = await ask(await factory.patient(hospital));
    expect([answer.status, answer.problem.code]).toEqual([409, 'visit.doctor-off-duty']);
  });
});
