import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  cancelAppointment,
  openAppointment,
  rescheduleAppointment,
  type Appointment,
} from '../../../shared/src/scheduling/appointments.contract.ts';
import { listIntakeProgress, openIntakeDraft } from '../../../shared/src/intake/intake.contract.ts';
import { checkIn } from '../../../shared/src/visits/visits.contract.ts';
import { booked, freeTimes, openHours } from '../../support/appointment-steps.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { checkInBody } from '../../support/visit-steps.ts';
import { coughAnswers, opened, saved } from './intake-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let appointment: Appointment;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.doctor(hospital);
  await openHours(hospital, doctor);
  patient = await factory.patient(hospital);
  appointment = await booked(hospital, patient, doctor, (await freeTimes(patient, doctor))[4] ?? '');
});

const ofAppointment = (person: TestPerson = patient) =>
  person.client.call(openIntakeDraft, { body: { appointmentId: appointment.id } });
const progress = async (person: TestPerson = patient) => (await person.client.ok(listIntakeProgress, {})).items;
const answeredAhead = { ...coughAnswers, step: 'consent' as const, dismissedFlags: ['chest-pain' as const] };

async function arrived(): Promise<string> {
  test.clock.advance(Date.parse(appointment.startsAt) - test.clock.now().getTime() - 20 * 60_000);
  patient = { ...patient, client: factory.clientOf(patient) };
  const { visitId } = await patient.client.ok(openAppointment, { params: { appointmentId: appointment.id } });
  await answerDangers(patient.client, { visitId });
  return visitId;
}

describe('the intake draft of an appointment', () => {
  it('starts days before and moves to the visit on arrival; how the patient feels now is asked again', async () => {
    const { value: draft } = await ofAppointment();
    expect(draft).toMatchObject({ visitId: null, appointmentId: appointment.id, complaint: '复诊 · follow-up' });
    await saved(patient.client, draft, answeredAhead);
    const visitId = await arrived();
    const { danger: _rightNow, ...kept } = coughAnswers.answers;
    const there = await opened(patient.client, visitId);
    expect(there).toMatchObject({ id: draft.id, version: 2, visitId });
    expect(there.content).toEqual({
      ...answeredAhead,
      step: 'questions',
      question: 'danger',
      answers: kept,
      dismissedFlags: [],
    });
    // Opening it again, for example on another device, returns the same draft.
    expect(await opened(patient.client, visitId)).toEqual(there);
    const params = { visitId };
    const early = await patient.client.call(checkIn, { params, body: { ...checkInBody, draftVersion: 2 } });
    expect(early.problem.fields).toEqual([{ path: 'answers.danger', rule: 'required' }]);
    await saved(patient.client, there, coughAnswers);
    const { intake } = await patient.client.ok(checkIn, { params, body: { ...checkInBody, draftVersion: 3 } });
    expect(intake?.form?.answers).toEqual(coughAnswers.answers);
    expect((await ofAppointment()).problem.code).toBe('intake.closed');
  });

  it('on a page from before the arrival is stale', async () => {
    const { value: draft } = await ofAppointment();
    await saved(patient.client, draft, answeredAhead);
    const visitId = await arrived();
    const there = await opened(patient.client, visitId);
    const late = await saved(patient.client, { ...draft, version: 1 }, { ...answeredAhead, duration: 'weeks' });
    expect([late.status, late.problem.facts]).toEqual([412, { version: there.version }]);
  });

  it('resumes at the lists that may have changed when the questions were skipped', async () => {
    const { value: draft } = await ofAppointment();
    await saved(patient.client, draft, { ...answeredAhead, form: null, answers: {} });
    const visitId = await arrived();
    expect((await opened(patient.client, visitId)).content).toMatchObject({ step: 'allergies', duration: 'days' });
  });

  it('is not accessible to others and closes with the appointment', async () => {
    const { value: draft } = await ofAppointment();
    expect((await ofAppointment(await factory.patient(hospital))).status).toBe(404);
    await patient.client.ok(cancelAppointment, { params: { appointmentId: appointment.id }, body: { reason: '' } });
    expect((await ofAppointment()).problem.code).toBe('intake.closed');
    expect((await saved(patient.client, draft, coughAnswers)).problem.code).toBe('intake.closed');
  });

  it('stays with an appointment that is moved, until the appointment is over', async () => {
    const { value: draft } = await ofAppointment();
    await saved(patient.client, draft, answeredAhead);
    const later = (await freeTimes(patient, doctor, 9))[0] ?? '';
    const params = { appointmentId: appointment.id };
    const { version } = appointment;
    appointment = await patient.client.ok(rescheduleAppointment, { params, version, body: { startsAt: later } });
    await test.database.admin.query(
      `UPDATE intake_draft SET updated_at = updated_at - interval '40 days' WHERE id = $1`,
      [draft.id],
    );
    await runJob(test, hospital.id, 'sweep-intake-drafts');
    expect((await ofAppointment()).value).toMatchObject({ id: draft.id, content: answeredAhead });
    await patient.client.ok(cancelAppointment, { params, body: { reason: '' } });
    await runJob(test, hospital.id, 'sweep-intake-drafts');
    const left = await test.database.admin.query('SELECT 1 FROM intake_draft WHERE id = $1', [draft.id]);
    expect(left.rows).toEqual([]);
  });
});

describe('the progress of answers', () => {
  it('is shown on the appointment and on its visit, to the patient only', async () => {
    expect(await progress()).toEqual([]);
    const { value: draft } = await ofAppointment();
    const at = { visitId: null, appointmentId: appointment.id, asked: true };
    expect(await progress()).toEqual([{ ...at, step: 'topic' }]);
    await saved(patient.client, draft, { ...coughAnswers, step: 'prior' });
    expect(await progress()).toEqual([{ ...at, step: 'prior' }]);
    for (const other of [await factory.patient(hospital), await factory.patient(await factory.hospital())])
      expect(await progress(other)).toEqual([]);
    const visitId = await arrived();
    const { version } = await opened(patient.client, visitId);
    expect(await progress()).toEqual([{ ...at, visitId, step: 'questions' }]);
    await saved(patient.client, { ...draft, version }, coughAnswers);
    await patient.client.ok(checkIn, { params: { visitId }, body: { ...checkInBody, draftVersion: version + 1 } });
    expect(await progress()).toEqual([]);
  });
});
