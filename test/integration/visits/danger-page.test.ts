import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { addPregnancyStatement } from '../../../shared/src/chart/observations.contract.ts';
import { openAppointment } from '../../../shared/src/scheduling/appointments.contract.ts';
import { answerDangerPage, readDangerPage } from '../../../shared/src/visits/danger-page.contract.ts';
import {
  cancelVisit,
  checkIn,
  createVisit,
  leaveVisit,
  readQueue,
  readVisit,
} from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { booked, freeTimes, openHours } from '../../support/appointment-steps.ts';
import { TestClient } from '../../support/client.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { checkInBody } from '../../support/visit-steps.ts';

type Patient = TestPerson & { patientId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: Patient;

const minute = 60_000;
const atBirth = (days: number) => dayIn('Asia/Shanghai', new Date(test.clock.now().getTime() - days * DAY_MS));
const now = (person: TestPerson) => factory.clientOf(person);

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
});

async function someone(birthDate: string, sex: string): Promise<Patient> {
  const person = await factory.patient(hospital, '某', birthDate, false);
  await test.database.admin.query('UPDATE patient SET sex = $2 WHERE id = $1', [person.patientId, sex]);
  await factory.verify(person.patientId);
  return person;
}

/** Requests a visit without any answers and returns its id. */
async function planned(client: TestClient = patient.client): Promise<string> {
  const body = { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: '咳嗽' };
  return (await client.ok(createVisit, { body })).id;
}
const checkInWith = (visitId: string, more: object = {}, client: TestClient = patient.client) =>
  client.call(checkIn, { params: { visitId }, body: { ...checkInBody, ...more } });
const page = (visitId: string, client: TestClient = patient.client) =>
  client.ok(readDangerPage, { query: { visitId } });
const codeOf = ({ status, problem }: { status: number; problem: { code?: string } }) => [status, problem.code];
const rowsOf = async (visitId: string) =>
  (await test.database.admin.query('SELECT ticked FROM danger_answer WHERE visit_id = $1 ORDER BY id', [visitId])).rows;

describe('the items of the danger-sign page', () => {
  const everyone = ['breathing', 'unconscious', 'bleeding', 'allergy', 'poisoning', 'injury', 'eye'];

  it.each([
    ['a man', '1980-05-01', 'male', ['chest-pain', 'stroke', 'self-harm', 'harm-others']],
    ['a woman of thirty', '1996-05-01', 'female', ['chest-pain', 'stroke', 'pregnancy', 'self-harm', 'harm-others']],
    ['a woman of seventy', '1956-05-01', 'female', ['chest-pain', 'stroke', 'self-harm', 'harm-others']],
    ['a baby of forty days', 40, 'female', ['young-baby']],
    ['a baby of half a year', 190, 'male', ['small-child']],
    ['a child of four', 4 * 366, 'female', ['chest-pain', 'stroke', 'small-child']],
    ['a girl of nine', 9 * 366, 'female', ['chest-pain', 'stroke', 'self-harm', 'harm-others']],
  ] as const)('for %s are derived from the record', async (_who, birth, sex, more) => {
    const person = await someone(typeof birth === 'string' ? birth : atBirth(birth), sex);
    const { shown, answer } = await page(await planned(person.client), person.client);
    expect(new Set(shown)).toEqual(new Set([...everyone, ...more]));
    expect(answer).toBeNull();
  });

  it('are those of the child when a guardian acts, and the visit stores who acted', async () => {
    const member = await patient.client.ok(addChild, {
      body: {
        name: '小宝',
        nameLatin: 'Xiaobao',
        birthDate: atBirth(60),
        sex: 'male',
        relation: 'parent',
        declared: true,
      },
    });
    const patientId = member.dependant?.patientId ?? '';
    await factory.verify(patientId);
    const acting = new TestClient(test.url, (await patient.client.ok(actFor, { body: { patientId } })).accessToken);
    const visitId = await planned(acting);
    expect((await page(visitId, acting)).shown).toContain('young-baby');
    await answerDangers(acting, { visitId });
    const visit = (await checkInWith(visitId, { guardianPresent: true }, acting)).value;
    expect(visit.dangerAnswer).toMatchObject({ acting: true, ticked: [] });
    const { rows } = await test.database.admin.query('SELECT account_id, patient_id FROM danger_answer WHERE id = $1', [
      visit.dangerAnswer?.id,
    ]);
    expect(rows).toEqual([{ account_id: patient.accountId, patient_id: patientId }]);
  });
});

describe('a visit without a valid answer on danger signs does not enter the queue', () => {
  it('without any answer, whether walk-in or booked', async () => {
    const visitId = await planned();
    expect(codeOf(await checkInWith(visitId))).toEqual([409, 'danger-page.unanswered']);
    expect((await patient.client.ok(readVisit, { params: { visitId } })).status).toBe('planned');
    await patient.client.ok(cancelVisit, { params: { visitId } });

    await openHours(hospital, doctor);
    const [startsAt = ''] = await freeTimes(patient, doctor);
    const { id: appointmentId } = await booked(hospital, patient, doctor, startsAt);
    test.clock.advance(Date.parse(startsAt) - test.clock.now().getTime() - 10 * minute);
    const arrived = (await now(patient).ok(openAppointment, { params: { appointmentId } })).visitId;
    expect(codeOf(await checkInWith(arrived, {}, now(patient)))).toEqual([409, 'danger-page.unanswered']);
    await answerDangers(now(patient), { visitId: arrived });
    expect((await checkInWith(arrived, {}, now(patient))).value.status).toBe('waiting');
  });

  it('with an answer of two hours ago', async () => {
    const visitId = await planned();
    await answerDangers(patient.client, { visitId });
    test.clock.advance(120 * minute);
    expect((await page(visitId, now(patient))).answer).toBeNull();
    expect(codeOf(await checkInWith(visitId, {}, now(patient)))).toEqual([409, 'danger-page.expired']);
    await answerDangers(now(patient), { visitId });
    expect((await checkInWith(visitId, {}, now(patient))).status).toBe(200);
  });

  it('with the answer given before an earlier visit', async () => {
    const earlier = await planned();
    await answerDangers(patient.client, { visitId: earlier });
    await patient.client.ok(cancelVisit, { params: { visitId: earlier } });
    expect(codeOf(await checkInWith(await planned()))).toEqual([409, 'danger-page.unanswered']);
  });

  it('with an answer of another patient, another hospital or the doctor', async () => {
    const visitId = await planned();
    const { page: version, shown } = await page(visitId);
    const body = { about: { visitId }, page: version, shown, answer: 'none' as const };
    for (const stranger of [await factory.patient(hospital), await factory.patient(await factory.hospital())]) {
      expect(codeOf(await stranger.client.call(answerDangerPage, { body }))).toEqual([404, 'resource.not-found']);
      expect((await stranger.client.call(readDangerPage, { query: { visitId } })).status).toBe(404);
    }
    expect(codeOf(await doctor.client.call(answerDangerPage, { body }))).toEqual([403, 'auth.forbidden']);
    const nowhere = { ...body, about: { visitId: newId() } };
    expect(codeOf(await patient.client.call(answerDangerPage, { body: nowhere }))).toEqual([404, 'resource.not-found']);
    expect(codeOf(await checkInWith(visitId))).toEqual([409, 'danger-page.unanswered']);
  });

  it('with an answer to another version of the page or to other items', async () => {
    const visitId = await planned();
    const { page: version, shown } = await page(visitId);
    const answerPage = (over: object) =>
      patient.client.call(answerDangerPage, {
        body: { about: { visitId }, page: version, shown, answer: 'none', ...over },
      });
    expect(codeOf(await answerPage({ page: version + 1 }))).toEqual([409, 'danger-page.outdated']);
    expect(codeOf(await answerPage({ shown: ['breathing'] }))).toEqual([409, 'danger-page.outdated']);
    expect(codeOf(await answerPage({ shown: [...shown, 'pregnancy'] }))).toEqual([409, 'danger-page.outdated']);
    expect(await rowsOf(visitId)).toEqual([]);
  });

  it('with an empty answer: nothing ticked is not "none of these"', async () => {
    const visitId = await planned();
    const { page: version, shown } = await page(visitId);
    for (const answer of [[], null, undefined, 'nothing', ['pregnancy'], ['unknown']]) {
      const body = { about: { visitId }, page: version, shown, answer };
      const refused = await patient.client.raw('POST', '/api/danger-page/answers', { body });
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, 'validation.failed']);
    }
    expect(await rowsOf(visitId)).toEqual([]);
  });

  it('when the record has required another item since the answer', async () => {
    const woman = await someone('1966-05-01', 'female');
    const visitId = await planned(woman.client);
    await answerDangers(woman.client, { visitId });
    await woman.client.ok(addPregnancyStatement, {
      params: { patientId: woman.patientId },
      body: { pregnancy: 'pregnant', trimester: 2, dueDate: null, lactation: 'unknown' },
    });
    expect((await page(visitId, woman.client)).answer).toBeNull();
    expect(codeOf(await checkInWith(visitId, {}, woman.client))).toEqual([409, 'danger-page.outdated']);
    await answerDangers(woman.client, { visitId });
    expect((await checkInWith(visitId, {}, woman.client)).status).toBe(200);
  });

  it('through an SQL statement alone', async () => {
    const visitId = await planned();
    const statement = `UPDATE visit SET status = 'waiting', checked_in_at = now() WHERE id = $1`;
    await expect(test.database.admin.query(statement, [visitId])).rejects.toThrow('no danger sign was asked about');
  });
});

describe('a ticked danger sign', () => {
  it('stops the visit until the patient confirms that it is no emergency; the doctor sees both', async () => {
    const visitId = await planned();
    const { flags } = await answerDangers(patient.client, { visitId }, ['chest-pain', 'eye']);
    expect(flags).toEqual(['chest-pain', 'sudden-blindness', 'eye-injury']);
    const stopped = await checkInWith(visitId);
    expect(stopped.problem).toMatchObject({ code: 'visit.red-flag', facts: { flags: flags.join(' ') } });
    expect((await checkInWith(visitId, { dismissedFlags: ['chest-pain'] })).problem.code).toBe('visit.red-flag');
    const entered = await checkInWith(visitId, { dismissedFlags: flags });
    expect(entered.value).toMatchObject({ status: 'waiting', priority: 'urgent' });
    const [seen] = (await doctor.client.ok(readQueue)).waiting;
    expect(seen?.visit.dangerAnswer?.ticked.map(({ id }) => id)).toEqual(['chest-pain', 'eye']);
    expect(seen?.visit.redFlags.map(({ id }) => id).toSorted()).toEqual([...flags].toSorted());
    expect((await trailOf(test, visitId)).map(({ action }) => action)).toContain('visit.red-flags-dismissed');
  });

  it('in one tab overrides "none of these" in another, before or after it', async () => {
    const visitId = await planned();
    await answerDangers(patient.client, { visitId }, ['self-harm']);
    await answerDangers(patient.client, { visitId });
    expect((await checkInWith(visitId)).problem).toMatchObject({
      code: 'visit.red-flag',
      facts: { flags: 'suicidal' },
    });

    const other = await factory.patient(hospital);
    const theirs = await planned(other.client);
    await answerDangers(other.client, { visitId: theirs });
    const [, late] = await Promise.all([
      answerDangers(other.client, { visitId: theirs }, ['stroke']),
      answerDangers(other.client, { visitId: theirs }),
    ]);
    expect(late).toBeDefined();
    expect((await checkInWith(theirs, {}, other.client)).problem).toMatchObject({
      code: 'visit.red-flag',
      facts: { flags: 'stroke' },
    });
  });
});

describe('a tick that reached no doctor', () => {
  const cancelled = async (visitId: string, client: TestClient = patient.client) =>
    client.ok(cancelVisit, { params: { visitId } });

  it('counts for the next visit after a cancelled one, whatever is answered then, and the doctor sees it', async () => {
    const first = await planned();
    const { at } = await answerDangers(patient.client, { visitId: first }, ['chest-pain']);
    await cancelled(first);
    const visitId = await planned();
    const { flags } = await answerDangers(patient.client, { visitId });
    expect(flags).toEqual(['chest-pain']);
    expect((await page(visitId)).answer?.flags).toEqual(['chest-pain']);
    expect((await checkInWith(visitId)).problem).toMatchObject({
      code: 'visit.red-flag',
      facts: { flags: 'chest-pain' },
    });
    const { value: visit } = await checkInWith(visitId, { dismissedFlags: flags });
    expect(visit).toMatchObject({ priority: 'urgent', redFlags: [{ id: 'chest-pain' }] });
    expect(visit.dangerAnswer?.ticked).toEqual([{ id: 'chest-pain', at }]);
  });

  it('counts no more once a visit with it was checked in, nor after a day, nor for another patient', async () => {
    const visitId = await planned();
    const { flags } = await answerDangers(patient.client, { visitId }, ['stroke']);
    await checkInWith(visitId, { dismissedFlags: flags });
    await patient.client.ok(leaveVisit, { params: { visitId } });
    expect((await answerDangers(patient.client, { visitId: await planned() })).flags).toEqual([]);

    const other = await factory.patient(hospital);
    const theirs = await planned(other.client);
    await answerDangers(other.client, { visitId: theirs }, ['eye']);
    await cancelled(theirs, other.client);
    test.clock.advance(DAY_MS + minute);
    expect((await answerDangers(now(other), { visitId: await planned(now(other)) })).flags).toEqual([]);
  });

  it('stops although its sign was declared to be no emergency before', async () => {
    const body = {
      departmentId: hospital.departmentId,
      doctorId: doctor.practitionerId,
      complaint: 'Chest pain for an hour',
      dismissedFlags: ['chest-pain' as const],
    };
    const { id: visitId, redFlags } = await patient.client.ok(createVisit, { body });
    test.clock.advance(minute);
    await answerDangers(patient.client, { visitId }, ['chest-pain']);
    expect((await checkInWith(visitId)).problem.code).toBe('visit.red-flag');
    const { value: visit } = await checkInWith(visitId, { dismissedFlags: ['chest-pain'] });
    expect(visit.redFlags.map(({ id }) => id)).toEqual(['chest-pain']);
    expect(visit.redFlags[0]?.at).not.toBe(redFlags[0]?.at);
    const declared = (await trailOf(test, visitId)).filter(({ action }) => action === 'visit.red-flags-dismissed');
    expect(declared).toMatchObject([{ details: { count: 1 } }, { details: { count: 1 } }]);
  });

  it('stops again when it is repeated after the declaration; the doctor sees when it was first', async () => {
    const first = await planned();
    const { at } = await answerDangers(patient.client, { visitId: first }, ['chest-pain']);
    await cancelled(first);
    test.clock.advance(minute);
    const { departmentId } = hospital;
    const body = {
      departmentId,
      doctorId: doctor.practitionerId,
      complaint: '胸痛一小时',
      dismissedFlags: ['chest-pain' as const],
    };
    const { id: visitId } = await patient.client.ok(createVisit, { body });
    test.clock.advance(minute);
    await answerDangers(patient.client, { visitId }, ['chest-pain']);
    expect((await checkInWith(visitId)).problem).toMatchObject({
      code: 'visit.red-flag',
      facts: { flags: 'chest-pain' },
    });
    const { value: visit } = await checkInWith(visitId, { dismissedFlags: ['chest-pain'] });
    expect(visit.dangerAnswer?.ticked).toEqual([{ id: 'chest-pain', at }]);
  });
});

describe('an answer on danger signs', () => {
  it('is stored with the visit: page, items, time and account, and audited', async () => {
    const visitId = await planned();
    const { at } = await answerDangers(patient.client, { visitId });
    const { value: visit } = await checkInWith(visitId);
    const { shown } = visit.dangerAnswer ?? { shown: [] };
    expect(visit.dangerAnswer).toMatchObject({ page: 1, ticked: [], at, acting: false });
    expect(shown).toContain('breathing');
    expect(await trailOf(test, visit.dangerAnswer?.id ?? '')).toMatchObject([
      {
        action: 'intake.danger-page-answered',
        patient_id: patient.patientId,
        actor_account_id: patient.accountId,
        details: { page: 1, shown: shown.length, ticked: 0, about: visitId },
      },
    ]);
  });

  it('cannot change, neither its row nor in its visit, and cannot be added after check-in', async () => {
    const visitId = await planned();
    await answerDangers(patient.client, { visitId });
    await checkInWith(visitId);
    for (const change of [
      `UPDATE danger_answer SET ticked = shown WHERE visit_id = $1`,
      `DELETE FROM danger_answer WHERE visit_id = $1`,
      `UPDATE visit SET danger_answer = NULL WHERE id = $1`,
    ])
      await expect(test.database.admin.query(change, [visitId])).rejects.toThrow('never changes');
    const late = await patient.client.call(readDangerPage, { query: { visitId } });
    expect(codeOf(late)).toEqual([409, 'intake.closed']);
  });

  it('that is sent twice under one key is stored once', async () => {
    const visitId = await planned();
    const { page: version, shown } = await page(visitId);
    const body = { about: { visitId }, page: version, shown, answer: 'none' as const };
    const key = newId();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => patient.client.call(answerDangerPage, { body, key })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await rowsOf(visitId)).toEqual([{ ticked: [] }]);
    const [entered, again] = await Promise.all([checkInWith(visitId), checkInWith(visitId)]);
    expect([entered.status, again.status]).toEqual([200, 200]);
  });
});
