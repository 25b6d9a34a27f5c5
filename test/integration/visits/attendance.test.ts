import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { transferVisit } from '../../../shared/src/visits/transfers.contract.ts';
import {
  admitVisit,
  leaveVisit,
  readQueue,
  readVisit,
  readWaiting,
} from '../../../shared/src/visits/visits.contract.ts';
import { callWaiting, comeBack, stepAway } from '../../../shared/src/visits/waiting-room.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { openPage } from '../../support/open-page.ts';
import { listen } from '../../support/record-socket.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

type Doctor = TestPerson & { practitionerId: string };
type Patient = TestPerson & { patientId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: Doctor;
let patient: Patient;
let other: Patient;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
  other = await factory.patient(hospital);
});

const minute = 60_000;
/** Returns a client of the same person with a token that is valid at the advanced clock. */
const now = <Person extends TestPerson>(person: Person) => factory.clientOf(person);
const away = (person: TestPerson, visitId: string, minutes: number | null = null) =>
  now(person).call(stepAway, { params: { visitId }, body: { minutes } });
const back = (person: TestPerson, visitId: string) => now(person).call(comeBack, { params: { visitId } });
const waitingState = (person: TestPerson, visitId: string) => now(person).ok(readWaiting, { params: { visitId } });
const admit = (visitId: string, by = doctor) => now(by).call(admitVisit, { params: { visitId } });
const queue = async () => (await now(doctor).ok(readQueue, {})).waiting;
const notificationsOf = async (person: TestPerson) =>
  (await now(person).ok(listNotifications, { query: {} })).items.map(({ template }) => template);
const sweep = () => runJob(test, hospital.id, 'tend-waiting-rooms');
const minutesUntil = (instant: string | undefined) =>
  Math.round((Date.parse(instant ?? '') - test.clock.now().getTime()) / minute);
async function setStepAway(stepAwayMinutes: number): Promise<void> {
  const boss = await factory.staff(hospital, 'administrator');
  const { version, settings } = await boss.client.ok(readHospitalSettings, {});
  await boss.client.ok(saveHospitalSettings, { version, body: { ...settings, stepAwayMinutes } });
}
/** Opens a page of each person, so that the sweep finds them present. */
const opened = (...people: TestPerson[]) =>
  Promise.all(people.map((person) => openPage(test, { ...person, client: now(person) })));

describe('stepping away from the waiting room', () => {
  it('keeps the queue position, and the doctor sees the end of the absence', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const behind = await waitingVisit(hospital, other, doctor);
    const answer = (await away(patient, visit.id, 10)).value;
    expect(answer).toMatchObject({ position: 1, status: 'waiting', stepAwayMinutes: 20 });
    expect(minutesUntil(answer.attendance.away?.until)).toBe(10);
    expect((await queue()).map(({ visit: { id }, attendance }) => [id, attendance.away?.until ?? null])).toEqual([
      [visit.id, answer.attendance.away?.until],
      [behind.id, null],
    ]);
    expect(await waitingState(other, behind.id)).toMatchObject({ position: 2, absentBefore: 1 });
    const returned = (await back(patient, visit.id)).value;
    expect(returned).toMatchObject({ position: 1, attendance: { away: null, called: null } });
    expect(await waitingState(other, behind.id)).toMatchObject({ position: 2, absentBefore: 0 });
    expect((await trailOf(test, visit.id)).map(({ action }) => action).slice(-2)).toEqual([
      'visit.stepped-away',
      'visit.came-back',
    ]);
  });

  it('without a duration lasts the hospital’s maximum, and never longer', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    expect(minutesUntil((await away(patient, visit.id)).value.attendance.away?.until)).toBe(20);
    await setStepAway(12);
    expect(minutesUntil((await away(patient, visit.id)).value.attendance.away?.until)).toBe(12);
    expect((await away(patient, visit.id, 13)).problem).toMatchObject({
      code: 'validation.failed',
      fields: [{ path: 'minutes', rule: 'too_big' }],
    });
  });

  it('twice at once is one absence, and returning twice is one return', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await Promise.all([away(patient, visit.id, 5), away(patient, visit.id, 5)]);
    const answers = await Promise.all([back(patient, visit.id), back(patient, visit.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const types = (await eventsOf(test, visit.id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'visit.came-back')).toHaveLength(1);
  });

  it('is published at once to the doctor’s page and the patients behind', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const behind = await waitingVisit(hospital, other, doctor);
    const [page, next] = await opened(doctor, other);
    await away(patient, visit.id);
    await page?.next({ entity: 'queue', id: doctor.practitionerId, event: 'visit.stepped-away' });
    await next?.next({ entity: 'waiting', id: behind.id, event: 'visit.stepped-away' });
    page?.close();
    next?.close();
  });

  it('is rejected from a stale page after the visit began or ended', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await admit(visit.id);
    expect((await away(patient, visit.id)).problem.code).toBe('visit.not-waiting');
    // Opening an old page only reports the return, which is always accepted.
    expect((await back(patient, visit.id)).value).toMatchObject({ status: 'in-progress', position: null });
    const second = await waitingVisit(hospital, other, doctor);
    await other.client.ok(leaveVisit, { params: { visitId: second.id } });
    expect((await away(other, second.id)).problem.code).toBe('visit.not-waiting');
  });

  it('is allowed to the patient only, and calling to their doctor only', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    for (const person of [other, await factory.patient(await factory.hospital())]) {
      expect((await away(person, visit.id)).problem.code).toBe('resource.not-found');
      expect((await back(person, visit.id)).problem.code).toBe('resource.not-found');
    }
    const colleague = await factory.doctor(hospital);
    await away(patient, visit.id);
    const call = await colleague.client.call(callWaiting, { params: { visitId: visit.id } });
    expect(call.problem.code).toBe('resource.not-found');
  });
});

describe('an absent patient whose turn comes', () => {
  it('keeps the position and is called while the next present patient is admitted', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const behind = await waitingVisit(hospital, other, doctor);
    await away(patient, visit.id, 5);
    expect((await admit(behind.id)).value.status).toBe('in-progress');
    const waiting = await waitingState(patient, visit.id);
    expect(waiting).toMatchObject({ status: 'waiting', position: 1 });
    expect(minutesUntil(waiting.attendance.called?.keptUntil)).toBe(20);
    expect(await notificationsOf(patient)).toEqual(['visit.turn-come']);
    expect(await notificationsOf(other)).toEqual(['visit.doctor-ready']);
    // The patient is called once: the next admission does not call again.
    const third = await factory.patient(hospital);
    await admit((await waitingVisit(hospital, third, doctor)).id);
    expect(await notificationsOf(patient)).toEqual(['visit.turn-come']);
    expect((await back(patient, visit.id)).value).toMatchObject({
      position: 1,
      attendance: { called: null, away: null },
    });
  });

  it('is not called while a present patient is before them', async () => {
    const visits = [];
    for (const person of [other, patient, await factory.patient(hospital)])
      visits.push(await waitingVisit(hospital, person, doctor));
    await away(patient, visits[1]?.id ?? '');
    await admit(visits[2]?.id ?? '');
    expect(await notificationsOf(patient)).toEqual([]);
    await admit(visits[0]?.id ?? '');
    expect(await notificationsOf(patient)).toEqual(['visit.turn-come']);
  });

  it('is called in each queue when two doctors admit at once', async () => {
    const colleague = await factory.doctor(hospital);
    const people = await Promise.all([1, 2, 3, 4].map(() => factory.patient(hospital)));
    const visits = [];
    for (const [index, person] of people.entries())
      visits.push(await waitingVisit(hospital, person, index % 2 === 0 ? doctor : colleague));
    const [first, second, third, fourth] = visits.map(({ id }) => id);
    await Promise.all([away(people[0] ?? patient, first ?? ''), away(people[1] ?? patient, second ?? '')]);
    const answers = await Promise.all([admit(third ?? ''), admit(fourth ?? '', colleague)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await Promise.all(people.map(notificationsOf))).toEqual([
      ['visit.turn-come'],
      ['visit.turn-come'],
      ['visit.doctor-ready'],
      ['visit.doctor-ready'],
    ]);
  });

  it('is called by the sweep as a free doctor’s only patient, not before their turn', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const booked = await waitingVisit(hospital, other, doctor);
    await test.database.admin.query(
      `UPDATE visit SET booked_for = now() + interval '20 minutes', queue_at = now() + interval '20 minutes' WHERE id = $1`,
      [booked.id],
    );
    await away(patient, visit.id);
    await away(other, booked.id);
    await sweep();
    expect([await notificationsOf(patient), await notificationsOf(other)]).toEqual([['visit.turn-come'], []]);
  });

  it('is called by their doctor at most once a minute; a present patient is not called', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const call = () => now(doctor).call(callWaiting, { params: { visitId: visit.id } });
    expect((await call()).problem.code).toBe('visit.patient-present');
    await away(patient, visit.id);
    const answers = [await call(), await call()];
    expect(answers[0]?.value.attendance.called?.keptUntil).toBe(answers[1]?.value.attendance.called?.keptUntil);
    expect(await notificationsOf(patient)).toEqual(['visit.turn-come']);
    test.clock.advance(2 * minute);
    await call();
    expect(await notificationsOf(patient)).toEqual(['visit.turn-come', 'visit.turn-come']);
    expect((await trailOf(test, visit.id)).filter(({ action }) => action === 'visit.called')).toHaveLength(3);
  });

  it('is admitted all the same, which ends the absence and notifies them', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await away(patient, visit.id);
    expect((await admit(visit.id)).value.status).toBe('in-progress');
    expect(await notificationsOf(patient)).toEqual(['visit.doctor-ready']);
    const { inProgress } = await now(doctor).ok(readQueue, {});
    expect(inProgress[0]?.attendance.away).toBeNull();
  });

  it('stays absent after a transfer', async () => {
    const colleague = await factory.doctor(hospital);
    const visit = await waitingVisit(hospital, patient, doctor);
    await away(patient, visit.id, 15);
    await now(doctor).ok(transferVisit, {
      params: { visitId: visit.id },
      body: { doctorId: colleague.practitionerId, departmentId: hospital.departmentId, reason: '专科' },
    });
    const [entry] = (await now(colleague).ok(readQueue, {})).waiting;
    expect(minutesUntil(entry?.attendance.away?.until)).toBe(15);
    expect((await back(patient, visit.id)).value.attendance.away).toBeNull();
  });
});

describe('the position of a patient who does not return', () => {
  it('is kept for the time in the call, then ends while the doctor is present; the patient is notified both times', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await away(patient, visit.id, 5);
    await sweep();
    expect(await notificationsOf(patient)).toEqual(['visit.turn-come']);
    test.clock.advance(19 * minute);
    await sweep();
    expect((await waitingState(patient, visit.id)).status).toBe('waiting');
    test.clock.advance(2 * minute);
    // The doctor is absent too, so the patient keeps the position.
    await sweep();
    expect((await waitingState(patient, visit.id)).status).toBe('waiting');
    const [page] = await opened(doctor);
    await sweep();
    page?.close();
    expect((await now(patient).ok(readVisit, { params: { visitId: visit.id } })).status).toBe('left');
    expect(await notificationsOf(patient)).toEqual(['visit.place-ended', 'visit.turn-come']);
    const left = (await eventsOf(test, visit.id)).filter(({ type }) => type === 'visit.left');
    expect(left).toHaveLength(1);
  });

  it('is kept when the patient returns at the last moment', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await away(patient, visit.id, 5);
    await sweep();
    test.clock.advance(30 * minute);
    const pages = await opened(doctor, patient);
    await back(patient, visit.id);
    await sweep();
    for (const page of pages) page.close();
    expect(await waitingState(patient, visit.id)).toMatchObject({
      status: 'waiting',
      position: 1,
      attendance: { called: null },
    });
  });

  it('is kept before their turn, however long the patient was not present', async () => {
    const first = await waitingVisit(hospital, other, doctor);
    const visit = await waitingVisit(hospital, patient, doctor);
    const pages = await opened(doctor, other);
    await sweep();
    test.clock.advance(90 * minute);
    await sweep();
    for (const page of pages) page.close();
    const waiting = await waitingState(patient, visit.id);
    expect(waiting).toMatchObject({ status: 'waiting', position: 2, attendance: { called: null } });
    expect(await notificationsOf(patient)).toEqual([]);
    expect((await waitingState(other, first.id)).status).toBe('waiting');
  });
});

describe('closing the page without stepping away', () => {
  it('shows the doctor the time, counts as an absence after a minute, and ends when the page opens again', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const desk = await listen(test.url, doctor.accessToken);
    const page = await listen(test.url, patient.accessToken);
    await desk.next({ entity: 'queue', event: 'patient.presence-changed' });
    desk.forget();
    page.close();
    await desk.next({ entity: 'queue', event: 'patient.presence-changed' });
    expect((await queue())[0]?.attendance.unseenSince).not.toBeNull();
    await sweep();
    expect(await notificationsOf(patient)).toEqual([]);
    test.clock.advance(2 * minute);
    await sweep();
    expect(await notificationsOf(patient)).toEqual(['visit.turn-come']);
    desk.forget();
    const [again] = await opened(patient);
    await desk.next({ entity: 'queue', event: 'patient.presence-changed' });
    expect((await queue())[0]?.attendance).toEqual({ away: null, unseenSince: null, called: null });
    expect((await waitingState(patient, visit.id)).position).toBe(1);
    again?.close();
    desk.close();
  });
});
