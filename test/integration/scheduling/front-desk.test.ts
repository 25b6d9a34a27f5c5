import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listChartLooks } from '../../../shared/src/chart/timeline.contract.ts';
import { readAppointment, rescheduleAppointment } from '../../../shared/src/scheduling/appointments.contract.ts';
import { listOrphanedAppointments } from '../../../shared/src/scheduling/doctor-changes.contract.ts';
import {
  cancelDeskAppointment,
  listDeskAppointments,
  listDeskTimes,
  moveDeskAppointment,
  type DeskAppointment,
} from '../../../shared/src/scheduling/front-desk.contract.ts';
import { frontDeskSchemas } from '../../../shared/src/scheduling/front-desk.schemas.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { shiftDay } from '../../../shared/src/core/time/calendar-day.ts';
import { dayIn } from '../../../shared/src/core/time/time-zone.ts';
import { booked, freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let desk: TestPerson;
beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());
beforeEach(async () => {
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital, '王芳');
  await openHours(hospital, doctor);
  patient = await factory.patient(hospital);
  desk = await factory.staff(hospital, 'receptionist');
});

const list = async (query: { day?: string; q?: string } = { q: '王芳' }, by = desk) =>
  (await by.client.ok(listDeskAppointments, { query })).items;
async function appointment(at = 8): Promise<DeskAppointment> {
  const { id } = await booked(hospital, patient, doctor, (await freeTimes(patient, doctor))[at] ?? '');
  const found = (await list()).find((one) => one.id === id);
  if (!found) throw new Error('the front desk does not see the appointment');
  return found;
}
/** The day of the hospitals of these tests. */
const dayOf = (at: Date) => dayIn('Asia/Shanghai', at);
const today = () => dayOf(test.clock.now());
const of = ({ id }: { id: string }) => ({ appointmentId: id });
const own = (id: string) => patient.client.ok(readAppointment, { params: of({ id }) });
const templates = async () =>
  (await patient.client.ok(listNotifications, { query: { locale: 'en' } })).items.map(({ template }) => template);
const move = (
  one: DeskAppointment,
  startsAt: string,
  by = desk,
  version = one.version,
  askedBy: 'patient' | 'hospital' = 'patient',
) => by.client.call(moveDeskAppointment, { params: of(one), version, body: { startsAt, askedBy } });
const cancel = (one: DeskAppointment, askedBy: 'patient' | 'hospital', by = desk, version = one.version) =>
  by.client.call(cancelDeskAppointment, { params: of(one), version, body: { askedBy, reason: 'Called in' } });

describe('the list of the front desk', () => {
  it('shows who, when and with whom, by day and by name, and no reason of the visit', async () => {
    const one = await appointment();
    expect(one).toMatchObject({ status: 'booked', open: true, doctorGone: false, doctor: { name: '王芳' } });
    expect(one.patient).toMatchObject({ id: patient.patientId });
    expect(JSON.stringify(one)).not.toContain('follow-up');
    const day = one.startsAt.slice(0, 10);
    expect(await list({ q: one.patient.name.slice(0, 1) })).toHaveLength(1);
    expect(await list({ q: 'Wang F' })).toHaveLength(1);
    expect(await list({ q: 'nobody of this name' })).toEqual([]);
    const days = [shiftDay(today(), -1), day, shiftDay(day, 3)];
    expect((await Promise.all(days.map((each) => list({ day: each })))).map(({ length }) => length)).toEqual([0, 1, 0]);
  });

  it('has no place that is only held, and no appointment of another hospital', async () => {
    await hold(hospital, patient, doctor, (await freeTimes(patient, doctor))[0] ?? '');
    expect(await list()).toEqual([]);
    const one = await appointment();
    const theirs = await factory.staff(await factory.hospital(), 'receptionist');
    expect(await list({ q: '王芳' }, theirs)).toEqual([]);
    expect((await move(one, one.startsAt, theirs)).status).toBe(404);
    expect((await cancel(one, 'patient', theirs)).status).toBe(404);
  });

  it('is audited with each patient shown', async () => {
    await appointment();
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM audit_event WHERE action = 'appointment.read' AND actor_account_id = $1 AND patient_id = $2`,
      [desk.accountId, patient.patientId],
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it('needs a day or a name, and shows no day before yesterday', async () => {
    for (const query of [{}, { q: '  ' }])
      expect((await desk.client.call(listDeskAppointments, { query })).problem.fields?.[0]?.rule).toBe('day-or-name');
    expect(await list({ day: shiftDay(today(), -1) })).toEqual([]);
    const query = { day: shiftDay(today(), -2) };
    expect((await desk.client.call(listDeskAppointments, { query })).problem.fields).toEqual([
      { path: 'day', rule: 'date-before-yesterday' },
    ]);
  });

  it('and its changes are limited for each receptionist', () => {
    const { listDeskAppointments: all, moveDeskAppointment: moving, cancelDeskAppointment: ending } = frontDeskSchemas;
    expect([all, frontDeskSchemas.listDeskTimes, moving, ending].map(({ rateLimit }) => rateLimit)).toEqual([
      60, 60, 20, 20,
    ]);
  });

  it('is for receptionists only, who may reassign appointments of doctors who left and open nothing else', async () => {
    for (const one of [patient, doctor, await factory.staff(hospital, 'president')])
      expect((await one.client.call(listDeskAppointments, { query: { q: 'a' } })).status).toBe(403);
    expect((await desk.client.call(listOrphanedAppointments, { query: {} })).status).toBe(200);
    const one = await appointment();
    expect((await desk.client.call(readAppointment, { params: of(one) })).status).toBe(403);
  });
});

describe('a receptionist', () => {
  it('moves an appointment to a free time of its doctor; the patient reads it and gets a message', async () => {
    const one = await appointment();
    const { items } = await desk.client.ok(listDeskTimes, { params: of(one) });
    const free = items.find(({ startsAt }) => startsAt > one.startsAt);
    expect(items.some(({ startsAt }) => startsAt === one.startsAt)).toBe(false);
    const moved = await move(one, free?.startsAt ?? '');
    expect(moved.value).toMatchObject({ startsAt: free?.startsAt, status: 'booked' });
    expect(await own(one.id)).toMatchObject({ startsAt: free?.startsAt, moves: 0 });
    expect(await templates()).toContain('appointment.moved');
    const trail = await trailOf(test, one.id);
    expect(trail.find(({ action }) => action === 'appointment.rescheduled')).toMatchObject({
      actor_account_id: desk.accountId,
      patient_id: patient.patientId,
    });
  });

  it('overwrites no newer change, takes no taken time, and changes nothing that has begun or passed', async () => {
    const one = await appointment();
    const [, , next = ''] = await freeTimes(patient, doctor);
    const version = (await own(one.id)).version;
    await patient.client.ok(rescheduleAppointment, { params: of(one), version, body: { startsAt: next } });
    expect((await move(one, one.startsAt)).problem.code).toBe('resource.stale');
    expect((await cancel(one, 'patient')).problem.code).toBe('resource.stale');
    const other = await factory.patient(hospital);
    const [taken = ''] = await freeTimes(other, doctor);
    await booked(hospital, other, doctor, taken);
    const now = (await list()).find(({ id }) => id === one.id) ?? one;
    expect((await move(now, taken)).problem.code).toBe('appointment.slot-taken');
    await test.database.admin.query(
      `UPDATE appointment SET starts_at = starts_at - interval '2 days', ends_at = ends_at - interval '2 days' WHERE id = $1`,
      [one.id],
    );
    expect((await move(now, next)).problem.code).toBe('appointment.transition-refused');
    expect((await cancel(now, 'hospital')).problem.code).toBe('appointment.transition-refused');
  });

  it('is offered the days from any date up to the last one, by default from the appointment', async () => {
    const one = await appointment();
    const times = (from?: string) => desk.client.ok(listDeskTimes, { params: of(one), query: from ? { from } : {} });
    const { from, lastDay } = await times();
    expect(from).toBe(dayOf(new Date(one.startsAt)));
    expect(lastDay).toBe(shiftDay(today(), 60));
    const far = shiftDay(lastDay, -10);
    const { items } = await times(far);
    const offered = items.map(({ startsAt }) => dayOf(new Date(startsAt)));
    expect([(offered[0] ?? '') >= far, (offered.at(-1) ?? '') <= lastDay]).toEqual([true, true]);
    expect((await move(one, items[0]?.startsAt ?? '')).value.startsAt).toBe(items[0]?.startsAt);
    expect((await times('2020-01-01')).from).toBe(today());
  });

  it('moves what the patient has moved often enough, and late only when the patient asked', async () => {
    for (const askedBy of ['patient', 'hospital'] as const) {
      const one = await appointment(askedBy === 'patient' ? 8 : 12);
      // Within the notice period of twelve hours.
      await test.database.admin.query(
        `UPDATE appointment SET moves = 20, starts_at = $2, ends_at = $2::timestamptz + interval '15 minutes' WHERE id = $1`,
        [one.id, new Date(test.clock.now().getTime() + 3_600_000)],
      );
      const [, , , free = ''] = await freeTimes(patient, doctor);
      expect((await move(one, free, desk, one.version, askedBy)).value).toMatchObject({ startsAt: free });
      const trail = await trailOf(test, one.id);
      const { details } = trail.find(({ action }) => action === 'appointment.rescheduled') ?? {};
      expect(details).toMatchObject({ late: askedBy === 'patient' });
      expect((await own(one.id)).moves).toBe(20);
    }
    expect((await templates()).filter((template) => template === 'appointment.moved')).toHaveLength(2);
  });

  it('who sends a change that changes nothing is audited with the patient shown', async () => {
    const one = await appointment();
    const [other, third] = [
      await factory.staff(hospital, 'receptionist'),
      await factory.staff(hospital, 'receptionist'),
    ];
    const looks = async ({ accountId }: TestPerson) =>
      (await trailOf(test, one.id)).filter(
        (entry) =>
          entry.action === 'appointment.read' &&
          entry.actor_account_id === accountId &&
          entry.patient_id === patient.patientId,
      ).length;
    expect((await move(one, one.startsAt, other)).value.patient.id).toBe(patient.patientId);
    expect(await looks(other)).toBe(1);
    await cancel(one, 'hospital');
    expect((await cancel(one, 'hospital', third)).value.status).toBe('cancelled');
    expect(await looks(third)).toBe(1);
  });

  it('is shown to the patient among those who saw the record', async () => {
    await appointment();
    const params = { patientId: patient.patientId };
    const { items } = await patient.client.ok(listChartLooks, { params });
    expect(items.map(({ roles }) => roles)).toEqual([['receptionist']]);
  });

  it('cancels for the patient or the hospital, once, and only a patient’s cancellation can be late', async () => {
    for (const askedBy of ['patient', 'hospital'] as const) {
      const one = await appointment();
      // Within the notice period of twelve hours.
      await test.database.admin.query(
        `UPDATE appointment SET starts_at = $2, ends_at = $2::timestamptz + interval '15 minutes' WHERE id = $1`,
        [one.id, new Date(test.clock.now().getTime() + 3_600_000)],
      );
      const done = await cancel(one, askedBy);
      expect(done.value).toMatchObject({ status: 'cancelled', open: false });
      expect((await cancel(one, askedBy)).value).toEqual(done.value);
      expect(await own(one.id)).toMatchObject({
        endedAs: askedBy,
        endReason: 'Called in',
        lateCancel: askedBy === 'patient',
      });
    }
    expect((await templates()).filter((template) => template === 'appointment.cancelled')).toHaveLength(2);
  });
});
