import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listDoctors } from '../../../shared/src/directory/directory.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { endPause, readPause, startPause } from '../../../shared/src/visits/pauses.contract.ts';
import { readDay } from '@yunzhen/shared/visits/day.contract';
import { admitVisit, completeVisit, createVisit, readWaiting } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: Doctor;
let patient: TestPerson & { patientId: string };

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
const pause = (minutes: number, by = doctor) => by.client.call(startPause, { body: { minutes, reason: '会诊' } });
const waitingState = (visitId: string) => patient.client.ok(readWaiting, { params: { visitId } });

/** Records a consultation of this length for the department’s estimates. */
async function consulted(minutes: number): Promise<void> {
  const other = await factory.patient(hospital);
  const { id } = await waitingVisit(hospital, other, doctor);
  await doctor.client.ok(admitVisit, { params: { visitId: id } });
  await test.database.admin.query(
    `UPDATE visit SET status = 'completed', admitted_at = now() - $2::int * interval '1 minute', ended_at = now() WHERE id = $1`,
    [id, minutes],
  );
}

describe('a doctor’s pause', () => {
  it('shows its end to the doctor, to waiting patients and to those who choose a doctor', async () => {
    await consulted(10);
    const visit = await waitingVisit(hospital, patient, doctor);
    expect(await waitingState(visit.id)).toMatchObject({ estimateMinutes: 10, doctorPausedUntil: null });
    const page = await listen(test.url, patient.accessToken);
    const { pause: begun } = (await pause(30)).value;
    await page.next({ entity: 'waiting', id: visit.id, event: 'duty.pause-changed' });
    page.close();
    expect(begun).toMatchObject({ reason: '会诊' });
    const waiting = await waitingState(visit.id);
    expect(waiting).toMatchObject({ doctorPausedUntil: begun?.until, doctorOnDuty: true });
    // The first patient’s estimate starts at the doctor’s return, not in ten minutes.
    expect(waiting.estimateMinutes).toBeGreaterThanOrEqual(29);
    const { items } = await patient.client.ok(listDoctors, { query: {} });
    expect(items).toMatchObject([{ id: doctor.practitionerId, pausedUntil: begun?.until }]);
    const day = await doctor.client.ok(readDay, { query: {} });
    expect(day.pauses).toEqual([begun]);
    const notifications = await patient.client.ok(listNotifications, { query: { locale: 'en' } });
    expect(notifications.items.map(({ template }) => template)).toEqual(['visit.doctor-late']);
    expect(notifications.items[0]?.link).toBe(`/visits/${visit.id}/waiting`);
  });

  it('assigns no new patients to the doctor until it ends', async () => {
    const ask = async () =>
      (await factory.patient(hospital)).client.call(createVisit, {
        body: { departmentId: hospital.departmentId, complaint: '咳嗽' },
      });
    await pause(10);
    expect((await ask()).problem.code).toBe('visit.doctor-off-duty');
    expect((await doctor.client.ok(endPause, {})).pause).toBeNull();
    expect((await ask()).value.doctor.id).toBe(doctor.practitionerId);
  });

  it('ends at its time, whether or not the doctor ended it', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await pause(5);
    test.clock.advance(5 * minute);
    const [later, sick] = [factory.clientOf(doctor), factory.clientOf(patient)];
    expect((await later.ok(readPause, {})).pause).toBeNull();
    expect((await sick.ok(readWaiting, { params: { visitId: visit.id } })).doctorPausedUntil).toBeNull();
  });

  it('starts again from now when repeated, and two simultaneous clicks leave one', async () => {
    const answers = await Promise.all([pause(20), pause(20), pause(20)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { rows } = await test.database.admin.query<{ running: number }>(
      'SELECT count(*)::int AS running FROM practitioner_pause WHERE practitioner_id = $1 AND ended_at IS NULL',
      [doctor.practitionerId],
    );
    expect(rows[0]?.running).toBe(1);
    const shorter = (await pause(5)).value.pause;
    expect((await doctor.client.ok(readPause, {})).pause).toEqual(shorter);
  });

  it('replaces one that started a moment later but was stored first', async () => {
    await pause(20);
    await test.database.admin.query(
      `UPDATE practitioner_pause SET from_at = from_at + interval '1 minute' WHERE practitioner_id = $1`,
      [doctor.practitionerId],
    );
    const { pause: shorter } = (await pause(5)).value;
    expect((await doctor.client.ok(readPause, {})).pause).toEqual(shorter);
    const { rows } = await test.database.admin.query(
      'SELECT ended_at >= from_at AS ended FROM practitioner_pause WHERE practitioner_id = $1 ORDER BY from_at',
      [doctor.practitionerId],
    );
    expect(rows).toEqual([{ ended: null }, { ended: true }]);
  });

  it('and its end, sent twice, are one audit event each', async () => {
    await pause(15);
    await Promise.all([doctor.client.ok(endPause, {}), doctor.client.ok(endPause, {})]);
    expect((await trailOf(test, doctor.practitionerId)).map(({ action }) => action)).toEqual([
      'duty.paused',
      'duty.pause-ended',
    ]);
  });

  it('shorter than ten minutes notifies no patient', async () => {
    await waitingVisit(hospital, patient, doctor);
    await pause(5);
    expect((await patient.client.ok(listNotifications, { query: {} })).items).toEqual([]);
  });

  it('is for doctors on duty, and only for oneself', async () => {
    await test.database.admin.query('UPDATE practitioner SET on_duty = false WHERE id = $1', [doctor.practitionerId]);
    expect((await pause(10)).problem.code).toBe('visit.doctor-off-duty');
    expect((await patient.client.call(startPause, { body: { minutes: 10, reason: '' } })).problem.code).toBe(
      'auth.forbidden',
    );
    const colleague = await factory.doctor(hospital);
    await pause(10, colleague);
    expect((await doctor.client.ok(readPause, {})).pause).toBeNull();
  });

  it.each([4, 241, 7.5])('of %d minutes is rejected', async (minutes) => {
    expect((await pause(minutes)).problem.code).toBe('validation.failed');
  });

  it('lets the doctor continue the current visit', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    await pause(10);
    expect((await doctor.client.call(admitVisit, { params: { visitId: visit.id } })).status).toBe(200);
    const answer = await doctor.client.call(completeVisit, { params: { visitId: visit.id }, body: { summary: '' } });
    expect(answer.problem.code).toMatch(/^visit\.(note-unsigned|diagnosis-missing)$/);
  });
});
