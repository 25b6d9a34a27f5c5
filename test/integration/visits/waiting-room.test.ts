import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkIn, leaveVisit, readQueue, readWaiting, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { eventsOf, trailOf } from '../../support/trail.ts';
import { admittedVisit, checkInBody, intake, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
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

describe('checking in', () => {
  it('stores consent, intake and device check, and opens the waiting room', async () => {
    const { id } = await plannedVisit(hospital, patient, doctor);
    const visit = await patient.client.ok(checkIn, { params: { visitId: id }, body: checkInBody });
    expect(visit).toMatchObject({ status: 'waiting', version: 2, intake, complaint: intake.complaint });
    expect(visit.checkedInAt).not.toBeNull();
    const { rows } = await test.database.admin.query(
      `SELECT c.text_version, c.text_locale, c.given_by_account_id, c.patient_id, v.device_check
       FROM consent c JOIN visit v ON v.id = c.visit_id WHERE c.visit_id = $1`,
      [id],
    );
    expect(rows).toEqual([
      {
        text_version: '2026-1',
        text_locale: 'zh-CN',
        given_by_account_id: patient.accountId,
        patient_id: patient.patientId,
        device_check: 'passed',
      },
    ]);
    expect((await trailOf(test, id)).map((entry) => entry.action)).toEqual(['visit.created', 'visit.checked-in']);
  });

  it('with an outdated consent is rejected, names the valid one and stores nothing', async () => {
    const { id } = await plannedVisit(hospital, patient, doctor);
    for (const locale of ['en', 'zh-CN']) {
      await test.database.admin.query(
        `INSERT INTO consent_text (hospital_id, version, locale, title, paragraphs, valid_from)
         VALUES ($1,'2026-2',$2,'Consent','["Two."]','2026-06-01'), ($1,'2999-1',$2,'Consent','["Later."]','2999-01-01')`,
        [hospital.id, locale],
      );
    }
    const old = await patient.client.call(checkIn, { params: { visitId: id }, body: checkInBody });
    expect([old.status, old.problem.code, old.problem.facts]).toEqual([
      409,
      'visit.consent-outdated',
      { version: '2026-2' },
    ]);
    const { rows } = await test.database.admin.query('SELECT 1 FROM consent WHERE visit_id = $1', [id]);
    expect(rows).toEqual([]);
    const consent = { version: '2026-2', locale: 'en' as const };
    const visit = await patient.client.ok(checkIn, { params: { visitId: id }, body: { ...checkInBody, consent } });
    expect(visit.status).toBe('waiting');
  });

  it('twice at once happens once', async () => {
    const { id } = await plannedVisit(hospital, patient, doctor);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => patient.client.call(checkIn, { params: { visitId: id }, body: checkInBody })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.value))).size).toBe(1);
    expect((await eventsOf(test, id)).map((event) => event.type)).toEqual(['visit.created', 'visit.checked-in']);
  });

  it('by another person is rejected', async () => {
    const { id } = await plannedVisit(hospital, patient, doctor);
    const elsewhere = await factory.hospital();
    for (const stranger of [await factory.patient(hospital), await factory.patient(elsewhere)]) {
      const answer = await stranger.client.call(checkIn, { params: { visitId: id }, body: checkInBody });
      expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
    }
    const byDoctor = await doctor.client.call(checkIn, { params: { visitId: id }, body: checkInBody });
    expect(byDoctor.problem.code).toBe('auth.forbidden');
    expect((await trailOf(test, id)).map((entry) => [entry.action, entry.entity, entry.code])).toEqual([
      ['visit.created', 'visit', null],
      ['access.denied', 'checkIn', 'resource.not-found'],
      ['access.denied', 'checkIn', 'resource.not-found'],
      ['access.denied', 'checkIn', 'auth.forbidden'],
    ]);
    const { rows } = await test.database.admin.query<{ hospital_id: string; code: string }>(
      `SELECT hospital_id, code FROM audit_event WHERE action = 'access.denied' AND hospital_id = $1`,
      [elsewhere.id],
    );
    expect(rows).toEqual([{ hospital_id: elsewhere.id, code: 'resource.not-found' }]);
  });

  it.each([
    ['an answer that is not offered', { intake: { ...intake, duration: 'forever' } }, 'intake.duration'],
    ['a missing answer', { intake: { ...intake, allergiesConfirmed: undefined } }, 'intake.allergiesConfirmed'],
    ['an unknown field', { intake: { ...intake, priority: 'asap' } }, 'intake.priority'],
    ['no consent', { consent: undefined }, 'consent'],
  ])('rejects %s', async (_, change, path) => {
    const { id } = await plannedVisit(hospital, patient, doctor);
    const answer = await patient.client.raw('POST', `/api/visits/${id}/check-in`, {
      body: { ...checkInBody, ...change },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ path }] });
  });
});

describe('the waiting room', () => {
  const waitingState = (person: TestPerson, visitId: string) => person.client.ok(readWaiting, { params: { visitId } });

  it('shows the position by check-in time within priority, in this doctor’s queue', async () => {
    const people = [patient, await factory.patient(hospital), await factory.patient(hospital)];
    const visits: Visit[] = [];
    for (const person of people) {
      visits.push(await waitingVisit(hospital, person, doctor));
      test.clock.advance(60_000);
    }
    const another = await factory.doctor(hospital);
    await waitingVisit(hospital, await factory.patient(hospital), another);
    const places = async () => {
      const answers = [];
      for (const [i, person] of people.entries())
        answers.push((await waitingState(person, visits[i]?.id ?? '')).position);
      return answers;
    };
    expect(await places()).toEqual([1, 2, 3]);
    await test.database.admin.query(`UPDATE visit SET priority = 'urgent' WHERE id = $1`, [visits[2]?.id]);
    expect(await places()).toEqual([2, 3, 1]);
    await patient.client.ok(leaveVisit, { params: { visitId: visits[0]?.id ?? '' } });
    expect(await places()).toEqual([null, 2, 1]);
  });

  it('shows the error of past estimates once there are ten of them', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const learnFrom = async (errors: number[]) => {
      for (const error of errors) {
        const { id } = await admittedVisit(hospital, await factory.patient(hospital), doctor);
        await test.database.admin.query(
          `UPDATE visit SET told_wait_minutes = 10, admitted_at = checked_in_at + ($2 || ' minutes')::interval WHERE id = $1`,
          [id, 10 + error],
        );
      }
      return (await waitingState(patient, visit.id)).estimateWithinMinutes;
    };
    expect(await learnFrom([1, -1, 2, -2, 3, -3, 4, -4, 30])).toBeNull();
    expect(await learnFrom([4])).toBe(4);
  });

  it('estimates from the department’s recent consultations, and shows no estimate without any', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    expect(await waitingState(patient, visit.id)).toEqual({
      visitId: visit.id,
      status: 'waiting',
      position: 1,
      absentBefore: 0,
      estimateMinutes: null,
      estimateWithinMinutes: null,
      bookedFor: null,
      checkedInAt: visit.checkedInAt,
      attendance: { away: null, unseenSince: null, called: null },
      stepAwayMinutes: 20,
      doctorOnDuty: true,
      doctorLeft: false,
      doctorOffSince: null,
      doctorInCall: false,
      doctorUnseenSince: null,
      doctorPausedUntil: null,
      handedOverBy: null,
    });
    const past = await factory.patient(hospital);
    const ended = (minutes: number, daysAgo: number, status = 'completed') =>
      test.database.admin.query(
        `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at,
           checked_in_at, admitted_at, ended_at)
         SELECT gen_random_uuid(), $1, $2, $3, $4, $5, 'walk-in', 'x', t, t, t, t + $6 * interval '1 minute'
         FROM (SELECT now() - $7 * interval '1 day' AS t) past`,
        [hospital.id, past.patientId, hospital.departmentId, doctor.practitionerId, status, minutes, daysAgo],
      );
    for (const minutes of [5, 10, 60]) await ended(minutes, 1);
    await ended(500, 40);
    await ended(1, 1, 'referred-offline');
    expect((await waitingState(patient, visit.id)).estimateMinutes).toBe(10);
    const behind = await factory.patient(hospital);
    const second = await waitingVisit(hospital, behind, doctor);
    expect(await waitingState(behind, second.id)).toMatchObject({ position: 2, estimateMinutes: 20 });
    const queue = await doctor.client.ok(readQueue);
    expect(queue.waiting.map(({ expectedMinutes }) => expectedMinutes)).toEqual([10, 10]);
  });

  it('tells the doctor how long a visit is expected to take: as booked without recent ones, else nothing', async () => {
    const walkIn = await waitingVisit(hospital, patient, doctor);
    const booked = await waitingVisit(hospital, await factory.patient(hospital), doctor);
    await test.database.admin.query(
      `INSERT INTO appointment (id, hospital_id, practitioner_id, department_id, patient_id, visit_id, starts_at, ends_at, status, place, created_at)
       SELECT gen_random_uuid(), v.hospital_id, v.practitioner_id, v.department_id, v.patient_id, v.id, now(), now() + interval '15 minutes',
         'checked-in', 1, now() FROM visit v WHERE v.id = $1`,
      [booked.id],
    );
    const { waiting } = await doctor.client.ok(readQueue);
    expect(new Map(waiting.map(({ visit, expectedMinutes }) => [visit.id, expectedMinutes]))).toEqual(
      new Map([
        [walkIn.id, null],
        [booked.id, 15],
      ]),
    );
  });

  it('shows when the doctor is busy or off duty', async () => {
    await admittedVisit(hospital, await factory.patient(hospital), doctor);
    const visit = await waitingVisit(hospital, patient, doctor);
    expect(await waitingState(patient, visit.id)).toMatchObject({
      position: 1,
      doctorInCall: true,
      doctorOnDuty: true,
    });
    await test.database.admin.query('UPDATE practitioner SET on_duty = false WHERE id = $1', [doctor.practitionerId]);
    expect(await waitingState(patient, visit.id)).toMatchObject({
      position: 1,
      doctorOnDuty: false,
      estimateMinutes: null,
    });
  });

  it('is visible to the waiting patient only', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const elsewhere = await factory.hospital();
    for (const stranger of [await factory.patient(hospital), await factory.patient(elsewhere)]) {
      const answer = await stranger.client.call(readWaiting, { params: { visitId: visit.id } });
      expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
    }
  });
});

describe('leaving the waiting room', () => {
  it('ends the visit once and records the waiting time', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    test.clock.advance(95_000);
    const left = await patient.client.ok(leaveVisit, { params: { visitId: visit.id } });
    expect(left).toMatchObject({ status: 'left', version: 3 });
    expect(await patient.client.ok(leaveVisit, { params: { visitId: visit.id } })).toEqual(left);
    const leftEvents = (await eventsOf(test, visit.id)).filter((event) => event.type === 'visit.left');
    expect(leftEvents).toHaveLength(1);
    expect(leftEvents[0]?.facts['waitSeconds']).toBeGreaterThanOrEqual(95);
    expect((await waitingVisit(hospital, patient, doctor)).status).toBe('waiting');
  });
});
