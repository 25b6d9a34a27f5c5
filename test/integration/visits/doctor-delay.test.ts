import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeDoctor, listOtherTimes } from '../../../shared/src/scheduling/doctor-changes.contract.ts';
import { listDoctors, setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { readLiveBoard } from '../../../shared/src/metrics/metrics.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { startPause } from '../../../shared/src/visits/pauses.contract.ts';
import {
  admitVisit,
  cancelVisit,
  checkIn,
  leaveVisit,
  readQueue,
  readWaiting,
} from '../../../shared/src/visits/visits.contract.ts';
import {
  openAppointment,
  readAppointment,
  readAppointmentCalendar,
  rescheduleAppointment,
} from '../../../shared/src/scheduling/appointments.contract.ts';
import { disableStaffMember } from '../../../shared/src/directory/staff.contract.ts';
import { openIntakeDraft } from '../../../shared/src/intake/intake.contract.ts';
import { seeAnother } from '../../../shared/src/visits/waiting-room.contract.ts';
import { doctorDelayOf } from '../../../shared/src/visits/waiting-room.ts';
import { checkInWithRecord } from '../intake/intake-steps.ts';
import { booked, freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { openPage } from '../../support/open-page.ts';
import { listen } from '../../support/record-socket.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { checkInBody, waitingVisit } from '../../support/visit-steps.ts';

type Doctor = TestPerson & { practitionerId: string };
type Patient = TestPerson & { patientId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: Doctor;
let patient: Patient;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
});

const minute = 60_000;
const now = <Person extends TestPerson>(person: Person) => factory.clientOf(person);
const waitingState = (visitId: string, person: TestPerson = patient) =>
  now(person).ok(readWaiting, { params: { visitId } });
const delay = async (visitId: string) => doctorDelayOf(await waitingState(visitId), test.clock.now().getTime());
const appointmentNow = (appointmentId: string) => now(patient).ok(readAppointment, { params: { appointmentId } });
const notifications = async () =>
  (await now(patient).ok(listNotifications, { query: {} })).items.map(({ template }) => template);
const offDuty = (of = doctor) => now(of).ok(setDuty, { body: { onDuty: false } });
const other = (visitId: string, by: TestPerson = patient) => now(by).call(seeAnother, { params: { visitId } });
/** Books an appointment, and checks its patient in on time. */
async function arrived({ withRecord = false } = {}) {
  await openHours(hospital, doctor);
  const [startsAt = ''] = await freeTimes(patient, doctor);
  const { id } = await booked(hospital, patient, doctor, startsAt);
  test.clock.advance(Date.parse(startsAt) - test.clock.now().getTime() - 10 * minute);
  const { visitId } = await now(patient).ok(openAppointment, { params: { appointmentId: id } });
  await answerDangers(now(patient), { visitId });
  if (withRecord) await checkInWithRecord(test.url, now(patient), visitId);
  else await now(patient).ok(checkIn, { params: { visitId }, body: checkInBody });
  return { visitId, appointmentId: id, startsAt };
}
const toTime = (startsAt: string, minutes: number) =>
  test.clock.advance(Date.parse(startsAt) + minutes * minute - test.clock.now().getTime());
const runs = () => runJob(test, hospital.id, 'tend-waiting-rooms');

describe('a doctor who is late', () => {
  it('is shown from five minutes after the time, and notified once after ten; the board shows it too', async () => {
    const { visitId, startsAt } = await arrived();
    expect(await delay(visitId)).toBeNull();
    const page = await openPage(test, { ...doctor, client: now(doctor) });
    await runs();
    toTime(startsAt, 6);
    expect(await delay(visitId)).toEqual({ cause: 'late', since: startsAt });
    const boss = await factory.staff(hospital, 'administrator');
    expect((await now(boss).ok(readLiveBoard, {})).doctorsLate).toBe(1);
    const templates = async () => (await notifications()).filter((template) => template === 'visit.doctor-behind');
    await runs();
    expect(await templates()).toEqual([]);
    toTime(startsAt, 11);
    await runs();
    await runs();
    page.close();
    expect(await templates()).toEqual(['visit.doctor-behind']);
    const late = (await eventsOf(test, visitId)).filter(({ type }) => type === 'visit.doctor-late');
    expect(late.map(({ facts }) => facts)).toEqual([{ minutes: 11 }]);
    const [entry] = (await now(doctor).ok(readQueue, {})).waiting;
    expect(entry?.visit.bookedFor).toBe(startsAt);
  });

  it.each([
    ['before the time', -1, true],
    ['when the doctor is late', 6, false],
  ])('leaving %s counts as a late cancellation unless the doctor is late', async (_when, minutes, late) => {
    const { visitId, startsAt } = await arrived();
    toTime(startsAt, minutes);
    await now(patient).ok(leaveVisit, { params: { visitId } });
    const { rows } = await test.database.admin.query<{ status: string; late_cancel: boolean }>(
      'SELECT status, late_cancel FROM appointment WHERE visit_id = $1',
      [visitId],
    );
    expect(rows).toEqual([{ status: 'cancelled', late_cancel: late }]);
  });
});

describe('a doctor who is absent', () => {
  it('off duty is shown with the start time, and the estimate is hidden', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    expect(await delay(visit.id)).toBeNull();
    await offDuty();
    const { doctorOffSince, estimateMinutes } = await waitingState(visit.id);
    expect(estimateMinutes).toBeNull();
    expect(await delay(visit.id)).toEqual({ cause: 'off-duty', since: doctorOffSince });
  });

  it('disconnected is shown since the last page closed, after two minutes', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const sick = await listen(test.url, patient.accessToken);
    const page = await listen(test.url, doctor.accessToken);
    page.close();
    await sick.next({ entity: 'waiting', id: visit.id, event: 'doctor.presence-changed' });
    sick.close();
    expect((await waitingState(visit.id)).doctorUnseenSince).not.toBeNull();
    expect(await delay(visit.id)).toBeNull();
    const free = await factory.doctor(hospital);
    const listed = async () => (await now(patient).ok(listDoctors, { query: {} })).items;
    test.clock.advance(3 * minute);
    expect((await delay(visit.id))?.cause).toBe('disconnected');
    // A patient who chooses now sees it too: the doctor comes last and has no expected wait.
    expect(await listed()).toMatchObject([
      { id: free.practitionerId, connected: true, waitMinutes: 0 },
      { id: doctor.practitionerId, connected: false, waitMinutes: null, onDuty: true },
    ]);
    const again = await listen(test.url, now(doctor).accessToken ?? '');
    await expect.poll(async () => (await waitingState(visit.id)).doctorUnseenSince).toBeNull();
    again.close();
  });
});

describe('changing to another doctor from the waiting room', () => {
  it('moves the patient to the next free doctor of the department, keeping the time', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    expect((await other(visit.id)).problem.code).toBe('visit.doctor-not-late');
    const colleague = await factory.doctor(hospital);
    test.clock.advance(minute);
    const later = await waitingVisit(hospital, await factory.patient(hospital), colleague);
    await offDuty();
    const moved = (await other(visit.id)).value;
    expect(moved).toMatchObject({ id: visit.id, status: 'waiting', doctor: { id: colleague.practitionerId } });
    const { waiting } = await now(colleague).ok(readQueue, {});
    expect(waiting.map(({ visit: { id } }) => id)).toEqual([visit.id, later.id]);
    expect((await now(doctor).ok(readQueue, {})).waiting).toEqual([]);
    expect((await trailOf(test, visit.id)).map(({ action }) => action)).toContain('visit.doctor-changed');
    // A second click in another tab is rejected: the new doctor is present.
    expect((await other(visit.id)).problem.code).toBe('visit.doctor-not-late');
  });

  it('is rejected when no other doctor is on duty, and the position stays', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await offDuty();
    expect((await other(visit.id)).problem.code).toBe('visit.no-other-doctor');
    expect(await waitingState(visit.id)).toMatchObject({ status: 'waiting', position: 1 });
  });

  it('moves to the doctor whom the page showed, and to no doctor elsewhere or off duty', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const busy = await factory.doctor(hospital);
    const free = await factory.doctor(hospital);
    const resting = await factory.doctor(hospital);
    await waitingVisit(hospital, await factory.patient(hospital), busy);
    for (const one of [doctor, resting]) await offDuty(one);
    const to = (doctorId: string) =>
      now(patient).call(seeAnother, { params: { visitId: visit.id }, query: { doctorId } });
    const elsewhere = await factory.doctor(await factory.hospital());
    for (const { practitionerId } of [resting, doctor, elsewhere])
      expect((await to(practitionerId)).problem.code).toBe('visit.no-other-doctor');
    expect((await to(busy.practitionerId)).value).toMatchObject({ doctor: { id: busy.practitionerId } });
    expect((await now(free).ok(readQueue, {})).waiting).toEqual([]);
  });

  it('is possible during a pause, and happens once for two simultaneous clicks', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const colleague = await factory.doctor(hospital);
    await now(doctor).ok(startPause, { body: { minutes: 30, reason: '' } });
    const answers = await Promise.all([other(visit.id), other(visit.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await now(colleague).ok(readQueue, {})).waiting).toHaveLength(1);
  });

  it('is allowed to the patient only', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await offDuty();
    for (const stranger of [await factory.patient(hospital), await factory.patient(await factory.hospital())])
      expect((await other(visit.id, stranger)).problem.code).toBe('resource.not-found');
  });
});

describe('moving the appointment from the waiting room', () => {
  const minuteLate = 6;
  const tomorrow = async () => (await freeTimes({ ...patient, client: now(patient) }, doctor))[3] ?? '';
  const take = async (appointmentId: string, startsAt: string, seen?: number) =>
    now(patient).call(rescheduleAppointment, {
      params: { appointmentId },
      version: seen ?? (await appointmentNow(appointmentId)).version,
      body: { startsAt },
    });
  const statusOf = async (visitId: string) => {
    const { rows } = await test.database.admin.query<{ status: string }>('SELECT status FROM visit WHERE id = $1', [
      visitId,
    ]);
    return rows[0]?.status;
  };

  it('is rejected while the doctor is not late, and the position stays', async () => {
    const { visitId, appointmentId } = await arrived();
    const { status, problem } = await take(appointmentId, await tomorrow());
    expect([status, problem.code]).toEqual([409, 'appointment.transition-refused']);
    expect(await waitingState(visitId)).toMatchObject({ status: 'waiting', position: 1 });
  });

  it('moves it, ends the wait, keeps the answers, is not a late cancellation, and allows a new arrival', async () => {
    const { visitId, appointmentId, startsAt } = await arrived({ withRecord: true });
    toTime(startsAt, minuteLate);
    const to = await tomorrow();
    const moved = { id: appointmentId, status: 'booked', startsAt: to, moves: 1, visitId: null };
    expect(await take(appointmentId, to)).toMatchObject({ status: 200, value: moved });
    expect(await statusOf(visitId)).toBe('left');
    expect((await now(doctor).ok(readQueue, {})).waiting).toEqual([]);
    const events = await eventsOf(test, appointmentId);
    expect(events.at(-1)).toEqual({ type: 'appointment.rescheduled', facts: { late: false } });
    const [params, query] = [{ appointmentId }, { locale: 'en' as const }];
    const { value: file } = await now(patient).call(readAppointmentCalendar, { params, query });
    expect(String(file)).toContain('SEQUENCE:1');
    const { value: draft } = await now(patient).call(openIntakeDraft, { body: { appointmentId } });
    expect(draft.content).toMatchObject({ step: 'consent', duration: checkInBody.intake.duration, consent: null });
    expect(draft.content).not.toHaveProperty('priorEvidence');
    toTime(to, -10);
    const { visitId: again } = await now(patient).ok(openAppointment, { params: { appointmentId } });
    expect(again).not.toBe(visitId);
    expect(await statusOf(again)).toBe('planned');
  });

  it('changes nothing when the new time is taken', async () => {
    const { visitId, appointmentId, startsAt } = await arrived();
    toTime(startsAt, minuteLate);
    const to = await tomorrow();
    const other = await factory.patient(hospital);
    await booked(hospital, other, doctor, to);
    expect((await take(appointmentId, to)).problem.code).toBe('appointment.slot-taken');
    expect(await waitingState(visitId)).toMatchObject({ status: 'waiting', position: 1 });
    expect(await appointmentNow(appointmentId)).toMatchObject({ status: 'checked-in', startsAt, visitId });
  });

  it('in a race with a booking of that time gives it to one, and the patient keeps a time or a position', async () => {
    for (let round = 0; round < 4; round++) {
      const { visitId, appointmentId, startsAt } = await arrived();
      toTime(startsAt, minuteLate);
      const to = await tomorrow();
      const booker = await factory.patient(hospital);
      const [moved, held] = await Promise.all([take(appointmentId, to), hold(hospital, booker, doctor, to)]);
      expect([moved.status, held.status].toSorted()).toEqual(moved.status === 200 ? [200, 409] : [201, 409]);
      expect(await statusOf(visitId)).toBe(moved.status === 200 ? 'left' : 'waiting');
      doctor = await factory.doctor(hospital);
      patient = await factory.patient(hospital);
    }
  });

  it('in a race with the admission either continues the visit or moves the time', async () => {
    for (let round = 0; round < 4; round++) {
      const { visitId, appointmentId, startsAt } = await arrived();
      toTime(startsAt, minuteLate);
      const to = await tomorrow();
      const [moved, admitted] = await Promise.all([
        take(appointmentId, to),
        now(doctor).call(admitVisit, { params: { visitId } }),
      ]);
      expect([moved.status, admitted.status].toSorted()).toEqual([200, 409]);
      expect(await statusOf(visitId)).toBe(moved.status === 200 ? 'left' : 'in-progress');
      expect((await appointmentNow(appointmentId)).status).toBe(moved.status === 200 ? 'booked' : 'checked-in');
      doctor = await factory.doctor(hospital);
      patient = await factory.patient(hospital);
    }
  });

  it('twice at once moves it once', async () => {
    const { appointmentId, startsAt } = await arrived();
    toTime(startsAt, minuteLate);
    const to = await tomorrow();
    const { version } = await appointmentNow(appointmentId);
    const answers = await Promise.all([take(appointmentId, to, version), take(appointmentId, to, version)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await appointmentNow(appointmentId)).moves).toBe(1);
  });
});

describe('a doctor who leaves for good while patients wait and no colleague is on duty', () => {
  let colleague: Doctor;
  beforeEach(async () => {
    colleague = await factory.doctor(hospital);
    await openHours(hospital, colleague);
    await offDuty(colleague);
  });
  const disableDoctor = async () =>
    now(await factory.staff(hospital, 'administrator')).ok(disableStaffMember, {
      params: { accountId: doctor.accountId },
    });
  const offered = async (appointmentId: string) =>
    (await now(patient).ok(listOtherTimes, { params: { appointmentId } })).items;
  const take = async (appointmentId: string, startsAt: string, seen?: number) =>
    now(patient).call(changeDoctor, {
      params: { appointmentId },
      version: seen ?? (await appointmentNow(appointmentId)).version,
      body: { doctorId: colleague.practitionerId, startsAt },
    });

  it('is shown before the appointment’s time too, notified once, and the position stays for the next doctor', async () => {
    const { visitId, startsAt } = await arrived();
    expect(await delay(visitId)).toBeNull();
    const page = await listen(test.url, now(patient).accessToken ?? '');
    await disableDoctor();
    await page.next({ entity: 'duty', id: doctor.practitionerId, event: 'duty.changed' });
    await page.next({ entity: 'waiting', id: visitId, event: 'visit.doctor-gone' });
    page.close();
    const duty = (await eventsOf(test, doctor.practitionerId)).filter(({ type }) => type === 'duty.changed');
    expect(duty.at(-1)?.facts).toEqual({ onDuty: false, dutySeconds: expect.any(Number) as number });
    expect((await delay(visitId))?.cause).toBe('left');
    expect((await other(visitId)).problem.code).toBe('visit.no-other-doctor');
    toTime(startsAt, 20);
    await runs();
    expect(await notifications()).not.toContain('visit.doctor-behind');
    expect(await waitingState(visitId)).toMatchObject({ status: 'waiting', position: 1, doctorLeft: true });
    await test.database.admin.query('UPDATE practitioner SET on_duty = true WHERE id = $1', [colleague.practitionerId]);
    expect((await other(visitId)).value).toMatchObject({ doctor: { id: colleague.practitionerId } });
  });

  it.each([
    ['who waits and leaves before the appointment time', true],
    ['who has arrived without checking in', false],
  ])('causes no late cancellation for a patient %s', async (_who, waits) => {
    await openHours(hospital, doctor);
    const [startsAt = ''] = await freeTimes(patient, doctor);
    const { id } = await booked(hospital, patient, doctor, startsAt);
    toTime(startsAt, -10);
    const { visitId } = await now(patient).ok(openAppointment, { params: { appointmentId: id } });
    await answerDangers(now(patient), { visitId });
    if (waits) await now(patient).ok(checkIn, { params: { visitId }, body: checkInBody });
    await disableDoctor();
    await now(patient).ok(waits ? leaveVisit : cancelVisit, { params: { visitId } });
    expect(await appointmentNow(id)).toMatchObject({ status: 'cancelled', lateCancel: false });
  });

  it('lets the patient take a time of another doctor: same appointment, same answers, and the wait ends', async () => {
    const { visitId, appointmentId, startsAt } = await arrived();
    expect(await offered(appointmentId)).toEqual([]);
    expect((await take(appointmentId, startsAt)).problem.code).toBe('appointment.transition-refused');
    await disableDoctor();
    expect((await appointmentNow(appointmentId)).doctorGone).toBe(true);
    const times = (await offered(appointmentId)).filter((time) => time.startsAt !== startsAt);
    const to = times.find((time) => Date.parse(time.startsAt) > Date.parse(startsAt))?.startsAt ?? '';
    const moved = await take(appointmentId, to);
    expect(moved.value).toMatchObject({
      id: appointmentId,
      status: 'booked',
      startsAt: to,
      visitId: null,
      doctorGone: false,
      doctor: { id: colleague.practitionerId },
    });
    expect((await waitingState(visitId)).status).toBe('left');
    expect(await notifications()).toContain('appointment.other-doctor');
    const { value: draft } = await now(patient).call(openIntakeDraft, { body: { appointmentId } });
    expect(draft.content).toMatchObject({ step: 'consent', duration: checkInBody.intake.duration, consent: null });
    toTime(to, -10);
    const { visitId: again } = await now(patient).ok(openAppointment, { params: { appointmentId } });
    expect(again).not.toBe(visitId);
  });

  it('lets the patient do so once when it is sent twice at once', async () => {
    const { appointmentId, startsAt } = await arrived();
    await disableDoctor();
    const { version } = await appointmentNow(appointmentId);
    const answers = await Promise.all([take(appointmentId, startsAt, version), take(appointmentId, startsAt, version)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});
