import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveDiagnoses } from '../../../shared/src/chart/chart.contract.ts';
import { saveNote, signNote } from '../../../shared/src/chart/notes.contract.ts';
import { completeVisit, readVisit, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { CredentialFactory } from '../../support/credentials.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  // A hospital for each test: a second factor expires in the hours by which other tests advance the clock.
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  await new CredentialFactory(test).practitioner(hospital.id, doctor.practitionerId, '王芳');
  patient = await factory.patient(hospital);
  visit = await admittedVisit(hospital, patient, doctor);
});

const params = () => ({ visitId: visit.id });
const complete = (summary?: string) =>
  doctor.client.call(completeVisit, { params: params(), body: summary === undefined ? {} : { summary } });
const content = { subjective: '', objective: '', assessment: '感冒', plan: '休息' };
const writeNote = () => doctor.client.ok(saveNote, { params: params(), version: 0, body: content });
const sign = (version = 1) => doctor.client.ok(signNote, { params: params(), version });
const diagnose = (version = 0, codes = ['J00']) =>
  doctor.client.call(saveDiagnoses, {
    params: params(),
    version,
    body: {
      items: codes.map((code, i) => ({
        code,
        title: { en: '', zh: '' },
        primary: i === 0,
        certainty: 'confirmed' as const,
      })),
    },
  });

describe('completing a visit', () => {
  it('is rejected without a note, with an unsigned note and without a diagnosis', async () => {
    expect((await complete()).problem.code).toBe('visit.note-unsigned');
    await writeNote();
    expect((await complete()).problem.code).toBe('visit.note-unsigned');
    await sign();
    const answer = await complete();
    expect([answer.status, answer.problem.code]).toEqual([409, 'visit.diagnosis-missing']);
    await diagnose();
    await diagnose(1, []);
    expect((await complete()).problem.code).toBe('visit.diagnosis-missing');
    expect((await doctor.client.ok(readVisit, { params: params() })).status).toBe('in-progress');
    expect((await trailOf(test, visit.id)).some((entry) => entry.action === 'visit.completed')).toBe(false);
  });

  it('happens once and returns the patient’s summary and the duration', async () => {
    await writeNote();
    await sign();
    await diagnose();
    test.clock.advance(300_000);
    const summary = '多饮水，三天后复诊。';
    const answers = await Promise.all([complete(summary), complete(summary)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[1]?.value).toEqual(answers[0]?.value);
    expect(await patient.client.ok(readVisit, { params: params() })).toMatchObject({ status: 'completed', summary });
    const done = (await eventsOf(test, visit.id)).filter((event) => event.type === 'visit.completed');
    expect(done).toHaveLength(1);
    expect(done[0]?.facts['consultSeconds']).toBeGreaterThanOrEqual(300);
    // The patient can request another visit.
    expect((await waitingVisit(hospital, patient, doctor)).status).toBe('waiting');
  });

  it('in a race with emptying the diagnoses never leaves a completed visit without a diagnosis', async () => {
    await writeNote();
    await sign();
    await diagnose();
    const [completed, emptied] = await Promise.all([complete(), diagnose(1, [])]);
    const outcome = [completed.problem.code ?? completed.value.status, emptied.problem.code ?? 'emptied'];
    expect([
      ['completed', 'visit.not-in-progress'],
      ['visit.diagnosis-missing', 'emptied'],
    ]).toContainEqual(outcome);
  });

  it('is rejected for another doctor', async () => {
    await writeNote();
    await sign();
    await diagnose();
    const colleague = await factory.doctor(hospital);
    const answer = await colleague.client.call(completeVisit, { params: params(), body: {} });
    expect(answer.problem.code).toBe('resource.not-found');
    expect((await doctor.client.ok(readVisit, { params: params() })).status).toBe('in-progress');
  });
});
