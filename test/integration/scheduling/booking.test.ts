import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bookAppointment,
  cancelAppointment,
  extendHold,
  listAppointments,
  listSlots,
  readAppointment,
  rescheduleAppointment,
} from '../../../shared/src/scheduling/appointments.contract.ts';
import { listDoctors } from '../../../shared/src/directory/directory.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { booked, freeTimes, hold, openHours } from '../../support/appointment-steps.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };

const minute = 60_000;

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
});

const code = (answer: { status: number; problem: { code: string } }) => [answer.status, answer.problem.code];
const atPlace = async (at: number) => (await freeTimes(patient, doctor))[at] ?? '';

describe('free times of a doctor', () => {
  it('follow the hours in the hospital’s days, and the doctors’ list shows the next one', async () => {
    const { days, timeZone, nextFreeAt } = await patient.client.ok(listSlots, {
      params: { doctorId: doctor.practitionerId },
      query: { days: 3 },
    });
    expect([timeZone, days.length, days[1]?.slots.length]).toEqual(['Asia/Shanghai', 3, 32]);
    expect(days[1]?.slots[0]?.startsAt).toBe(`${days[1]?.day}T01:00:00.000Z`);
    const { items } = await patient.client.ok(listDoctors, { query: { departmentId: hospital.departmentId } });
    expect(items.find(({ id }) => id === doctor.practitionerId)?.nextFreeAt).toBe(nextFreeAt);
    expect(nextFreeAt).not.toBeNull();
  });

  it.each(['9999-12-31', '3000-01-01', '1799-12-31', '0000-01-01'])(
    'reject the day %s, which is outside the calendar’s range',
    async (from) => {
      const params = { doctorId: doctor.practitionerId };
      expect(code(await patient.client.call(listSlots, { params, query: { from } }))).toEqual([
        400,
        'validation.failed',
      ]);
    },
  );

  it('end with the licence, and are empty for a doctor without hours', async () => {
    const idle = await factory.doctor(hospital);
    expect(await freeTimes(patient, idle)).toEqual([]);
    await test.database.admin.query('UPDATE practitioner SET licence_valid_until = $2 WHERE id = $1', [
      doctor.practitionerId,
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(test.clock.now()),
    ]);
    const startsAt = `${new Date(test.clock.now().getTime() + DAY_MS * 2).toISOString().slice(0, 10)}T01:00:00.000Z`;
    expect(await freeTimes(patient, doctor)).toEqual([]);
    expect(code(await hold(hospital, patient, doctor, startsAt))).toEqual([409, 'appointment.not-offered']);
  });
});

describe('holding and booking a time', () => {
  it('reserves a time, then books it, audited and published', async () => {
    const startsAt = await atPlace(3);
    const held = await hold(hospital, patient, doctor, startsAt);
    expect(held.value).toMatchObject({ status: 'proposed', startsAt, mayExtend: true, offered: false });
    expect(await freeTimes(patient, doctor)).not.toContain(startsAt);
    const done = await patient.client.ok(bookAppointment, {
      params: { appointmentId: held.value.id },
      body: { reason: ' 咳嗽 ' },
    });
    expect(done).toMatchObject({ status: 'booked', reason: '咳嗽', holdUntil: null, visitId: null });
    expect((await trailOf(test, held.value.id)).map(({ action }) => action)).toEqual([
      'appointment.held',
      'appointment.booked',
    ]);
    expect((await eventsOf(test, held.value.id)).map(({ type }) => type)).toEqual([
      'appointment.held',
      'appointment.booked',
    ]);
    const { items } = await patient.client.ok(listAppointments);
    expect(items.map(({ id }) => id)).toEqual([done.id]);
    // Booking again returns the booked appointment.
    const again = await patient.client.ok(bookAppointment, {
      params: { appointmentId: done.id },
      body: { reason: 'x' },
    });
    expect(again).toMatchObject({ id: done.id, reason: '咳嗽' });
  });

  it('stops at a danger sign in the reason until the patient confirms that it is no emergency', async () => {
    const held = await hold(hospital, patient, doctor, await atPlace(3));
    const params = { appointmentId: held.value.id };
    const reason = '胸痛，出冷汗';
    const stopped = await patient.client.call(bookAppointment, { params, body: { reason } });
    expect(code(stopped)).toEqual([409, 'visit.red-flag']);
    const flags = String(stopped.problem.facts?.['flags']).split(' ') as 'chest-pain'[];
    const done = await patient.client.ok(bookAppointment, { params, body: { reason, dismissedFlags: flags } });
    expect(done.status).toBe('booked');
    expect((await trailOf(test, done.id)).filter(({ action }) => action === 'visit.red-flags-dismissed')).toMatchObject(
      [{ patient_id: patient.patientId, details: { count: flags.length } }],
    );
  });

  it('gives a time to as many patients as it has places, in a race too', async () => {
    const shared = await factory.doctor(hospital);
    await openHours(hospital, shared, { capacity: 3 });
    const startsAt = (await freeTimes(patient, shared))[0] ?? '';
    const people = await Promise.all(Array.from({ length: 12 }, () => factory.patient(hospital)));
    const answers = await Promise.all(people.map((person) => hold(hospital, person, shared, startsAt)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const refused of answers.filter(({ status }) => status !== 201))
      expect(code(refused)).toEqual([409, 'appointment.slot-taken']);
  });

  it('gives one of 60 patients the time they request at once', async () => {
    const startsAt = await atPlace(0);
    const people = await Promise.all(Array.from({ length: 60 }, () => factory.patient(hospital)));
    // Retries like a page whose connection failed.
    const holdWithRetry = async (person: TestPerson): ReturnType<typeof hold> => {
      const answer = await hold(hospital, person, doctor, startsAt);
      return answer.status === 503 ? holdWithRetry(person) : answer;
    };
    const answers = await Promise.all(people.map(holdWithRetry));
    const tally = Map.groupBy(answers, ({ status, problem }) => (status === 201 ? 'held' : problem.code));
    expect([...tally].map(([what, { length }]) => [what, length]).toSorted()).toEqual([
      ['appointment.slot-taken', 59],
      ['held', 1],
    ]);
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM appointment WHERE practitioner_id = $1 AND starts_at = $2`,
      [doctor.practitionerId, startsAt],
    );
    expect(rows).toHaveLength(1);
  });

  it('the database itself rejects a second appointment at one place and two overlapping times for one patient', async () => {
    const first = await booked(hospital, patient, doctor, await atPlace(0));
    const insert = (patientId: string, practitionerId: string, place: number) =>
      test.database.admin.query(
        `INSERT INTO appointment (id, hospital_id, patient_id, practitioner_id, department_id, status, starts_at, ends_at, place, created_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, 'booked', $5::timestamptz + interval '5 minutes', $5::timestamptz + interval '20 minutes', $6, now())`,
        [hospital.id, patientId, practitionerId, hospital.departmentId, first.startsAt, place],
      );
    const other = await factory.patient(hospital);
    const elsewhere = await factory.doctor(hospital);
    await expect(insert(other.patientId, doctor.practitionerId, 1)).rejects.toMatchObject({
      constraint: 'appointment_place_exclusive',
    });
    await expect(insert(patient.patientId, elsewhere.practitionerId, 1)).rejects.toMatchObject({
      constraint: 'appointment_patient_exclusive',
    });
    await expect(insert(other.patientId, doctor.practitionerId, 2)).resolves.toBeDefined();
  });

  it('rejects a second doctor at the same hour for one patient, from two tabs too', async () => {
    const second = await factory.doctor(hospital);
    await openHours(hospital, second);
    const startsAt = await atPlace(2);
    await booked(hospital, patient, doctor, startsAt);
    expect(code(await hold(hospital, patient, second, startsAt))).toEqual([409, 'appointment.overlapping']);
    const torn = await factory.patient(hospital);
    const at = await atPlace(5);
    await Promise.all([hold(hospital, torn, doctor, at), hold(hospital, torn, second, at)]);
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM appointment WHERE patient_id = $1 AND status = 'proposed'`,
      [torn.patientId],
    );
    expect(rows).toHaveLength(1);
  });

  it('releases the previous hold when another time is chosen and keeps it when the same one is', async () => {
    const [first = '', second = ''] = await freeTimes(patient, doctor);
    const held = await hold(hospital, patient, doctor, first);
    const again = await hold(hospital, patient, doctor, first);
    expect(again.value.id).toBe(held.value.id);
    await hold(hospital, patient, doctor, second);
    const free = await freeTimes(patient, doctor);
    expect([free.includes(first), free.includes(second)]).toEqual([true, false]);
  });

  it('returns the same hold for a retry with the same key', async () => {
    const body = {
      doctorId: doctor.practitionerId,
      departmentId: hospital.departmentId,
      startsAt: await atPlace(1),
    };
    const key = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(async () => {
        const answer = await patient.client.raw('POST', '/api/appointments', { body, key });
        return (await answer.json()) as { id: string };
      }),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('expires a hold without a job: another patient gets the time and the first cannot book it', async () => {
    const startsAt = await atPlace(4);
    const held = await hold(hospital, patient, doctor, startsAt);
    test.clock.advance(10 * minute + 1000);
    const fresh = await factory.patient(hospital);
    // Midnight may have passed, and tomorrow become today.
    const offered = await Promise.all([0, 1].map((daysAhead) => freeTimes(fresh, doctor, daysAhead)));
    expect(offered.flat()).toContain(startsAt);
    const params = { appointmentId: held.value.id };
    expect((await patientNow().client.ok(readAppointment, { params })).status).toBe('cancelled');
    expect((await hold(hospital, fresh, doctor, startsAt)).status).toBe(201);
    const late = await patientNow().client.call(bookAppointment, { params, body: { reason: 'x' } });
    expect(code(late)).toEqual([410, 'appointment.hold-expired']);
  });

  it('extends a hold once', async () => {
    const held = await hold(hospital, patient, doctor, await atPlace(6));
    const params = { appointmentId: held.value.id };
    const extended = await patient.client.ok(extendHold, { params });
    const gained = Date.parse(extended.holdUntil ?? '') - Date.parse(held.value.holdUntil ?? '');
    expect([gained, extended.mayExtend]).toEqual([10 * minute, false]);
    expect(code(await patient.client.call(extendHold, { params }))).toEqual([409, 'appointment.extended-already']);
  });

  it('rejects a time between the slots, in the past, beyond the horizon and of another department', async () => {
    const startsAt = await atPlace(0);
    const at = (milliseconds: number) => new Date(Date.parse(startsAt) + milliseconds).toISOString();
    for (const wrong of [at(minute), at(-3 * DAY_MS), at(90 * DAY_MS)])
      expect(code(await hold(hospital, patient, doctor, wrong))).toEqual([409, 'appointment.not-offered']);
    const other = await factory.hospital();
    const answer = await hold(other, patient, doctor, startsAt);
    expect(code(answer)).toEqual([404, 'resource.not-found']);
  });

  it('allows at most five open appointments', async () => {
    const times = await freeTimes(patient, doctor);
    for (const startsAt of times.slice(0, 5)) await booked(hospital, patient, doctor, startsAt);
    expect(code(await hold(hospital, patient, doctor, times[6] ?? ''))).toEqual([409, 'appointment.too-many']);
  });
});

it('a patient may hold a time forty times a day, and again the next day', async () => {
  const [one = '', other = ''] = await freeTimes(patient, doctor);
  for (let n = 0; n < 40; n++) expect((await hold(hospital, patient, doctor, n % 2 ? other : one)).status).toBe(201);
  expect(code(await hold(hospital, patient, doctor, one))).toEqual([429, 'appointment.too-many-changes']);
  await test.database.admin.query(
    `UPDATE appointment SET created_at = created_at - interval '1 day' WHERE patient_id = $1`,
    [patient.patientId],
  );
  expect((await hold(hospital, patient, doctor, one)).status).toBe(201);
});

it('a patient may move one appointment twenty times', async () => {
  const [one = '', other = ''] = await freeTimes(patient, doctor);
  const { id } = await booked(hospital, patient, doctor, one);
  await test.database.admin.query('UPDATE appointment SET moves = 20 WHERE id = $1', [id]);
  const params = { appointmentId: id };
  const { version } = await patient.client.ok(readAppointment, { params });
  const answer = await patient.client.call(rescheduleAppointment, { params, version, body: { startsAt: other } });
  expect(code(answer)).toEqual([429, 'appointment.too-many-changes']);
});

/** Renews the token of the same person after the clock was moved; tokens are valid for minutes. */
function patientNow(): TestPerson {
  return { ...patient, client: factory.clientOf(patient) };
}

describe('moving and cancelling an appointment', () => {
  it('moves both ends at once, keeps the appointment and frees the old time', async () => {
    const [from = '', to = ''] = await freeTimes(patient, doctor);
    const first = await booked(hospital, patient, doctor, from);
    const moved = await patient.client.ok(rescheduleAppointment, {
      params: { appointmentId: first.id },
      version: first.version,
      body: { startsAt: to },
    });
    expect(moved).toMatchObject({ id: first.id, startsAt: to, status: 'booked', moves: 1 });
    const free = await freeTimes(patient, doctor);
    expect([free.includes(from), free.includes(to)]).toEqual([true, false]);
    const stale = await patient.client.call(rescheduleAppointment, {
      params: { appointmentId: first.id },
      version: first.version,
      body: { startsAt: from },
    });
    expect(code(stale)).toEqual([412, 'resource.stale']);
    const blind = await patient.client.raw('POST', `/api/appointments/${first.id}/rescheduling`, {
      body: { startsAt: from },
    });
    expect(blind.status).toBe(428);
  });

  it('moving in a race with a booking of the same time gives it to one, and the mover keeps a time', async () => {
    for (let round = 0; round < 6; round++) {
      const [from = '', to = ''] = await freeTimes(patient, doctor);
      const mover = await factory.patient(hospital);
      const booker = await factory.patient(hospital);
      const first = await booked(hospital, mover, doctor, from);
      const [moved, held] = await Promise.all([
        mover.client.call(rescheduleAppointment, {
          params: { appointmentId: first.id },
          version: first.version,
          body: { startsAt: to },
        }),
        hold(hospital, booker, doctor, to),
      ]);
      expect([moved.status, held.status].toSorted()).toEqual(moved.status === 200 ? [200, 409] : [201, 409]);
      const now = await mover.client.ok(readAppointment, { params: { appointmentId: first.id } });
      expect([now.status, now.startsAt]).toEqual(['booked', moved.status === 200 ? to : from]);
    }
  });

  it('cancelling frees the time, is late only after the limit, and changes nothing when repeated', async () => {
    // Two days ahead: in the evening, tomorrow morning is too near to cancel without being late.
    const startsAt = (await freeTimes(patient, doctor, 2))[8] ?? '';
    const early = await booked(hospital, patient, doctor, startsAt);
    const params = { appointmentId: early.id };
    const done = await patient.client.ok(cancelAppointment, { params, body: { reason: 'better again' } });
    expect(done).toMatchObject({ status: 'cancelled', endedAs: 'patient', lateCancel: false });
    expect(Date.parse(done.endedAt ?? '')).toBeLessThanOrEqual(test.clock.now().getTime());
    // Repeating the command sends no second message.
    expect(await patient.client.ok(cancelAppointment, { params, body: {} })).toMatchObject({ version: done.version });
    const { items } = await patient.client.ok(listNotifications, { query: { locale: 'en' } });
    const link = `/appointments/${early.id}`;
    expect(items.flatMap((item) => (item.link === link ? [item.template] : []))).toEqual([
      'appointment.cancelled',
      'appointment.booked',
    ]);
    expect(await freeTimes(patient, doctor, 2)).toContain(startsAt);
    expect((await eventsOf(test, early.id)).at(-1)).toEqual({
      type: 'appointment.cancelled',
      facts: { by: 'patient', late: false },
    });

    const soon = await booked(hospital, patient, doctor, await atPlace(9));
    test.clock.advance(Date.parse(soon.startsAt) - test.clock.now().getTime() - 60 * minute);
    const late = await patientNow().client.ok(cancelAppointment, { params: { appointmentId: soon.id }, body: {} });
    expect(late.lateCancel).toBe(true);
  });

  it('is rejected for another patient, the doctor and another hospital', async () => {
    const mine = await booked(hospital, patientNow(), doctor, (await freeTimes(patientNow(), doctor))[0] ?? '');
    const params = { appointmentId: mine.id };
    const abroad = await factory.patient(await factory.hospital());
    for (const other of [await factory.patient(hospital), abroad]) {
      for (const answer of [
        await other.client.call(readAppointment, { params }),
        await other.client.call(cancelAppointment, { params, body: {} }),
        await other.client.call(bookAppointment, { params, body: { reason: 'x' } }),
      ])
        expect(code(answer)).toEqual([404, 'resource.not-found']);
    }
    const { client } = await factory.doctor(hospital);
    expect(code(await client.call(readAppointment, { params }))).toEqual([403, 'auth.forbidden']);
  });

  it('marks a patient who did not arrive within the grace period as a no-show', async () => {
    const missed = await booked(hospital, patientNow(), doctor, (await freeTimes(patientNow(), doctor))[0] ?? '');
    test.clock.advance(Date.parse(missed.startsAt) - test.clock.now().getTime() + 14 * minute);
    await runJob(test, hospital.id, 'tend-appointments');
    expect((await eventsOf(test, missed.id)).map(({ type }) => type)).not.toContain('appointment.no-show');
    test.clock.advance(2 * minute);
    await runJob(test, hospital.id, 'tend-appointments');
    const params = { appointmentId: missed.id };
    expect((await patientNow().client.ok(readAppointment, { params })).status).toBe('noshow');
    expect((await eventsOf(test, missed.id)).at(-1)).toEqual({ type: 'appointment.no-show', facts: {} });
  });
});
