import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelAppointment, openAppointment, type Appointment } from '../../../shared/src/contract/appointments.ts';
import { openIntakeDraft } from '../../../shared/src/contract/intake.ts';
import { checkIn } from '../../../shared/src/contract/visits.ts';
import { booked, freeTimes, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { checkInBody } from '../../support/visit-steps.ts';
import { coughAnswers, opened, saved } from './intake-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let patient: TestPerson & { patientId: string };
let appointment: Appointment;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());
beforeEach(async () => {
  const doctor = await factory.doctor(hospital);
  await openHours(hospital, doctor);
  patient = await factory.patient(hospital);
  appointment = await booked(hospital, patient, doctor, (await freeTimes(patient, doctor))[4] ?? '');
});

const ofAppointment = (person: TestPerson = patient) =>
  person.client.call(openIntakeDraft, { body: { appointmentId: appointment.id } });

describe('the draft of an appointment', () => {
  it('begins days before and is the visit’s when the patient arrives', async () => {
    const { value: draft } = await ofAppointment();
    expect(draft).toMatchObject({ visitId: null, appointmentId: appointment.id, complaint: '复诊 · follow-up' });
    await saved(patient.client, draft, coughAnswers);
    test.clock.advance(Date.parse(appointment.startsAt) - test.clock.now().getTime() - 20 * 60_000);
    patient = { ...patient, client: factory.clientOf(patient) };
    const { visitId } = await patient.client.ok(openAppointment, { params: { appointmentId: appointment.id } });
    expect(await opened(patient.client, visitId)).toMatchObject({ id: draft.id, version: 1, content: coughAnswers });
    const { intake } = await patient.client.ok(checkIn, {
      params: { visitId },
      body: { ...checkInBody, draftVersion: 1 },
    });
    expect(intake?.form?.answers).toEqual(coughAnswers.answers);
    expect((await ofAppointment()).problem.code).toBe('intake.closed');
  });

  it('is nobody else’s, and closed with the appointment', async () => {
    const { value: draft } = await ofAppointment();
    expect((await ofAppointment(await factory.patient(hospital))).status).toBe(404);
    await patient.client.ok(cancelAppointment, { params: { appointmentId: appointment.id }, body: { reason: '' } });
    expect((await ofAppointment()).problem.code).toBe('intake.closed');
    expect((await saved(patient.client, draft, coughAnswers)).problem.code).toBe('intake.closed');
  });
});
