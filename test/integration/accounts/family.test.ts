import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAccount, refreshSession } from '../../../shared/src/accounts/auth.contract.ts';
import { readChart } from '../../../shared/src/chart/chart.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import * as contract from '../../../shared/src/accounts/family.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { checkIn, createVisit, listVisits, readVisit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { TestClient } from '../../support/client.ts';
import { answerDangers } from '../../support/danger-page.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type Patient = TestPerson & { patientId: string };

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let other: TestHospital;
let parent: Patient;
let stranger: Patient;
let foreigner: Patient;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  [hospital, other] = [await factory.hospital(), await factory.hospital()];
  [stranger, foreigner] = [await factory.patient(hospital, '陌生'), await factory.patient(other, '外院')];
});
afterAll(() => test.close());
beforeEach(async () => {
  parent = await factory.patient(hospital, '李伟');
});

const today = () => dayIn('Asia/Shanghai', test.clock.now());
/** Returns the date `years` years ago today plus `days` days, as YYYY-MM-DD. */
function born(years: number, days = 0): string {
  const [year = 0, month = 1, day = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(year - years, month - 1, day + days)).toISOString().slice(0, 10);
}
const child = (birthDate = born(4)) => ({
  name: '李小明',
  nameLatin: 'Li Xiaoming',
  birthDate,
  sex: 'male' as const,
  relation: 'parent' as const,
  declared: true as const,
});
const addChild = async (birthDate?: string) => {
  const member = await parent.client.ok(contract.addChild, { body: child(birthDate) });
  const patientId = member.dependant?.patientId ?? '';
  await factory.verify(patientId);
  return { ...member, patientId };
};
const acting = async (person: Patient, patientId: string | null) => {
  const grant = await person.client.ok(actFor, { body: { patientId } });
  return { grant, client: new TestClient(test.url, grant.accessToken) };
};
async function emailOf(person: Patient): Promise<string> {
  const { rows } = await test.database.admin.query<{ email: string }>('SELECT email FROM account WHERE id = $1', [
    person.accountId,
  ]);
  return rows[0]?.email ?? '';
}
const refusedToActFor = async (person: Patient, patientId: string) => {
  const answer = await person.client.call(actFor, { body: { patientId } });
  expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
};
const book = async (client: TestClient) => {
  const doctor = await factory.doctor(hospital);
  const body = { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: 'cough' };
  const visit = await client.ok(createVisit, { body });
  await answerDangers(client, { visitId: visit.id });
  return visit;
};
const arrival = {
  consent: { version: '2026-1', locale: 'en' as const },
  intake: {
    complaint: 'cough',
    duration: 'days' as const,
    priorDiagnosis: 'no' as const,
    allergiesConfirmed: true,
    medicinesConfirmed: true,
  },
  deviceCheck: 'skipped' as const,
};

describe('a child', () => {
  it('is another person for the idempotency key of the same request', async () => {
    const [first, second] = [await addChild(), await addChild()];
    const doctor = await factory.doctor(hospital);
    const body = { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: 'cough' };
    const key = newId();
    let { client } = parent;
    /** Each switch ends the token before. */
    const switchTo = async (patientId: string | null) => {
      const { accessToken } = await client.ok(actFor, { body: { patientId } });
      client = new TestClient(test.url, accessToken);
    };
    await switchTo(first.patientId);
    const visit = await client.ok(createVisit, { body, key });
    expect(await client.ok(createVisit, { body, key })).toEqual(visit);
    for (const patientId of [second.patientId, null]) {
      await switchTo(patientId);
      const replay = await client.call(createVisit, { body, key });
      expect(replay).toMatchObject({ status: 409, problem: { code: 'request.idempotency-mismatch' } });
    }
  });

  it('gets the first answer of a command that ran at the release before, which did not store for whom', async () => {
    const { patientId } = await addChild();
    const doctor = await factory.doctor(hospital);
    const body = { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: 'cough' };
    const [own, key] = [newId(), newId()];
    await parent.client.ok(createVisit, { body, key: own });
    const { client } = await acting(parent, patientId);
    const visit = await client.ok(createVisit, { body, key });
    const { admin } = test.database;
    const digests = 'SELECT DISTINCT request_digest FROM idempotency_key WHERE key = ANY ($1)';
    expect((await admin.query(digests, [[own, key]])).rows).toHaveLength(1);
    await admin.query('UPDATE idempotency_key SET acted_for = NULL WHERE key = $1', [key]);
    expect(await client.ok(createVisit, { body, key })).toEqual(visit);
  });

  it('has its own record, which the parent opens by acting for the child; the audit names the parent', async () => {
    const { patientId } = await addChild();
    const { grant, client } = await acting(parent, patientId);
    expect(grant.account).toMatchObject({
      id: parent.accountId,
      patientId,
      roles: ['patient'],
      acting: { patientId, name: '李小明', relation: 'parent' },
    });
    expect((await client.ok(readChart, { params: { patientId } })).patient.id).toBe(patientId);
    const visit = await book(client);
    expect(visit.patient).toMatchObject({ id: patientId, name: '李小明', age: 4 });
    const own = await client.call(readChart, { params: { patientId: parent.patientId } });
    expect(own.status).toBe(404);
    const { rows } = await test.database.admin.query<{ actor_account_id: string; patient_id: string }>(
      `SELECT actor_account_id, patient_id FROM audit_event WHERE action = 'visit.created' AND entity_id = $1`,
      [visit.id],
    );
    expect(rows).toEqual([{ actor_account_id: parent.accountId, patient_id: patientId }]);
  });

  it('is no longer visible after the parent stops acting for it; the parent sees their own record', async () => {
    const { patientId } = await addChild();
    const forChild = await acting(parent, patientId);
    const visit = await book(forChild.client);
    const { client } = await acting({ ...parent, client: forChild.client }, null);
    expect((await client.ok(listVisits, { query: {} })).items).toEqual([]);
    expect((await client.call(readVisit, { params: { visitId: visit.id } })).status).toBe(404);
    // The token that was issued for the child is rejected now.
    expect((await forChild.client.call(listVisits, { query: {} })).problem.code).toBe('auth.session-expired');
  });

  it('under six needs the guardian present, and the visit stores that', async () => {
    const { patientId } = await addChild();
    const { client } = await acting(parent, patientId);
    const visit = await book(client);
    const params = { visitId: visit.id };
    const alone = await client.call(checkIn, { params, body: arrival });
    expect(alone.problem.code).toBe('visit.guardian-needed');
    await client.ok(checkIn, { params, body: { ...arrival, guardianPresent: true } });
    const { rows } = await test.database.admin.query('SELECT guardian FROM visit WHERE id = $1', [visit.id]);
    expect(rows).toEqual([{ guardian: { name: '李伟', relation: 'father', accountId: parent.accountId } }]);
  });

  it('aged six or more needs no guardian present', async () => {
    const { client } = await acting(parent, (await addChild(born(6))).patientId);
    const visit = await book(client);
    expect((await client.call(checkIn, { params: { visitId: visit.id }, body: arrival })).status).toBe(200);
  });

  it('has its events published to the guardian who acts for it', async () => {
    const { client } = await acting(parent, (await addChild()).patientId);
    const page = await listen(test.url, client.accessToken ?? '');
    const visit = await book(client);
    await page.next({ entity: 'visit', id: visit.id });
    page.close();
  });

  it('cannot be an adult or have a future birth date', async () => {
    for (const birthDate of [born(18), born(0, 1)]) {
      const answer = await parent.client.call(contract.addChild, { body: child(birthDate) });
      expect(answer.problem.fields).toMatchObject([{ path: 'birthDate' }]);
    }
    const undeclared = await parent.client.call(contract.addChild, {
      body: { ...child(), declared: false as never },
    });
    expect(undeclared.status).toBe(400);
  });

  it('is created once when the form is sent twice', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => parent.client.ok(contract.addChild, { body: child(), key: 'add-child-1' })),
    );
    expect(twice[0]).toEqual(twice[1]);
    expect((await parent.client.ok(contract.readFamily)).dependants).toHaveLength(1);
  });

  it('comes of age on the hospital’s date, which ends the guardianship and revokes its tokens', async () => {
    const soon = await addChild(born(18, 1));
    const { client } = await acting(parent, soon.patientId);
    test.clock.advance(DAY_MS);
    const fresh = await factory.unconfirmedSession(parent);
    await refusedToActFor({ ...fresh, patientId: parent.patientId }, soon.patientId);
    await runJob(test, hospital.id, 'end-guardianships-of-age');
    const notifications = await fresh.client.ok(listNotifications, { query: { locale: 'en' } });
    expect(notifications.items).toMatchObject([{ template: 'family.of-age', title: 'Li Xiaoming is now an adult' }]);
    test.clock.advance(-DAY_MS);
    expect((await client.call(listVisits, { query: {} })).problem.code).toBe('auth.session-expired');
  });
});

describe('an adult', () => {
  let adult: Patient;
  beforeEach(async () => {
    adult = await factory.patient(hospital, '周奶奶', '1950-01-01');
  });
  const invite = async (email: string) =>
    parent.client.ok(contract.inviteDependant, { body: { email, relation: 'carer' } });
  const decide = (person: Patient, guardianshipId: string, agreed: boolean) =>
    person.client.call(contract.decideGuardianship, { params: { guardianshipId }, body: { agreed } });

  it('can be acted for only after they agreed', async () => {
    const { id } = await invite(await emailOf(adult));
    await refusedToActFor(parent, adult.patientId);
    const notifications = await adult.client.ok(listNotifications, { query: { locale: 'en' } });
    expect(notifications.items).toMatchObject([{ template: 'family.invited', link: '/family' }]);
    const { guardians } = await adult.client.ok(contract.readFamily);
    expect(guardians).toMatchObject([{ id, state: 'invited', guardian: { name: '李伟' } }]);
    expect((await decide(adult, id, true)).status).toBe(200);
    const { client } = await acting(parent, adult.patientId);
    expect((await client.ok(readChart, { params: { patientId: adult.patientId } })).patient.id).toBe(adult.patientId);
  });

  it('can end it at any time, which ends the guardian’s session for them at once', async () => {
    const { id } = await invite(await emailOf(adult));
    await decide(adult, id, true);
    const { client } = await acting(parent, adult.patientId);
    await adult.client.ok(contract.endGuardianship, { params: { guardianshipId: id } });
    await adult.client.ok(contract.endGuardianship, { params: { guardianshipId: id } });
    const answer = await client.call(readChart, { params: { patientId: adult.patientId } });
    expect(answer.problem.code).toBe('auth.session-expired');
    await refusedToActFor({ ...parent, ...(await factory.unconfirmedSession(parent)), patientId: '' }, adult.patientId);
  });

  it('who declines cannot be acted for and cannot decide again', async () => {
    const { id } = await invite(await emailOf(adult));
    await decide(adult, id, false);
    await refusedToActFor(parent, adult.patientId);
    expect((await decide(adult, id, true)).problem.code).toBe('resource.conflict');
  });

  it('decides alone: the inviter, strangers and members of another hospital are rejected', async () => {
    const { id } = await invite(await emailOf(adult));
    for (const person of [parent, stranger, foreigner])
      expect((await decide(person, id, true)).problem.code).toBe('resource.not-found');
    await refusedToActFor(parent, adult.patientId);
  });

  it('is not revealed to the inviter by the answer', async () => {
    const [known, unknown] = [await invite(await emailOf(adult)), await invite('nobody@example.test')];
    const bare = ({ id: _id, invited: _invited, since: _since, ...rest }: contract.FamilyMember) => rest;
    expect(bare(known)).toEqual(bare(unknown));
    expect(known.dependant).toBeNull();
    const again = await invite(await emailOf(adult));
    expect(bare(again)).toEqual(bare(unknown));
    const notifications = await adult.client.ok(listNotifications, { query: {} });
    expect(notifications.items).toHaveLength(1);
  });
});

describe('acting for others is rejected', () => {
  it('for a patient without a guardianship, of another hospital, or who does not exist', async () => {
    const { patientId } = await addChild();
    for (const person of [stranger, foreigner]) await refusedToActFor(person, patientId);
    for (const patientId of [stranger.patientId, foreigner.patientId, newId()])
      await refusedToActFor(parent, patientId);
  });

  it('for arranging a family while acting for another person', async () => {
    const { client } = await acting(parent, (await addChild()).patientId);
    const answers = [
      await client.call(contract.addChild, { body: child() }),
      await client.call(contract.inviteDependant, { body: { email: 'x@example.test', relation: 'carer' } }),
      await client.call(contract.endGuardianship, { params: { guardianshipId: newId() } }),
      await client.call(contract.decideGuardianship, { params: { guardianshipId: newId() }, body: { agreed: true } }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(Array(4).fill('family.acting'));
  });

  it('across a chain: acting for a guardian does not give access to the guardian’s child', async () => {
    const { patientId } = await addChild();
    const friend = await factory.patient(hospital, '朋友');
    const { id } = await friend.client.ok(contract.inviteDependant, {
      body: { email: await emailOf(parent), relation: 'carer' },
    });
    await parent.client.ok(contract.decideGuardianship, { params: { guardianshipId: id }, body: { agreed: true } });
    const { client } = await acting(friend, parent.patientId);
    await refusedToActFor({ ...friend, client }, patientId);
  });

  it('for staff: a doctor has no family members', async () => {
    const doctor = await factory.doctor(hospital);
    expect((await doctor.client.call(contract.readFamily)).problem.code).toBe('auth.forbidden');
  });

  it('for ending a guardianship of another person', async () => {
    const member = await addChild();
    for (const person of [stranger, foreigner]) {
      const answer = await person.client.call(contract.endGuardianship, { params: { guardianshipId: member.id } });
      expect(answer.problem.code).toBe('resource.not-found');
    }
    expect((await acting(parent, member.patientId)).grant.account.acting?.patientId).toBe(member.patientId);
  });
});

it('an acting session’s account names the person it acts for', async () => {
  const { client } = await acting(parent, (await addChild()).patientId);
  expect((await client.ok(readAccount)).acting?.name).toBe('李小明');
  expect(refreshSession.permission).toBe('public');
});
