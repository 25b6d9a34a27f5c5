import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { openIntakeDraft, removeIntakeDraft, saveIntakeDraft } from '../../../shared/src/intake/intake.contract.ts';
import { cancelVisit, createVisit, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { plannedVisit, waitingVisit } from '../../support/visit-steps.ts';
import { photo } from '../chat/sample-files.ts';
import { coughAnswers, handIn, nothingYet, opened, saved } from './intake-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  visit = await plannedVisit(hospital, patient, doctor);
});

const count = async (table: 'intake_draft' | 'intake_picture', patientId = patient.patientId) => {
  const { rows } = await test.database.admin.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE patient_id = $1`,
    [patientId],
  );
  return rows[0]?.n;
};

describe('an intake draft', () => {
  it('is the same one however often and wherever it is opened', async () => {
    const other = new TestClient(test.url, patient.accessToken);
    const drafts = await Promise.all([patient.client, other, patient.client].map((client) => opened(client, visit.id)));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    expect(drafts[0]).toMatchObject({
      visitId: visit.id,
      version: 0,
      content: null,
      pictures: [],
      updatedAt: null,
      complaint: '咳嗽',
      subject: { sex: 'male', age: visit.patient.age },
    });
  });

  it('resumes at the same step on another device', async () => {
    const draft = await opened(patient.client, visit.id);
    await saved(patient.client, draft, { ...coughAnswers, step: 'questions', question: 'fever' });
    const there = await opened(new TestClient(test.url, patient.accessToken), visit.id);
    expect(there).toMatchObject({ version: 1, content: { ...coughAnswers, step: 'questions', question: 'fever' } });
  });

  it('drops answers to questions that are not asked', async () => {
    const draft = await opened(patient.client, visit.id);
    const answers = {
      fever: 'no',
      temperature: 39,
      what: ['dry'],
      'phlegm-colour': 'clear',
      pregnant: 'yes',
      other: 1,
    };
    const { value } = await saved(patient.client, draft, { ...coughAnswers, answers });
    expect(value.content?.answers).toEqual({ fever: 'no', what: ['dry'] });
  });

  it('rejects a stale save after a change on another device and returns the current version', async () => {
    const draft = await opened(patient.client, visit.id);
    expect((await saved(patient.client, draft, coughAnswers)).status).toBe(200);
    const { status, problem } = await saved(patient.client, draft, { ...coughAnswers, duration: 'weeks' });
    expect([status, problem.code, problem.facts]).toEqual([412, 'resource.stale', { version: 1 }]);
    // The same save again is a retry after a lost response.
    expect((await saved(patient.client, draft, coughAnswers)).value.version).toBe(1);
  });

  it('accepts one of two simultaneous saves', async () => {
    const draft = await opened(patient.client, visit.id);
    const answers = await Promise.all(
      (['days', 'weeks'] as const).map((duration) => saved(patient.client, draft, { ...coughAnswers, duration })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('accepts every published version of a form and no other', async () => {
    const draft = await opened(patient.client, visit.id);
    const { status, problem } = await saved(patient.client, draft, {
      ...coughAnswers,
      form: { id: 'cough-throat', version: 999 },
    });
    expect([status, problem.code]).toEqual([409, 'intake.form-unknown']);
  });

  it.each([
    ['a step that there is not', { step: 'nowhere' }, 'step'],
    ['an answer longer than any', { answers: { tried: 'x'.repeat(501) } }, 'answers.tried'],
    ['an invalid question id', { answers: { __proto__x: 'a', 'A B': 'c' } }, 'answers'],
    ['an unknown field', { priority: 'asap' }, 'priority'],
  ])('refuses %s', async (_name, change, path) => {
    const { id, version } = await opened(patient.client, visit.id);
    const body = { ...coughAnswers, ...change } as typeof coughAnswers;
    const { status, problem } = await patient.client.call(saveIntakeDraft, { params: { draftId: id }, version, body });
    expect(status).toBe(400);
    expect(problem.fields?.map((field) => field.path).join()).toContain(path);
  });

  it('is audited without the text of answers', async () => {
    const draft = await opened(patient.client, visit.id);
    await saved(patient.client, draft, { ...coughAnswers, priorDiagnosisDetail: 'tell-tale' });
    const trail = await trailOf(test, draft.id);
    expect(trail.map(({ action }) => action)).toEqual(['intake.draft-read', 'intake.draft-saved']);
    expect(JSON.stringify(trail)).not.toContain('tell-tale');
  });
});

describe('access to an intake draft', () => {
  it('is limited to the patient: another patient and the doctor get not found', async () => {
    const draft = await opened(patient.client, visit.id);
    for (const person of [await factory.patient(hospital), await factory.patient(await factory.hospital())]) {
      const answers = await Promise.all([
        person.client.call(openIntakeDraft, { body: { visitId: visit.id } }),
        saved(person.client, draft, coughAnswers),
        person.client.call(removeIntakeDraft, { params: { draftId: draft.id } }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
    const asDoctor = await doctor.client.call(openIntakeDraft, { body: { visitId: visit.id } });
    expect(asDoctor.status).toBe(403);
    expect((await patient.client.call(openIntakeDraft, { body: { visitId: newId() } })).status).toBe(404);
  });

  it('by a guardian who acts for a child opens the child’s draft, not the guardian’s', async () => {
    const own = await opened(patient.client, visit.id);
    const born = new Date(test.clock.now().getTime() - 4 * 365 * DAY_MS).toISOString().slice(0, 10);
    const { dependant } = await patient.client.ok(addChild, {
      body: {
        name: '李小明',
        nameLatin: 'Li Xiaoming',
        birthDate: born,
        sex: 'male',
        relation: 'parent',
        declared: true,
      },
    });
    const patientId = dependant?.patientId ?? '';
    const { accessToken } = await patient.client.ok(actFor, { body: { patientId } });
    const acting = new TestClient(test.url, accessToken);
    expect((await acting.call(openIntakeDraft, { body: { visitId: visit.id } })).status).toBe(404);
    expect((await saved(acting, own, coughAnswers)).status).toBe(404);
    const childVisit = await acting.ok(createVisit, {
      body: { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: '咳嗽' },
    });
    const draft = await opened(acting, childVisit.id);
    expect(draft.subject.age).toBeLessThan(5);
    await saved(acting, draft, coughAnswers);
    expect([await count('intake_draft', patientId), await count('intake_draft')]).toEqual([1, 1]);
  });
});

describe('an intake draft is deleted', () => {
  it('with its pictures when the patient discards it', async () => {
    const draft = await opened(patient.client, visit.id);
    await handIn(test.url, patient, draft.id, await photo());
    expect(await count('intake_picture')).toBe(1);
    await patient.client.ok(removeIntakeDraft, { params: { draftId: draft.id } });
    expect([await count('intake_draft'), await count('intake_picture')]).toEqual([0, 0]);
    expect(await opened(patient.client, visit.id)).toMatchObject({ version: 0, content: null });
  });

  it('when the visit is cancelled', async () => {
    await opened(patient.client, visit.id);
    await patient.client.ok(cancelVisit, { params: { visitId: visit.id } });
    expect(await count('intake_draft')).toBe(0);
    const again = await patient.client.call(openIntakeDraft, { body: { visitId: visit.id } });
    expect([again.status, again.problem.code]).toEqual([409, 'intake.closed']);
  });

  it('and cannot start again while the patient waits', async () => {
    const other = await factory.patient(hospital);
    const { id } = await waitingVisit(hospital, other, doctor);
    expect((await other.client.call(openIntakeDraft, { body: { visitId: id } })).problem.code).toBe('intake.closed');
  });

  it('thirty days after the last change, not earlier', async () => {
    const draft = await opened(patient.client, visit.id);
    await saved(patient.client, draft, nothingYet);
    await handIn(test.url, patient, draft.id, await photo());
    const touched = (days: number) =>
      test.database.admin.query(
        `UPDATE intake_draft SET updated_at = $2::timestamptz - $3 * interval '1 day' WHERE id = $1`,
        [draft.id, test.clock.now(), days],
      );
    await touched(29);
    await runJob(test, hospital.id, 'sweep-intake-drafts');
    expect(await count('intake_draft')).toBe(1);
    await touched(31);
    await runJob(test, hospital.id, 'sweep-intake-drafts');
    expect([await count('intake_draft'), await count('intake_picture')]).toEqual([0, 0]);
    expect((await trailOf(test, draft.id)).at(-1)).toMatchObject({
      action: 'intake.draft-removed',
      actor_account_id: null,
    });
  });
});
