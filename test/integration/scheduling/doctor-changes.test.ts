import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  cancelAppointment,
  listSlots,
  readAppointment,
  rescheduleAppointment,
  type Appointment,
} from '../../../shared/src/scheduling/appointments.contract.ts';
import {
  changeDoctor,
  listOrphanedAppointments,
  listOrphanTimes,
  listOtherTimes,
  moveOrphanedAppointment,
} from '../../../shared/src/scheduling/doctor-changes.contract.ts';
import { publishPriceList } from '../../../shared/src/administration/prices.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import { disableStaffMember, enableStaffMember, setStaffRoles } from '../../../shared/src/directory/staff.contract.ts';
import { booked, freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { everyPage } from '../../support/every-page.ts';
import type { TestPerson } from '../../support/factories.ts';
import { Office } from '../../support/office.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

type Doctor = TestPerson & { practitionerId: string };

let test: TestApi;
let office: Office;
let doctor: Doctor;
let colleague: Doctor;
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());
beforeEach(async () => {
  office = await Office.open(test);
  const { factory, hospital } = office;
  [doctor, colleague] = [await factory.doctor(hospital, '王芳'), await factory.doctor(hospital, '赵敏')];
  for (const each of [doctor, colleague]) await openHours(hospital, each);
  patient = await factory.patient(hospital);
});

const close = (person: TestPerson) =>
  office.administrator.client.ok(disableStaffMember, { params: { accountId: person.accountId } });
const sweep = () => runJob(test, office.hospital.id, 'tend-appointments');
const of = ({ id }: Pick<Appointment, 'id'>) => ({ appointmentId: id });
const viewAppointment = (appointment: Appointment, by = patient) =>
  by.client.ok(readAppointment, { params: of(appointment) });
const notificationsOf = async (person: TestPerson) =>
  (await person.client.ok(listNotifications, { query: { locale: 'en' } })).items.map(({ template }) => template);
const book = async (at = 8, by = patient) =>
  booked(office.hospital, by, doctor, (await freeTimes(by, doctor))[at] ?? '');
/** Moves the clock and signs the patient in again. */
async function comeBackAt(time: number): Promise<void> {
  test.clock.advance(time - test.clock.now().getTime());
  const { patientId } = patient;
  patient = { ...(await office.factory.unconfirmedSession(patient)), patientId };
}
/** Books an appointment, closes the doctor’s account and waits for the patient’s notification. */
async function orphaned(): Promise<Appointment> {
  const appointment = await book();
  await close(doctor);
  await expect.poll(() => notificationsOf(patient)).toContain('appointment.doctor-gone');
  return viewAppointment(appointment);
}
const take = (appointment: Appointment, startsAt: string, by = patient, version = appointment.version) =>
  by.client.call(changeDoctor, {
    params: of(appointment),
    version,
    body: { doctorId: colleague.practitionerId, startsAt },
  });
const code = (answer: { status: number; problem: { code: string } }) => [answer.status, answer.problem.code];

describe('a doctor whose account is closed', () => {
  it('is notified once to every booked patient and offers no times any more', async () => {
    const appointment = await orphaned();
    expect(appointment).toMatchObject({ status: 'booked', doctorGone: true });
    await sweep();
    expect((await notificationsOf(patient)).filter((each) => each === 'appointment.doctor-gone')).toHaveLength(1);
    expect((await trailOf(test, appointment.id)).map(({ action }) => action)).toContain('appointment.doctor-gone');
    const other = await office.factory.patient(office.hospital);
    const days = await other.client.ok(listSlots, { params: { doctorId: doctor.practitionerId }, query: {} });
    expect([days.nextFreeAt, days.days.flatMap(({ slots }) => slots)]).toEqual([null, []]);
    // A time that a page loaded before the account was closed.
    const stale = new Date(Date.parse(appointment.startsAt) + 3_600_000).toISOString();
    expect(code(await hold(office.hospital, other, doctor, stale))).toEqual([409, 'appointment.not-offered']);
    const moved = await patient.client.call(rescheduleAppointment, {
      params: of(appointment),
      version: appointment.version,
      body: { startsAt: stale },
    });
    expect(code(moved)).toEqual([409, 'appointment.not-offered']);
  });

  it('causes no reminder, and an appointment they cannot hold is no no-show', async () => {
    const appointment = await orphaned();
    await comeBackAt(Date.parse(appointment.startsAt) - 30 * 60_000);
    await sweep();
    expect(await notificationsOf(patient)).not.toContain('appointment.reminder');
    await comeBackAt(Date.parse(appointment.startsAt) + 60 * 60_000);
    await sweep();
    expect(await viewAppointment(appointment)).toMatchObject({
      status: 'cancelled',
      endedAs: 'hospital',
      lateCancel: false,
    });
    expect(await notificationsOf(patient)).toContain('appointment.cancelled');
    expect(await notificationsOf(patient)).not.toContain('appointment.missed');
  });

  it('and then reopened keeps their appointments', async () => {
    const appointment = await orphaned();
    await office.administrator.client.ok(enableStaffMember, { params: { accountId: doctor.accountId } });
    expect(await viewAppointment(appointment)).toMatchObject({ status: 'booked', doctorGone: false });
    expect(code(await take(appointment, appointment.startsAt))).toEqual([409, 'appointment.transition-refused']);
  });

  it('is treated like a doctor who loses the role', async () => {
    const appointment = await book();
    const member = { params: { accountId: doctor.accountId }, version: 1 };
    await office.administrator.client.ok(setStaffRoles, { ...member, body: { roles: ['president'] } });
    await expect.poll(() => notificationsOf(patient)).toContain('appointment.doctor-gone');
    expect((await viewAppointment(appointment)).doctorGone).toBe(true);
  });
});

describe('another doctor for an appointment', () => {
  it('is chosen in one step: same appointment and time, notified, with a reminder of the new doctor', async () => {
    const appointment = await orphaned();
    const { items } = await patient.client.ok(listOtherTimes, { params: of(appointment) });
    expect(items[0]).toMatchObject({
      startsAt: appointment.startsAt,
      doctor: { id: colleague.practitionerId },
      price: null,
    });
    expect(items.every((each) => each.doctor.id !== doctor.practitionerId)).toBe(true);
    const moved = await take(appointment, appointment.startsAt);
    expect(moved.value).toMatchObject({
      id: appointment.id,
      status: 'booked',
      doctorGone: false,
      moves: 1,
      startsAt: appointment.startsAt,
      doctor: { id: colleague.practitionerId },
    });
    expect(await notificationsOf(patient)).toContain('appointment.other-doctor');
    expect(await freeTimes(patient, colleague)).not.toContain(appointment.startsAt);
    const trail = (await trailOf(test, appointment.id)).filter(({ action }) => action === 'appointment.doctor-changed');
    expect(trail).toMatchObject([{ details: { from: doctor.practitionerId, to: colleague.practitionerId } }]);
    await comeBackAt(Date.parse(appointment.startsAt) - 30 * 60_000);
    await sweep();
    expect(await notificationsOf(patient)).toContain('appointment.reminder');
  });

  it('is offered with the fee of a booked visit with that doctor in the department', async () => {
    const appointment = await orphaned();
    const now = test.clock.now().toISOString();
    const list = { id: newId(), basedOn: 0, currency: 'CNY' as const, validFrom: now };
    const { departmentId } = office.hospital;
    const common = { departmentId: null, title: null };
    const entries = [
      { ...common, kind: null, amount: '10.00' },
      { ...common, departmentId, kind: 'booked' as const, amount: '80.00' },
    ];
    await office.administrator.client.ok(publishPriceList, { body: { ...list, entries } });
    const { items } = await patient.client.ok(listOtherTimes, { params: of(appointment) });
    expect(items[0]).toMatchObject({ price: { amount: '80.00', currency: 'CNY' } });
  });

  it('is rejected from a stale page, for a taken time, while the doctor is available, and for other people', async () => {
    const appointment = await orphaned();
    expect(code(await take(appointment, appointment.startsAt, patient, appointment.version - 1))).toEqual([
      412,
      'resource.stale',
    ]);
    const other = await office.factory.patient(office.hospital);
    expect(code(await take(appointment, appointment.startsAt, other))).toEqual([404, 'resource.not-found']);
    expect((await other.client.call(listOtherTimes, { params: of(appointment) })).status).toBe(404);
    await booked(office.hospital, other, colleague, appointment.startsAt);
    expect(code(await take(appointment, appointment.startsAt))).toEqual([409, 'appointment.slot-taken']);
    const later = (await freeTimes(patient, colleague)).at(-1) ?? '';
    expect((await take(appointment, later)).value).toMatchObject({ startsAt: later });
    expect(code(await take(await viewAppointment(appointment), appointment.startsAt))).toEqual([
      409,
      'appointment.transition-refused',
    ]);
  });

  it('in a race with cancelling and the administrator’s move ends in one of them', async () => {
    const appointment = await orphaned();
    const wanted = { doctorId: colleague.practitionerId, startsAt: appointment.startsAt };
    const [, cancelled, moved] = await Promise.all([
      take(appointment, appointment.startsAt),
      patient.client.call(cancelAppointment, { params: of(appointment), body: {} }),
      office.administrator.client.call(moveOrphanedAppointment, {
        params: of(appointment),
        version: appointment.version,
        body: wanted,
      }),
    ]);
    const now = await viewAppointment(appointment);
    // A cancellation after the move cancels the moved appointment; nothing reverts a cancellation.
    expect(cancelled.status).toBe(200);
    expect([200, 409, 412]).toContain(moved.status);
    expect(now.status).toBe('cancelled');
    expect(now.moves).toBeLessThanOrEqual(1);
  });

  it('gives one of twelve patients the colleague’s time they request at once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => office.factory.patient(office.hospital)));
    const times = await freeTimes(patient, doctor);
    const all = await Promise.all(people.map((each, at) => booked(office.hospital, each, doctor, times[at] ?? '')));
    await close(doctor);
    await Promise.all(
      people.map((each) => expect.poll(() => notificationsOf(each)).toContain('appointment.doctor-gone')),
    );
    const wanted = times.at(-1) ?? '';
    const answers = await Promise.all(
      people.map(async (each, at) => {
        const own = all[at];
        if (!own) throw new Error('an appointment is missing');
        return take(await viewAppointment(own, each), wanted, each);
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(409)]);
  });
});

describe('the administrator’s list of orphaned appointments', () => {
  it('is searched, paged and without names; moving one notifies its patient', async () => {
    const second = await office.factory.patient(office.hospital);
    const later = await book(20, second);
    const appointment = await orphaned();
    const list = (query: Record<string, string>) =>
      office.administrator.client.ok(listOrphanedAppointments, { query: { limit: 20, q: '', ...query } });
    const all = await list({});
    expect([all.total, all.items.map((each) => each.appointmentId)]).toEqual([2, [appointment.id, later.id]]);
    expect(all.items[0]).toMatchObject({ doctor: { id: doctor.practitionerId }, version: appointment.version });
    expect(JSON.stringify(all)).not.toContain(appointment.reason);
    const first = await office.administrator.client.ok(listOrphanedAppointments, { query: { limit: 1 } });
    const rest = await list({ cursor: first.next ?? '' });
    expect([first.items.length, rest.items.map((each) => each.appointmentId)]).toEqual([1, [later.id]]);
    expect((await list({ q: '王芳' })).total).toBe(2);
    expect((await list({ q: 'nobody of that name' })).items).toEqual([]);

    const params = of(appointment);
    const { items } = await office.administrator.client.ok(listOrphanTimes, { params });
    const [offered] = items;
    const body = { doctorId: offered?.doctor.id ?? '', startsAt: offered?.startsAt ?? '' };
    const moved = await office.administrator.client.ok(moveOrphanedAppointment, {
      params,
      version: appointment.version,
      body,
    });
    expect(moved).toMatchObject({ doctor: { id: colleague.practitionerId }, startsAt: appointment.startsAt });
    expect(await notificationsOf(patient)).toContain('appointment.other-doctor');
    // It does not count towards the patient’s own limit of moves.
    expect((await viewAppointment(appointment)).moves).toBe(appointment.moves);
    expect((await list({})).total).toBe(1);
    // An appointment that is no longer orphaned is not accessible to the administrator.
    expect((await office.administrator.client.call(listOrphanTimes, { params })).status).toBe(404);
    expect((await colleague.client.call(listOrphanedAppointments, { query: {} })).status).toBe(403);
  });

  it('is sorted by time, doctor and notification in both directions across pages', async () => {
    const second = await office.factory.patient(office.hospital);
    const early = await book(8);
    const late = await book(20, second);
    const startsAt = (await freeTimes(second, colleague))[12] ?? '';
    const middle = await booked(office.hospital, await office.factory.patient(office.hospital), colleague, startsAt);
    await test.database.admin.query(`UPDATE practitioner SET name_latin = 'Amy Zhao' WHERE id = $1`, [
      colleague.practitionerId,
    ]);
    for (const each of [doctor, colleague]) await close(each);
    const all = [early.id, middle.id, late.id];
    const told = `SELECT id FROM appointment WHERE id = ANY ($1) AND doctor_gone_told_at IS NOT NULL`;
    await expect.poll(async () => (await test.database.admin.query(told, [all])).rowCount).toBe(3);
    const ids = async (query: QueryInputOf<typeof listOrphanedAppointments>, by = office) =>
      (
        await everyPage((page) =>
          by.administrator.client.ok(listOrphanedAppointments, { query: { ...query, ...page } }),
        )
      )
        .map(({ appointmentId }) => appointmentId)
        .map((id) => (id === early.id ? 'early' : id === middle.id ? 'middle' : 'late'));
    expect(await ids({})).toEqual(['early', 'middle', 'late']);
    expect(await ids({ order: 'desc' })).toEqual(['late', 'middle', 'early']);
    const byDoctor = await ids({ sort: 'doctor' });
    expect(byDoctor).toEqual(['middle', 'early', 'late']);
    expect(await ids({ sort: 'doctor', order: 'desc' })).toEqual(byDoctor.toReversed());
    const byTold = async (order: 'asc' | 'desc') => {
      await test.database.admin.query(
        `UPDATE appointment SET doctor_gone_told_at = CASE WHEN id <> $1 THEN timestamptz '2026-03-01' END WHERE id = ANY ($2)`,
        [late.id, all],
      );
      return ids({ sort: 'told', order });
    };
    // The job of each minute may tell the patient again before the list is read.
    await expect.poll(() => byTold('asc')).toEqual(['late', 'early', 'middle']);
    await expect.poll(() => byTold('desc')).toEqual(['middle', 'early', 'late']);
    expect(await ids({ sort: 'doctor', q: 'zhao' })).toEqual(['middle']);
    expect(await ids({ q: '%' })).toEqual([]);
    expect(await ids({}, await Office.open(test))).toEqual([]);
  });
});
