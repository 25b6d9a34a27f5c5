import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listSlots, readAppointment, type Appointment } from '../../../shared/src/scheduling/appointments.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { readSchedule, saveSchedule } from '../../../shared/src/scheduling/schedules.contract.ts';
import { readDay } from '@yunzhen/shared/visits/day.contract';
import { booked, freeTimes, hold, hoursOf, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let administrator: TestPerson;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  administrator = await factory.staff(hospital, 'administrator');
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
});

const code = (answer: { status: number; problem: { code: string } }) => [answer.status, answer.problem.code];
const params = () => ({ doctorId: doctor.practitionerId });
const dayOf = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(at));
const weekly = () => hoursOf(hospital.departmentId);
const dayOff = (day: string) => ({ kind: 'day-off' as const, day, from: null, to: null, note: 'Course' });

describe('a doctor’s hours', () => {
  it('are saved by the doctor and the administrator, with versions, and audited', async () => {
    expect(await doctor.client.ok(readSchedule, { params: params() })).toMatchObject({ version: 0, weekly: [] });
    const { schedule } = await openHours(hospital, doctor);
    expect([schedule.version, schedule.timeZone]).toEqual([1, 'Asia/Shanghai']);
    const body = { weekly: weekly(), exceptions: [] };
    const second = await administrator.client.ok(saveSchedule, { params: params(), version: 1, body });
    expect(second.schedule.version).toBe(2);
    const stale = await doctor.client.call(saveSchedule, { params: params(), version: 1, body });
    expect([...code(stale), stale.problem.facts]).toEqual([412, 'resource.stale', { version: 2 }]);
    const actions = (await trailOf(test, doctor.practitionerId)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'schedule.saved')).toHaveLength(2);
  });

  it('reject changes by a colleague, a patient and an administrator of another hospital', async () => {
    await openHours(hospital, doctor);
    const colleague = await factory.doctor(hospital);
    const abroad = await factory.staff(await factory.hospital(), 'administrator');
    for (const { client } of [colleague, abroad])
      expect(code(await client.call(readSchedule, { params: params() }))).toEqual([404, 'resource.not-found']);
    expect(code(await patient.client.call(readSchedule, { params: params() }))).toEqual([403, 'auth.forbidden']);
  });

  it('name each invalid field', async () => {
    const [monday, ...rest] = weekly();
    const other = await factory.hospital();
    const wrong = [
      [[monday, { ...monday, from: '16:00', to: '18:00' }, ...rest], 'weekly.1.from', 'overlap'],
      [[{ ...monday, departmentId: other.departmentId }], 'weekly.0.departmentId', 'not-in-department'],
      [[{ ...monday, from: '18:00' }], 'weekly.0.to', 'ends-before'],
    ] as const;
    for (const [given, path, rule] of wrong) {
      const answer = await doctor.client.raw('PUT', `/api/doctors/${doctor.practitionerId}/schedule`, {
        version: 0,
        body: { weekly: given, exceptions: [] },
      });
      expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ path, rule }] });
    }
  });
});

describe('a change of hours that displaces booked appointments', () => {
  let appointment: Appointment;
  beforeEach(async () => {
    await openHours(hospital, doctor);
    appointment = await booked(hospital, patient, doctor, (await freeTimes(patient, doctor, 3))[2] ?? '');
  });
  const save = (person: TestPerson, displaced: 'ask' | 'keep' | 'cancel') =>
    person.client.ok(saveSchedule, {
      params: params(),
      version: 1,
      body: { weekly: weekly(), exceptions: [dayOff(dayOf(appointment.startsAt))], displaced },
    });
  const state = async () => patient.client.ok(readAppointment, { params: { appointmentId: appointment.id } });

  it('needs confirmation: it saves nothing and lists them, with initials only for the administrator', async () => {
    const asked = await save(doctor, 'ask');
    expect(asked).toMatchObject({
      saved: false,
      schedule: { version: 1, exceptions: [] },
      displaced: [{ appointmentId: appointment.id, startsAt: appointment.startsAt, patient: '李伟' }],
    });
    const named = await save(administrator, 'ask');
    expect(named.displaced[0]?.patient).not.toContain('李伟');
    expect((await state()).status).toBe('booked');
  });

  it('keeps them when asked to', async () => {
    expect(await save(doctor, 'keep')).toMatchObject({ saved: true, schedule: { version: 2 } });
    expect((await state()).status).toBe('booked');
    expect(await freeTimes(patient, doctor, 3)).toEqual([]);
  });

  it('cancels and notifies them when asked to', async () => {
    await save(administrator, 'cancel');
    expect(await state()).toMatchObject({ status: 'cancelled', endedAs: 'hospital', lateCancel: false });
    const { items } = await patient.client.ok(listNotifications, { query: { locale: 'en' } });
    expect(items[0]?.template).toBe('appointment.cancelled');
  });

  it('in a race with a booking, the later one sees the earlier one', async () => {
    const booker = await factory.patient(hospital);
    const startsAt = (await freeTimes(booker, doctor, 3))[6] ?? '';
    const [saved, held] = await Promise.all([save(doctor, 'keep'), hold(hospital, booker, doctor, startsAt)]);
    expect(saved.saved).toBe(true);
    if (held.status !== 201) expect(code(held)).toEqual([409, 'appointment.not-offered']);
  });
});

describe('the doctor’s day', () => {
  it('shows appointments, free times and walk-ins, and is audited', async () => {
    await openHours(hospital, doctor, { from: '00:00', to: '24:00' });
    const startsAt = (await freeTimes(patient, doctor, 1))[0] ?? '';
    const { id } = await booked(hospital, patient, doctor, startsAt);
    const day = await doctor.client.ok(readDay, { query: { day: dayOf(startsAt) } });
    expect(day.appointments).toMatchObject([{ id, startsAt, status: 'booked', patient: { name: '李伟' } }]);
    expect(day.free).toHaveLength(95);
    const walkIn = await waitingVisit(hospital, await factory.patient(hospital), doctor);
    const today = await doctor.client.ok(readDay);
    expect(today.walkIns.map((visit) => visit.id)).toEqual([walkIn.id]);
    const actions = (await trailOf(test, doctor.practitionerId)).map(({ action }) => action);
    expect(actions).toContain('schedule.day-read');
    expect(code(await patient.client.call(readDay))).toEqual([403, 'auth.forbidden']);
  });
});

describe('a night on which the clocks change', () => {
  it('offers each hour once, and booked appointments do not move', async () => {
    const london = await factory.hospital('GB', 'Europe/London');
    const nightDoctor = await factory.doctor(london);
    const guest = await factory.patient(london);
    await openHours(london, nightDoctor, { from: '00:00', to: '04:00' });
    // To the Saturday before the last Sunday of March of next year.
    const year = test.clock.now().getUTCFullYear() + 1;
    const last = new Date(Date.UTC(year, 2, 31));
    const sunday = new Date(last.getTime() - last.getUTCDay() * DAY_MS).toISOString().slice(0, 10);
    test.clock.advance(Date.parse(`${sunday}T00:00:00Z`) - 36 * 3_600_000 - test.clock.now().getTime());
    const client = factory.clientOf(guest);
    await test.database.admin.query(`UPDATE session SET expires_at = '2040-01-01'`);
    const { days } = await client.ok(listSlots, {
      params: { doctorId: nightDoctor.practitionerId },
      query: { from: sunday, days: 1 },
    });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
    const shown = (days[0]?.slots ?? []).map(({ startsAt }) => clock.format(new Date(startsAt)));
    expect(shown).toHaveLength(12);
    expect(shown.filter((time) => time.startsWith('01'))).toEqual([]);
    const at = days[0]?.slots.find(({ startsAt }) => clock.format(new Date(startsAt)) === '02:00')?.startsAt ?? '';
    const mine = await booked(london, { ...guest, client }, nightDoctor, at);
    expect(mine.startsAt).toBe(`${sunday}T01:00:00.000Z`);
  });
});
