import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  readIntakeDraftPicture,
  readIntakePicture,
  removeIntakePicture,
} from '../../../shared/src/intake/intake.contract.ts';
import { checkIn, readQueue, readVisit, type Visit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { checkInBody, intake, plannedVisit } from '../../support/visit-steps.ts';
import { drawing, photo, pictureBomb, placeTaken } from '../chat/sample-files.ts';
import { coughAnswers, handIn, opened, saved } from './intake-steps.ts';

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
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.doctor(hospital);
  patient = await factory.patient(hospital);
  visit = await plannedVisit(hospital, patient, doctor);
});

const checkInWith = (draftVersion: number, more: object = {}, client: TestClient = patient.client) =>
  client.call(checkIn, { params: { visitId: visit.id }, body: { ...checkInBody, draftVersion, ...more } });
const answered = async (change: object = {}) => {
  const draft = await opened(patient.client, visit.id);
  return saved(patient.client, draft, { ...coughAnswers, ...change });
};
const given = (person: TestPerson, pictureId: string, visitId = visit.id) =>
  person.client.raw('GET', `/api/visits/${visitId}/intake-pictures/${pictureId}`);

describe('checking in with answers', () => {
  it('stores the answers in the visit with the version of the form, for its doctor, and deletes the draft', async () => {
    await answered();
    const { value } = await checkInWith(1);
    const form = { ...coughAnswers.form, answers: coughAnswers.answers };
    expect(value).toMatchObject({ status: 'waiting', intake: { ...intake, form } });
    expect(value.intake).not.toHaveProperty('evidence');
    const { waiting } = await doctor.client.ok(readQueue);
    expect(waiting[0]?.visit.intake?.form).toEqual(form);
    const { rows } = await test.database.admin.query('SELECT 1 FROM intake_draft WHERE visit_id = $1', [visit.id]);
    expect(rows).toEqual([]);
  });

  it('twice, or on two pages at once, returns the same visit', async () => {
    await answered();
    const answers = await Promise.all([checkInWith(1), checkInWith(1)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const again = await checkInWith(1);
    expect(again.value.intake?.form?.answers).toEqual(coughAnswers.answers);
    const { rows } = await test.database.admin.query('SELECT 1 FROM consent WHERE visit_id = $1', [visit.id]);
    expect(rows).toHaveLength(1);
  });

  it('rejects a page that has not loaded the answers from another device', async () => {
    await answered();
    for (const stale of [0, 2]) {
      const { status, problem } = await checkInWith(stale);
      expect([status, problem.code, problem.facts]).toEqual([412, 'resource.stale', { version: 1 }]);
    }
    expect((await patient.client.ok(readVisit, { params: { visitId: visit.id } })).status).toBe('planned');
  });

  it('names each question whose answer is missing or invalid', async () => {
    const { temperature, ...rest } = { ...coughAnswers.answers, fever: 'yes', temperature: 99 };
    await answered({ answers: { ...rest, temperature, course: 'sideways', lungs: [] } });
    const { status, problem } = await checkInWith(1);
    expect([status, problem.code]).toEqual([400, 'validation.failed']);
    expect(problem.fields).toEqual([
      { path: 'answers.temperature', rule: 'too-large' },
      { path: 'answers.lungs', rule: 'required' },
      { path: 'answers.course', rule: 'invalid' },
    ]);
  });

  it('is possible without any answers', async () => {
    expect((await checkInWith(0)).value.intake).toEqual(intake);
  });

  it('stops at an answer that is a danger sign until the patient confirms that it is no emergency', async () => {
    await answered({ answers: { ...coughAnswers.answers, danger: ['drooling'] } });
    const { status, problem } = await checkInWith(1);
    expect([status, problem.code, problem.facts]).toEqual([409, 'visit.red-flag', { flags: 'breathing' }]);
    const { value } = await checkInWith(1, { dismissedFlags: ['breathing'] });
    expect(value).toMatchObject({ priority: 'urgent', redFlags: [{ id: 'breathing' }] });
  });

  it('finds danger signs in the text of an answer as in the complaint', async () => {
    await answered({ answers: { ...coughAnswers.answers, tried: 'tea, but now I cannot breathe' } });
    expect((await checkInWith(1)).problem.facts).toEqual({ flags: 'breathing' });
  });

  it('stores answers that can never change', async () => {
    await answered();
    await checkInWith(1);
    const { admin } = test.database;
    const change = admin.query(`UPDATE visit SET intake = intake || '{"complaint": "other"}' WHERE id = $1`, [
      visit.id,
    ]);
    await expect(change).rejects.toThrow('never changes');
  });
});

describe('intake pictures', () => {
  it('lose their location, can be viewed and removed, and reach the doctor with the answers', async () => {
    const draft = await opened(patient.client, visit.id);
    await saved(patient.client, draft, {
      ...coughAnswers,
      form: { id: 'skin', version: 1 },
      answers: { danger: ['none'], where: ['arms'], what: ['pain'], fever: 'no', new: ['none'] },
      priorDiagnosis: 'yes',
    });
    const taken = await photo();
    expect(taken.includes(placeTaken.maker)).toBe(true);
    const { value: kept } = await handIn(test.url, patient, draft.id, taken);
    expect(kept).toMatchObject({ question: 'pictures', type: 'image/jpeg', width: 40, height: 60 });
    const { value: evidence } = await handIn(test.url, patient, draft.id, await drawing('png'), {
      question: 'prior-diagnosis',
      type: 'image/png',
    });
    const { value: back } = await handIn(test.url, patient, draft.id, await photo({ width: 80 }));
    const params = { draftId: draft.id, pictureId: back.id };
    expect((await patient.client.call(readIntakeDraftPicture, { params })).status).toBe(200);
    await patient.client.ok(removeIntakePicture, { params });
    await patient.client.ok(removeIntakePicture, { params });
    expect((await patient.client.call(readIntakeDraftPicture, { params })).status).toBe(404);
    // Only the patient reads a draft; the future doctor cannot.
    expect((await given(doctor, kept.id)).status).toBe(404);

    const { value } = await checkInWith(1);
    expect(value.intake).toMatchObject({ form: { answers: { pictures: [kept.id] } }, evidence: [evidence.id] });
    for (const person of [doctor, patient]) {
      const answer = await given(person, kept.id);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.includes(placeTaken.maker)).toBe(false);
    }
    expect((await given(doctor, evidence.id)).status).toBe(200);
    expect((await trailOf(test, kept.id)).map(({ action }) => action)).toEqual([
      'intake.picture-added',
      'intake.picture-read',
      'intake.picture-read',
    ]);
    const strangers = [await factory.doctor(hospital), await factory.patient(hospital)];
    for (const person of strangers) expect((await given(person, kept.id)).status).toBe(404);
    const gone = test.database.admin.query('DELETE FROM intake_picture WHERE id = $1', [kept.id]);
    await expect(gone).rejects.toThrow('never changes');
  });

  it('of a question that is no longer asked are deleted with the draft', async () => {
    const draft = await opened(patient.client, visit.id);
    const { value } = await handIn(test.url, patient, draft.id, await photo());
    await saved(patient.client, draft, coughAnswers);
    await checkInWith(1);
    expect((await given(patient, value.id)).status).toBe(404);
    const { rows } = await test.database.admin.query('SELECT 1 FROM intake_picture WHERE patient_id = $1', [
      patient.patientId,
    ]);
    expect(rows).toEqual([]);
  });

  it('are limited to six, also in a race, and a duplicate counts once', async () => {
    const { id: draftId } = await opened(patient.client, visit.id);
    const bytes = await photo();
    const id = newId();
    const first = await handIn(test.url, patient, draftId, bytes, { id });
    expect((await handIn(test.url, patient, draftId, bytes, { id })).value).toEqual(first.value);
    const other = await handIn(test.url, patient, draftId, await photo({ width: 80 }), { id });
    expect(other.problem.code).toBe('resource.conflict');
    const answers = await Promise.all(Array.from({ length: 7 }, () => handIn(test.url, patient, draftId, bytes)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.find(({ status }) => status !== 200)?.problem.code).toBe('attachment.too-many');
  });

  it('are identified by their bytes', async () => {
    const { id: draftId } = await opened(patient.client, visit.id);
    const refused = [
      [Buffer.from('%PDF-1.7\n%%EOF'), 'attachment.type-refused'],
      [Buffer.from('<svg onload="alert(1)"/>'), 'attachment.type-refused'],
      [pictureBomb(), 'attachment.unsafe'],
    ] as const;
    for (const [bytes, code] of refused) {
      const { problem } = await handIn(test.url, patient, draftId, bytes, { type: 'image/png' });
      expect(problem.code).toBe(code);
    }
    const stranger = await factory.patient(hospital);
    expect((await handIn(test.url, stranger, draftId, await photo())).status).toBe(404);
  });

  it('are not found in another visit', async () => {
    const draft = await opened(patient.client, visit.id);
    await saved(patient.client, draft, { ...coughAnswers, priorDiagnosis: 'yes' });
    const { value } = await handIn(test.url, patient, draft.id, await photo(), { question: 'prior-diagnosis' });
    await checkInWith(1);
    const params = { visitId: newId(), pictureId: value.id };
    expect((await patient.client.call(readIntakePicture, { params })).status).toBe(404);
  });
});
