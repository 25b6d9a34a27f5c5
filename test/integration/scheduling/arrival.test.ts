import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bookAppointment,
  cancelAppointment,
  openAppointment,
  readAppointment,
  readAppointmentCalendar,
  rescheduleAppointment,
  type Appointment,
} from '../../../shared/src/scheduling/appointments.contract.ts';
import {
  cancelVisit,
  checkIn,
  leaveVisit,
  readQueue,
  readVisit,
  readWaiting,
} from '../../../shared/src/visits/visits.contract.ts';
import { booked, freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf } from '../../support/trail.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { checkInBody, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let appointment: Appointment;

const minute = 60_000;
const code = (answer: { status: number; problem: { code: string } }) => [answer.status, answer.problem.code];

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

/** Moves the clock to that many minutes after the appointment’s time and renews both tokens. */
function at(minutes: number): void {
  test.clock.advance(Date.parse(appointment.startsAt) - test.clock.now().getTime() + minutes * minute);
  patient = { ...patient, client: factory.clientOf(patient) };
  doctor = { ...doctor, client: factory.clientOf(doctor) };
}
const open = () => patient.client.call(openAppointment, { params: { appointmentId: appointment.id } });
const state = async () =>
  (await patient.client.ok(readAppointment, { params: { appointmentId: appointment.id } })).status;
async function arrived(): Promise<string> {
  const { visitId } = await patient.client.ok(openAppointment, { params: { appointmentId: appointment.id } });
  await answerDangers(patient.client, { visitId });
  await patient.client.ok(checkIn, { params: { visitId }, body: checkInBody });
  return visitId;
}

describe('arriving for an appointment', () => {
  it('judges the reason of the booking too, whatever complaint replaces it', async () => {
    const held = await hold(hospital, patient, doctor, (await freeTimes(patient, doctor))[5] ?? '');
    const body = { reason: 'Chest pain for an hour', dismissedFlags: ['chest-pain' as const] };
    appointment = await patient.client.ok(bookAppointment, { params: { appointmentId: held.value.id }, body });
    at(-5);
    const { visitId } = await patient.client.ok(openAppointment, { params: { appointmentId: appointment.id } });
    await answerDangers(patient.client, { visitId });
    const enter = (more: object) =>
      patient.client.call(checkIn, { params: { visitId }, body: { ...checkInBody, ...more } });
    expect(code(await enter({}))).toEqual([409, 'visit.red-flag']);
    const { value } = await enter({ dismissedFlags: ['chest-pain'] });
    expect(value).toMatchObject({ priority: 'urgent', redFlags: [{ id: 'chest-pain' }] });
  });

  it('opens half an hour before the time and creates one visit', async () => {
    at(-31);
    expect(code(await open())).toEqual([409, 'appointment.too-early']);
    at(-29);
    const answers = await Promise.all([open(), open(), open()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ value }) => value.visitId)).size).toBe(1);
    const visit = await patient.client.ok(readVisit, { params: { visitId: answers[0]?.value.visitId ?? '' } });
    expect(visit).toMatchObject({
      kind: 'booked',
      status: 'planned',
      bookedFor: appointment.startsAt,
      complaint: appointment.reason,
    });
    expect(await state()).toBe('booked');
  });

  it('is rejected after the grace period', async () => {
    at(16);
    expect(code(await open())).toEqual([409, 'appointment.missed']);
  });

  it('is rejected while the patient is in another visit, which the error names', async () => {
    at(-10);
    const other = await factory.doctor(hospital);
    const { id } = await waitingVisit(hospital, patient, other);
    const answer = await open();
    expect([...code(answer), answer.problem.facts]).toEqual([409, 'visit.already-open', { visitId: id }]);
  });

  it('stops the appointment from being moved or cancelled once the visit has started', async () => {
    at(-10);
    await open();
    const params = { appointmentId: appointment.id };
    const { version } = await patient.client.ok(readAppointment, { params });
    const moved = await patient.client.call(rescheduleAppointment, {
      params,
      version,
      body: { startsAt: appointment.endsAt },
    });
    expect(code(moved)).toEqual([409, 'appointment.transition-refused']);
    expect(code(await patient.client.call(cancelAppointment, { params, body: {} }))).toEqual([
      409,
      'appointment.transition-refused',
    ]);
  });

  it('checks the appointment in with the visit and ends it with the visit', async () => {
    at(-5);
    const visitId = await arrived();
    expect(await state()).toBe('checked-in');
    expect((await eventsOf(test, appointment.id)).at(-1)).toEqual({
      type: 'appointment.checked-in',
      facts: { minutesAfter: -5 },
    });
    await patient.client.ok(leaveVisit, { params: { visitId } });
    expect(await state()).toBe('cancelled');
  });

  it('and cancelling during preparation cancels the appointment', async () => {
    at(-5);
    const { visitId } = await patient.client.ok(openAppointment, { params: { appointmentId: appointment.id } });
    await patient.client.ok(cancelVisit, { params: { visitId } });
    expect(await state()).toBe('cancelled');
  });

  it('and leaving during preparation counts as a no-show and frees the patient for another visit', async () => {
    at(10);
    const { visitId } = await patient.client.ok(openAppointment, { params: { appointmentId: appointment.id } });
    at(20);
    await runJob(test, hospital.id, 'tend-appointments');
    expect(await state()).toBe('booked');
    at(26);
    await runJob(test, hospital.id, 'tend-appointments');
    expect(await state()).toBe('noshow');
    expect((await patient.client.ok(readVisit, { params: { visitId } })).status).toBe('cancelled');
  });
});

describe('the doctor’s queue with appointments', () => {
  const order = async () => (await doctor.client.ok(readQueue)).waiting.map(({ visit }) => visit.patient.id);

  it('orders a booked patient by the time of the appointment, between walk-ins', async () => {
    at(-20);
    const early = await factory.patient(hospital);
    await arrived();
    await waitingVisit(hospital, early, doctor);
    expect(await order()).toEqual([early.patientId, patient.patientId]);
    at(1);
    const later = await factory.patient(hospital);
    await waitingVisit(hospital, later, doctor);
    expect(await order()).toEqual([early.patientId, patient.patientId, later.patientId]);
  });

  it('keeps the position of a slightly late patient and shows it to the patients behind', async () => {
    at(5);
    const walkIn = await factory.patient(hospital);
    const visit = await waitingVisit(hospital, walkIn, doctor);
    const visitId = await arrived();
    expect(await order()).toEqual([patient.patientId, walkIn.patientId]);
    expect((await patient.client.ok(readWaiting, { params: { visitId } })).position).toBe(1);
    expect((await walkIn.client.ok(readWaiting, { params: { visitId: visit.id } })).position).toBe(2);
  });

  it('orders a patient who checks in after the grace period by check-in time', async () => {
    at(14);
    const walkIn = await factory.patient(hospital);
    await waitingVisit(hospital, walkIn, doctor);
    const { visitId } = await patient.client.ok(openAppointment, { params: { appointmentId: appointment.id } });
    at(16);
    await answerDangers(patient.client, { visitId });
    await patient.client.ok(checkIn, { params: { visitId }, body: checkInBody });
    expect(await order()).toEqual([walkIn.patientId, patient.patientId]);
  });
});

describe('the calendar file of an appointment', () => {
  const file = async () => {
    const query = { locale: 'en' as const };
    const answer = await patient.client.call(readAppointmentCalendar, {
      params: { appointmentId: appointment.id },
      query,
    });
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return String(answer.value).replaceAll('\r\n ', '');
  };

  it('moves and cancels the same entry with a rising sequence number', async () => {
    const first = await file();
    expect(first).toContain(`UID:appointment-${appointment.id}@yunzhen`);
    expect(first).toContain('SEQUENCE:0');
    expect(first).toContain('METHOD:PUBLISH');
    const params = { appointmentId: appointment.id };
    const to = (await freeTimes(patient, doctor))[7] ?? '';
    await patient.client.ok(rescheduleAppointment, { params, version: appointment.version, body: { startsAt: to } });
    const second = await file();
    expect(second).toContain('SEQUENCE:1');
    expect(second).toContain(`DTSTART:${to.replaceAll(/[-:]|\.000/g, '')}`);
    await patient.client.ok(cancelAppointment, { params, body: {} });
    const third = await file();
    expect(third).toContain('SEQUENCE:2');
    expect(third).toContain('METHOD:CANCEL');
    expect(third).toContain('STATUS:CANCELLED');
  });

  it('contains neither department nor reason', async () => {
    const text = await file();
    expect(text).not.toContain('General practice');
    expect(text).not.toContain('follow-up');
  });
});
