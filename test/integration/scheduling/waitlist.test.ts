import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bookAppointment,
  cancelAppointment,
  joinWaitlist,
  leaveWaitlist,
  listWaitlist,
  rescheduleAppointment,
  type Appointment,
} from '../../../shared/src/scheduling/appointments.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { booked, freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type Patient = TestPerson & { patientId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let owner: Patient;
let taken: Appointment;

const minute = 60_000;
const code = (answer: { status: number; problem: { code: string } }) => [answer.status, answer.problem.code];
const dayOf = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(at));

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  await openHours(hospital, doctor);
  owner = await factory.patient(hospital);
  taken = await booked(hospital, owner, doctor, (await freeTimes(owner, doctor, 2))[3] ?? '');
});

const now = (person: Patient): Patient => ({ ...person, client: factory.clientOf(person) });
const wanted = (over: Record<string, unknown> = {}) => ({
  departmentId: hospital.departmentId,
  doctorId: null as string | null,
  from: dayOf(taken.startsAt),
  until: dayOf(taken.startsAt),
  ...over,
});
async function waiting(over: Record<string, unknown> = {}): Promise<Patient> {
  const patient = await factory.patient(hospital);
  await patient.client.ok(joinWaitlist, { body: wanted(over) });
  return patient;
}
const entryOf = async (person: Patient) => (await person.client.ok(listWaitlist)).items[0];
const giveUp = () => owner.client.ok(cancelAppointment, { params: { appointmentId: taken.id }, body: {} });

describe('the waitlist', () => {
  it('offers a cancelled place to the patient with the longest wait, who gets it by booking', async () => {
    const first = await waiting();
    const second = await waiting({ doctorId: doctor.practitionerId });
    await giveUp();
    const entry = await entryOf(first);
    expect(entry?.status).toBe('offered');
    expect((await entryOf(second))?.status).toBe('waiting');
    const { items } = await first.client.ok(listNotifications, { query: { locale: 'en' } });
    expect(items.map(({ template, link }) => [template, link])).toEqual([
      ['appointment.place-offered', `/appointments/${entry?.appointmentId}`],
    ]);
    expect(await freeTimes(first, doctor, 2)).not.toContain(taken.startsAt);
    const mine = await first.client.ok(bookAppointment, {
      params: { appointmentId: entry?.appointmentId ?? '' },
      body: { reason: 'x' },
    });
    expect([mine.status, mine.startsAt]).toEqual(['booked', taken.startsAt]);
    expect(await entryOf(first)).toBeUndefined();
  });

  it('passes an expired offer to the next patient, with or without the job, and never offers twice to one', async () => {
    const first = await waiting();
    const second = await waiting();
    await giveUp();
    test.clock.advance(61 * minute);
    // Without a run of the job, a request for the place finds that it is offered to the next patient.
    const hasty = await factory.patient(hospital);
    expect(code(await hold(hospital, hasty, doctor, taken.startsAt))).toEqual([409, 'appointment.slot-taken']);
    // A rejected request changes nothing; the job does.
    await runJob(test, hospital.id, 'tend-appointments');
    expect((await entryOf(now(first)))?.status).toBe('waiting');
    expect((await entryOf(now(second)))?.status).toBe('offered');
    test.clock.advance(61 * minute);
    await runJob(test, hospital.id, 'tend-appointments');
    expect([(await entryOf(now(first)))?.status, (await entryOf(now(second)))?.status]).toEqual(['waiting', 'waiting']);
    const late = await factory.patient(hospital);
    expect((await hold(hospital, late, doctor, taken.startsAt)).status).toBe(201);
  });

  it('offers a place freed by moving an appointment, and only for matching days, doctors and departments', async () => {
    const other = await factory.doctor(hospital);
    const far = new Date(Date.parse(taken.startsAt) + 20 * DAY_MS).toISOString();
    const no = [
      await waiting({ from: dayOf(far), until: dayOf(far) }),
      await waiting({ doctorId: other.practitionerId }),
    ];
    const yes = await waiting();
    const to = (await freeTimes(owner, doctor, 2))[9] ?? '';
    await owner.client.ok(rescheduleAppointment, {
      params: { appointmentId: taken.id },
      version: taken.version,
      body: { startsAt: to },
    });
    expect((await entryOf(yes))?.status).toBe('offered');
    for (const person of no) expect((await entryOf(person))?.status).toBe('waiting');
  });

  it('gives a freed place to the waiting patient in a race with a new booking', async () => {
    for (let round = 0; round < 5; round++) {
      const startsAt = (await freeTimes(owner, doctor, 3))[round] ?? '';
      const holder = await factory.patient(hospital);
      const appointment = await booked(hospital, holder, doctor, startsAt);
      const patient = await waiting({ from: dayOf(startsAt), until: dayOf(startsAt) });
      const booker = await factory.patient(hospital);
      const [, held] = await Promise.all([
        holder.client.ok(cancelAppointment, { params: { appointmentId: appointment.id }, body: {} }),
        hold(hospital, booker, doctor, startsAt),
      ]);
      expect(code(held)).toEqual([409, 'appointment.slot-taken']);
      expect((await entryOf(patient))?.status).toBe('offered');
      const { rows } = await test.database.admin.query(
        `SELECT 1 FROM appointment WHERE practitioner_id = $1 AND starts_at = $2 AND status IN ('proposed', 'booked')`,
        [doctor.practitionerId, startsAt],
      );
      expect(rows).toHaveLength(1);
    }
  });

  it('passes an offered place on when its patient leaves, and leaving twice changes nothing', async () => {
    const first = await waiting();
    const second = await waiting();
    await giveUp();
    const params = { entryId: (await entryOf(first))?.id ?? '' };
    const [left, again] = [
      await first.client.ok(leaveWaitlist, { params }),
      await first.client.ok(leaveWaitlist, { params }),
    ];
    expect([left.status, again.status]).toEqual(['left', 'left']);
    expect((await entryOf(second))?.status).toBe('offered');
    expect((await second.client.call(leaveWaitlist, { params })).status).toBe(404);
  });

  it('accepts a patient once for the same doctor and rejects past days', async () => {
    const patient = await waiting();
    expect(code(await patient.client.call(joinWaitlist, { body: wanted() }))).toEqual([409, 'waitlist.already-joined']);
    const past = await patient.client.call(joinWaitlist, {
      body: wanted({ doctorId: doctor.practitionerId, from: '2020-01-01', until: '2020-01-02' }),
    });
    expect(past.problem.fields).toEqual([{ path: 'until', rule: 'past' }]);
    const turned = await patient.client.call(joinWaitlist, {
      body: wanted({ doctorId: doctor.practitionerId, from: '2027-02-02', until: '2027-02-01' }),
    });
    expect(turned.problem.code).toBe('validation.failed');
    const abroad = await factory.patient(await factory.hospital());
    expect((await abroad.client.call(joinWaitlist, { body: wanted() })).status).toBe(404);
  });
});

describe('appointment reminders', () => {
  it('are sent once a day and once an hour before; a late patient and a no-show are notified', async () => {
    const templates = async () =>
      (await now(owner).client.ok(listNotifications, { query: { locale: 'en' } })).items.map(
        ({ template }) => template,
      );
    const until = (minutes: number) =>
      test.clock.advance(Date.parse(taken.startsAt) - test.clock.now().getTime() - minutes * minute);
    const tendAppointments = () => runJob(test, hospital.id, 'tend-appointments');
    until(24 * 60 + 5);
    await tendAppointments();
    expect(await templates()).toEqual(['appointment.booked']);
    until(24 * 60 - 1);
    await tendAppointments();
    await tendAppointments();
    expect(await templates()).toEqual(['appointment.reminder', 'appointment.booked']);
    until(59);
    await tendAppointments();
    await tendAppointments();
    expect((await templates()).filter((name) => name === 'appointment.reminder')).toHaveLength(2);
    until(-3);
    await tendAppointments();
    await tendAppointments();
    expect((await templates())[0]).toBe('appointment.late');
    until(-16);
    await tendAppointments();
    expect((await templates())[0]).toBe('appointment.missed');
  });
});
