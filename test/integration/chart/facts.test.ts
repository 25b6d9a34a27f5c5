import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listChartDocuments,
  nameChartDocument,
  readChartDocument,
} from '../../../shared/src/chart/uploads.contract.ts';
import { decideEntry, readEntryHistory } from '../../../shared/src/chart/entry.contract.ts';
import { listChartLooks, readTimeline } from '../../../shared/src/chart/timeline.contract.ts';
import {
  addAllergy,
  addCondition,
  addMedicationStatement,
  printChart,
  readChart,
} from '../../../shared/src/chart/chart.contract.ts';
import { addObservation, addPregnancyStatement } from '../../../shared/src/chart/observations.contract.ts';
import type { BodyInputOf } from '../../../shared/src/core/route.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit } from '../../support/visit-steps.ts';
import { photo } from '../chat/sample-files.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };

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

const params = () => ({ patientId: patient.patientId });
const daysAgo = (days: number) => new Date(test.clock.now().getTime() - days * DAY_MS).toISOString();
const weight = (over: Partial<BodyInputOf<typeof addObservation>> = {}) => ({
  kind: 'body-weight' as const,
  value: '72.5',
  unit: 'kg' as const,
  measuredAt: daysAgo(1),
  ...over,
});
const chart = () => patient.client.ok(readChart, { params: params() });
const makeFemale = () =>
  test.database.admin.query(
    `UPDATE patient SET sex = 'female', identity_verified_at = clock_timestamp() WHERE id = $1`,
    [patient.patientId],
  );

describe('measured values', () => {
  it('are stored with unit, code, source and time, and used by the safety checks', async () => {
    const added = await patient.client.ok(addObservation, { params: params(), body: weight() });
    expect(added).toMatchObject({
      value: '72.5',
      unit: 'kg',
      code: '29463-7',
      recordedBy: 'patient',
      confirmed: false,
    });
    const { safetyFacts, observations } = await chart();
    expect(observations).toEqual([added]);
    expect(safetyFacts.weightKg.value).toBe('72.5');
    expect((await trailOf(test, added.id)).map(({ action }) => action)).toEqual(['chart.observation-added']);
  });

  it('that are too old are shown but not used by the checks', async () => {
    await patient.client.ok(addObservation, { params: params(), body: weight({ measuredAt: daysAgo(400) }) });
    expect((await chart()).safetyFacts.weightKg).toMatchObject({ value: null, last: { value: '72.5' } });
  });

  it('of creatinine give the estimated kidney function with its formula', async () => {
    const body = weight({ kind: 'creatinine', value: '88.4', unit: 'umol/L' });
    const added = await patient.client.ok(addObservation, { params: params(), body });
    expect(added.estimatedGfr?.arithmetic).toContain('CKD-EPI 2021');
    expect((await chart()).safetyFacts.egfr).toMatchObject({ value: added.estimatedGfr?.value });
  });

  it('need confirmation when unusual and are rejected when impossible', async () => {
    const light = weight({ value: '7.25' });
    const asked = await patient.client.call(addObservation, { params: params(), body: light });
    expect([asked.status, asked.problem.code]).toEqual([409, 'observation.unusual']);
    expect((await chart()).observations).toEqual([]);
    await patient.client.ok(addObservation, { params: params(), body: { ...light, sure: true } });
    for (const body of [
      weight({ value: '7250' }),
      weight({ unit: 'cm' }),
      weight({ measuredAt: daysAgo(-1) }),
      weight({ measuredAt: '1970-01-01T00:00:00Z' }),
      weight({ kind: 'blood-pressure', value: '130', unit: 'mm[Hg]' }),
    ]) {
      const answer = await patient.client.call(addObservation, { params: params(), body: { ...body, sure: true } });
      expect(answer.problem.code).toBe('validation.failed');
    }
  });

  it('sent twice with one key are stored once, and other people cannot add them', async () => {
    const key = randomUUID();
    const body = weight();
    const send = () => patient.client.ok(addObservation, { params: params(), body, key });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    for (const stranger of [await factory.patient(hospital), await factory.doctor(await factory.hospital())]) {
      const answer = await stranger.client.call(addObservation, { params: params(), body: weight() });
      expect(answer.problem.code).toBe('resource.not-found');
    }
    expect((await chart()).observations).toHaveLength(1);
  });

  it('cannot be changed, even by the owner of the database', async () => {
    const { id } = await patient.client.ok(addObservation, { params: params(), body: weight() });
    const rewrite = test.database.admin.query('UPDATE observation SET value = 60 WHERE id = $1', [id]);
    await expect(rewrite).rejects.toThrow(/not rewritten/);
  });
});

describe('pregnancy', () => {
  it('is a dated statement; the newest one counts', async () => {
    await makeFemale();
    const body = { pregnancy: 'pregnant' as const, trimester: 2 as const, lactation: 'not-breast-feeding' as const };
    await patient.client.ok(addPregnancyStatement, { params: params(), body });
    expect((await chart()).safetyFacts.pregnancy).toMatchObject({ state: 'pregnant', trimester: 2 });
    await patient.client.ok(addPregnancyStatement, {
      params: params(),
      body: { pregnancy: 'not-pregnant', lactation: 'breast-feeding' },
    });
    expect((await chart()).safetyFacts).toMatchObject({
      pregnancy: { state: 'not-pregnant' },
      lactation: { state: 'breast-feeding' },
    });
  });

  it('is rejected when it is impossible', async () => {
    const addStatement = (body: BodyInputOf<typeof addPregnancyStatement>) =>
      patient.client.call(addPregnancyStatement, { params: params(), body });
    const man = await addStatement({ pregnancy: 'pregnant', lactation: 'unknown' });
    expect(man.problem.code).toBe('validation.failed');
    await makeFemale();
    const late = await addStatement({ pregnancy: 'pregnant', lactation: 'unknown', dueDate: '2020-01-01' });
    const contrary = await addStatement({ pregnancy: 'not-pregnant', trimester: 1, lactation: 'unknown' });
    expect([late.problem.code, contrary.problem.code]).toEqual(['validation.failed', 'validation.failed']);
  });
});

describe('a chart entry', () => {
  const decide = (
    person: TestPerson,
    entryId: string,
    version: number,
    decision: 'confirm' | 'refute' | 'retract' | 'resolve' | 'reopen',
    kind: 'allergy' | 'condition' | 'medicine' = 'allergy',
    reason = decision === 'refute' ? 'it was a viral rash' : '',
  ) =>
    person.client.call(decideEntry, {
      params: { ...params(), kind, entryId },
      version,
      body: { decision, reason },
    });

  it('of a patient is a proposal until a doctor confirms it; then the patient cannot retract it', async () => {
    await admittedVisit(hospital, patient, doctor);
    const { id } = await patient.client.ok(addAllergy, { params: params(), body: { substance: '青霉素' } });
    expect((await decide(patient, id, 1, 'confirm')).problem.code).toBe('auth.forbidden');
    expect((await decide(doctor, id, 1, 'confirm')).value).toMatchObject({ version: 2, confirmed: true });
    // A repeated click is answered with the state it asked for.
    expect((await decide(doctor, id, 1, 'confirm')).value).toMatchObject({ version: 2, confirmed: true });
    expect((await decide(patient, id, 2, 'retract')).problem.code).toBe('auth.forbidden');
    const history = await patient.client.ok(readEntryHistory, {
      params: { ...params(), kind: 'allergy', entryId: id },
    });
    expect(history.items.map(({ action, by, author }) => [action, by, author])).toEqual([
      ['recorded', 'patient', null],
      ['confirmed', 'doctor', { name: '王芳', nameLatin: 'Wang Fang' }],
    ]);
  });

  it('is decided once when two people decide at the same time; the later one gets 412', async () => {
    await admittedVisit(hospital, patient, doctor);
    const { id } = await patient.client.ok(addAllergy, { params: params(), body: { substance: '青霉素' } });
    const answers = await Promise.all([decide(doctor, id, 1, 'refute'), decide(patient, id, 1, 'retract')]);
    // Both remove the entry, but for different reasons.
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = await decide(doctor, id, 1, 'confirm');
    expect([late.status, late.problem.code]).toEqual([412, 'resource.stale']);
    const history = await doctor.client.ok(readEntryHistory, { params: { ...params(), kind: 'allergy', entryId: id } });
    expect(history.items).toHaveLength(2);
    expect((await chart()).allergies).toEqual([]);
  });

  it('for a medicine that the patient takes no longer is ended by a doctor without being an error', async () => {
    await admittedVisit(hospital, patient, doctor);
    const { id } = await patient.client.ok(addMedicationStatement, {
      params: params(),
      body: { text: '氨氯地平 5 mg', dosage: '' },
    });
    expect((await decide(doctor, id, 1, 'retract', 'medicine')).value).toMatchObject({ version: 2, retracted: true });
    expect((await chart()).medicines).toEqual([]);
    const history = await doctor.client.ok(readEntryHistory, {
      params: { ...params(), kind: 'medicine', entryId: id },
    });
    expect(history.items.map(({ action, by }) => [action, by])).toEqual([
      ['recorded', 'patient'],
      ['retracted', 'doctor'],
    ]);
  });

  it('keeps one of two decisions that differ, and tells the other doctor so', async () => {
    await admittedVisit(hospital, patient, doctor);
    const { id } = await patient.client.ok(addMedicationStatement, { params: params(), body: { text: '华法林' } });
    const onMedicine = (version: number, decision: 'confirm' | 'refute' | 'retract', reason: string) =>
      decide(doctor, id, version, decision, 'medicine', reason);
    expect((await onMedicine(1, 'retract', 'stopped because of bleeding')).status).toBe(200);
    // A repeated press, also one whose answer was lost, is the same decision.
    expect((await onMedicine(1, 'retract', 'stopped because of bleeding')).value).toMatchObject({ version: 2 });
    for (const [decision, reason] of [
      ['refute', 'never taken'],
      ['retract', 'finished the course'],
      ['confirm', ''],
    ] as const) {
      const late = await onMedicine(1, decision, reason);
      expect([late.status, late.problem.code, late.problem.facts], decision).toEqual([
        412,
        'resource.stale',
        { version: 2, lastAction: 'retracted' },
      ]);
      expect((await onMedicine(2, decision, reason)).problem.code, decision).toBe('resource.conflict');
    }
    const history = await doctor.client.ok(readEntryHistory, {
      params: { ...params(), kind: 'medicine', entryId: id },
    });
    expect(history.items.map(({ action, reason }) => [action, reason])).toEqual([
      ['recorded', ''],
      ['retracted', 'stopped because of bleeding'],
    ]);
  });

  it('that has left the chart says in the timeline what was decided, by whom and why', async () => {
    await admittedVisit(hospital, patient, doctor);
    const state = (text: string) =>
      patient.client.ok(addMedicationStatement, { params: params(), body: { text } }).then(({ id }) => id);
    const [stopped, wrong, withdrawn] = [await state('华法林'), await state('阿司匹林'), await state('布洛芬')];
    await state('二甲双胍');
    await decide(doctor, stopped, 1, 'confirm', 'medicine');
    await decide(doctor, stopped, 2, 'retract', 'medicine', 'stopped because of bleeding');
    await decide(doctor, wrong, 1, 'refute', 'medicine', 'never taken');
    await decide(patient, withdrawn, 1, 'retract', 'medicine');
    const by = { by: 'doctor', author: { name: '王芳', nameLatin: 'Wang Fang' } } as const;
    const at = expect.any(String) as string;
    for (const reader of [doctor, patient]) {
      const { items } = await reader.client.ok(readTimeline, { params: params(), query: { kind: 'medicine' } });
      expect(Object.fromEntries(items.map(({ detail, ending }) => [detail, ending]))).toEqual({
        二甲双胍: null,
        华法林: { ...by, at, action: 'retracted', reason: 'stopped because of bleeding' },
        阿司匹林: { ...by, at, action: 'refuted', reason: 'never taken' },
        布洛芬: { at, by: 'patient', author: null, action: 'retracted', reason: '' },
      });
    }
  });

  it('for a condition is coded or free text, and a doctor resolves and reopens it', async () => {
    await admittedVisit(hospital, patient, doctor);
    const coded = await doctor.client.ok(addCondition, {
      params: params(),
      body: { code: 'I10', since: '2016-01-01' },
    });
    expect(coded).toMatchObject({
      code: 'I10',
      confirmed: true,
      author: { name: '王芳', nameLatin: 'Wang Fang' },
      resolvedAt: null,
    });
    const unknown = await doctor.client.call(addCondition, { params: params(), body: { code: 'XX9' } });
    expect(unknown.problem.code).toBe('validation.failed');
    expect((await decide(doctor, coded.id, 1, 'resolve', 'condition')).value).toMatchObject({ resolved: true });
    expect((await decide(doctor, coded.id, 2, 'reopen', 'condition')).value).toMatchObject({ resolved: false });
    const own = await patient.client.ok(addCondition, { params: params(), body: { text: '花粉症' } });
    expect(own).toMatchObject({ code: null, title: { zh: '花粉症' }, confirmed: false });
    expect((await decide(doctor, own.id, 1, 'resolve')).problem.code).toBe('resource.not-found');
  });
});

describe('documents and timeline', () => {
  const upload = (person: TestPerson, id: string, body: Buffer | string) =>
    fetch(`${test.url}/api/patients/${patient.patientId}/documents/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${person.accessToken}`, 'content-type': 'image/jpeg' },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });

  it('a document is stored once, named once, and each opening is audited', async () => {
    const id = randomUUID();
    const bytes = await photo();
    expect((await upload(patient, id, bytes)).status).toBe(200);
    expect((await upload(patient, id, bytes)).status).toBe(200);
    expect((await upload(patient, id, await photo({ width: 80 }))).status).toBe(409);
    expect((await upload(patient, randomUUID(), '<script>')).status).toBe(415);
    expect((await upload(await factory.patient(hospital), randomUUID(), bytes)).status).toBe(404);
    const target = { params: { ...params(), documentId: id } };
    await patient.client.ok(nameChartDocument, { ...target, body: { title: '血常规', category: 'lab-report' } });
    const again = await patient.client.call(nameChartDocument, { ...target, body: { title: 'x', category: 'other' } });
    expect(again.problem.code).toBe('resource.conflict');
    expect((await patient.client.ok(listChartDocuments, { params: params() })).items).toMatchObject([
      { id, title: '血常规', category: 'lab-report', type: 'image/jpeg' },
    ]);
    expect((await patient.client.call(readChartDocument, target)).status).toBe(200);
    expect((await trailOf(test, id)).map(({ action }) => action)).toEqual([
      'chart.document-added',
      'chart.document-named',
      'chart.document-read',
    ]);
  });

  it('a print is audited before it leaves the system, and the patient sees it', async () => {
    await admittedVisit(hospital, patient, doctor);
    await doctor.client.ok(printChart, { params: params() });
    expect((await trailOf(test, patient.patientId)).map(({ action }) => action)).toContain('chart.printed');
    expect((await patient.client.ok(listChartLooks, { params: params() })).items).toMatchObject([{ count: 1 }]);
    const stranger = await factory.doctor(hospital);
    expect((await stranger.client.call(printChart, { params: params() })).status).toBe(404);
  });

  it('the timeline is paged newest first, filtered, and hides unsigned notes from the patient', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    for (const value of ['70', '71', '72']) {
      await patient.client.ok(addObservation, { params: params(), body: weight({ value }) });
    }
    await patient.client.ok(addAllergy, { params: params(), body: { substance: '青霉素', reaction: '皮疹' } });
    await test.database.admin.query(
      `INSERT INTO note (visit_id, hospital_id, version, content, author_id, updated_at)
       VALUES ($1, $2, 1, '{"assessment":"secret"}', $3, now())`,
      [visit.id, hospital.id, doctor.practitionerId],
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await doctor.client.ok(readTimeline, {
        params: params(),
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.items.map(({ kind, detail }) => `${kind} ${detail}`));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(6);
    expect(seen.filter((line) => line.startsWith('observation'))).toHaveLength(3);
    expect(seen).toContain('allergy 青霉素 · 皮疹');
    const own = await patient.client.ok(readTimeline, { params: params(), query: { limit: 50 } });
    expect(own.items.map(({ kind }) => kind)).not.toContain('note');
    const some = await patient.client.ok(readTimeline, { params: params(), query: { kind: 'allergy' } });
    expect(some.items.map(({ kind, author }) => [kind, author])).toEqual([['allergy', null]]);
    const visits = await patient.client.ok(readTimeline, { params: params(), query: { kind: 'visit' } });
    expect(visits.items.map(({ author }) => author)).toEqual([{ name: '王芳', nameLatin: 'Wang Fang' }]);
  });

  it('the patient sees who opened the chart; others do not', async () => {
    await admittedVisit(hospital, patient, doctor);
    await doctor.client.ok(readChart, { params: params() });
    await doctor.client.ok(readChart, { params: params() });
    await chart();
    const { items } = await patient.client.ok(listChartLooks, { params: params() });
    expect(items).toMatchObject([
      { person: { name: '王芳', nameLatin: 'Wang Fang' }, roles: ['doctor'], count: 2, breakGlass: false },
    ]);
    const other = await factory.patient(hospital);
    expect((await other.client.call(listChartLooks, { params: params() })).problem.code).toBe('resource.not-found');
    expect((await doctor.client.call(listChartLooks, { params: params() })).problem.code).toBe('auth.forbidden');
  });
});
