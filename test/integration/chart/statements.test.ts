import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addAllergy,
  addMedicationStatement,
  readChart,
  retractAllergy,
  retractMedicationStatement,
  stateNoAllergies,
} from '../../../shared/src/chart/chart.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, waitingVisit } from '../../support/visit-steps.ts';

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
const penicillin = { substance: '青霉素', substanceCode: 'penicillins', reaction: '皮疹', severity: 'severe' as const };
const chart = () => patient.client.ok(readChart, { params: params() });

describe('allergies', () => {
  it('stated by the patient are shown to patient and doctor', async () => {
    await waitingVisit(hospital, patient, doctor);
    const atWork = await listen(test.url, doctor.accessToken);
    const atHome = await listen(test.url, patient.accessToken);
    const added = await patient.client.ok(addAllergy, { params: params(), body: penicillin });
    expect(added).toMatchObject({ ...penicillin, category: 'medication', recordedBy: 'patient' });
    for (const page of [atWork, atHome]) {
      expect(await page.next({ entity: 'chart' })).toMatchObject({ event: 'chart.changed', id: patient.patientId });
      page.close();
    }
    const doctorView = await doctor.client.ok(readChart, { params: params() });
    expect(doctorView).toMatchObject({ allergies: [added], allergiesStated: true });
    expect(await trailOf(test, added.id)).toMatchObject([
      { action: 'chart.allergy-added', entity: 'allergy', patient_id: patient.patientId, details: {} },
    ]);
  });

  it('are stated by a doctor only during a visit', async () => {
    const visit = await waitingVisit(hospital, patient, doctor);
    const early = await doctor.client.call(addAllergy, { params: params(), body: penicillin });
    expect([early.status, early.problem.code]).toEqual([409, 'visit.not-in-progress']);
    await test.database.admin.query(`UPDATE visit SET status = 'in-progress', admitted_at = now() WHERE id = $1`, [
      visit.id,
    ]);
    const added = await doctor.client.ok(addAllergy, { params: params(), body: penicillin });
    expect(added.recordedBy).toBe('doctor');
  });

  it('cannot be stated or retracted by others', async () => {
    const added = await patient.client.ok(addAllergy, { params: params(), body: penicillin });
    const elsewhere = await factory.hospital();
    const strangers = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.patient(elsewhere),
      await factory.doctor(elsewhere),
    ];
    for (const { client } of strangers) {
      const attempts = [
        await client.call(addAllergy, { params: params(), body: penicillin }),
        await client.call(retractAllergy, { params: { ...params(), allergyId: added.id } }),
        await client.call(stateNoAllergies, { params: params() }),
        await client.call(addMedicationStatement, { params: params(), body: { text: 'x' } }),
      ];
      expect(attempts.map((answer) => answer.problem.code)).toEqual(Array(4).fill('resource.not-found'));
    }
    expect((await chart()).allergies).toMatchObject([added]);
    const other = await factory.patient(hospital);
    const crossed = await other.client.call(retractAllergy, {
      params: { patientId: other.patientId, allergyId: added.id },
    });
    expect(crossed.problem.code).toBe('resource.not-found');
    expect((await chart()).allergies).toMatchObject([added]);
  });

  it('that are retracted stay in the database and leave the chart, also when retracted twice', async () => {
    const added = await patient.client.ok(addAllergy, { params: params(), body: penicillin });
    const retract = () => patient.client.ok(retractAllergy, { params: { ...params(), allergyId: added.id } });
    expect(await retract()).toEqual({ ...added, version: 2 });
    expect(await retract()).toEqual({ ...added, version: 2 });
    // Allergies are unknown again, which differs from "none known".
    expect(await chart()).toMatchObject({ allergies: [], allergiesStated: false });
    const { rows } = await test.database.admin.query(
      'SELECT substance, retracted_by_account_id, retracted_at IS NOT NULL AS retracted FROM allergy WHERE id = $1',
      [added.id],
    );
    expect(rows).toEqual([{ substance: '青霉素', retracted_by_account_id: patient.accountId, retracted: true }]);
    expect((await trailOf(test, added.id)).map((entry) => entry.action)).toEqual([
      'chart.allergy-added',
      'chart.allergy-retracted',
    ]);
  });

  it('recorded by a doctor cannot be retracted by the patient', async () => {
    await admittedVisit(hospital, patient, doctor);
    const added = await doctor.client.ok(addAllergy, { params: params(), body: penicillin });
    const target = { params: { ...params(), allergyId: added.id } };
    const answer = await patient.client.call(retractAllergy, target);
    expect([answer.status, answer.problem.code]).toEqual([403, 'auth.forbidden']);
    expect((await chart()).allergies).toMatchObject([added]);
    await doctor.client.ok(retractAllergy, target);
    expect((await chart()).allergies).toEqual([]);
  });

  it('“none known” is stated without allergies and replaced by the next allergy', async () => {
    expect(await patient.client.ok(stateNoAllergies, { params: params() })).toEqual({ allergiesStated: true });
    expect(await chart()).toMatchObject({ allergies: [], allergiesStated: true });
    const added = await patient.client.ok(addAllergy, { params: params(), body: penicillin });
    const beside = await patient.client.call(stateNoAllergies, { params: params() });
    expect([beside.status, beside.problem.code]).toEqual([409, 'resource.conflict']);
    await patient.client.ok(retractAllergy, { params: { ...params(), allergyId: added.id } });
    expect((await chart()).allergiesStated).toBe(false);
  });

  it('and “none known” never coexist when stated at the same moment', async () => {
    const [none, some] = await Promise.all([
      patient.client.call(stateNoAllergies, { params: params() }),
      patient.client.call(addAllergy, { params: params(), body: penicillin }),
    ]);
    expect(some.status).toBe(201);
    expect([200, 409]).toContain(none.status);
    const { rows } = await test.database.admin.query('SELECT no_known_allergies_at FROM patient WHERE id = $1', [
      patient.patientId,
    ]);
    expect(rows).toEqual([{ no_known_allergies_at: null }]);
  });

  it('sent twice with one key are stored once', async () => {
    const key = randomUUID();
    const send = () => patient.client.ok(addAllergy, { params: params(), body: penicillin, key });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect((await chart()).allergies).toHaveLength(1);
  });

  it.each([
    ['no substance', { substance: ' ' }, 'substance'],
    ['an unknown severity', { severity: 'deadly' }, 'severity'],
    ['an unknown field', { recordedBy: 'doctor' }, 'recordedBy'],
    ['control characters', { reaction: 'a\u0007' }, 'reaction'],
    ['half of a character', { reaction: '\ud83d' }, 'reaction'],
  ])('reject %s', async (_, change, path) => {
    const answer = await patient.client.raw('POST', `/api/patients/${patient.patientId}/allergies`, {
      body: { ...penicillin, ...change },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'validation.failed', fields: [{ path }] });
  });
});

describe('stated medicines', () => {
  it('show the recognised product in both languages, or none when none was recognised', async () => {
    const state = (body: { text: string; productId?: string }) =>
      patient.client.ok(addMedicationStatement, { params: params(), body });
    await state({ text: '氨氯地平片 5 mg，每日一次' });
    await state({ text: 'the white one', productId: 'paracetamol-500mg-tablet' });
    await state({ text: 'something herbal of my aunt' });
    expect((await chart()).medicines.map(({ text, names }) => [text, names.map(({ en }) => en.toLowerCase())])).toEqual(
      [
        ['氨氯地平片 5 mg，每日一次', ['amlodipine']],
        ['the white one', ['paracetamol tablet']],
        ['something herbal of my aunt', []],
      ],
    );
  });

  it('are stated by patient or doctor and retracted without deleting the row', async () => {
    await admittedVisit(hospital, patient, doctor);
    const own = await patient.client.ok(addMedicationStatement, {
      params: params(),
      body: { text: '二甲双胍 0.5 g', dosage: '每日两次', productId: 'metformin-500' },
    });
    const noted = await doctor.client.ok(addMedicationStatement, { params: params(), body: { text: 'aspirin' } });
    expect([own.recordedBy, noted.recordedBy]).toEqual(['patient', 'doctor']);
    expect((await chart()).medicines).toMatchObject([own, noted]);
    for (let i = 0; i < 2; i++) {
      await patient.client.ok(retractMedicationStatement, { params: { ...params(), statementId: noted.id } });
    }
    expect((await chart()).medicines).toMatchObject([own]);
    expect((await trailOf(test, noted.id)).map((entry) => entry.action)).toEqual([
      'chart.medicine-added',
      'chart.medicine-retracted',
    ]);
    const unknown = await patient.client.call(retractMedicationStatement, {
      params: { ...params(), statementId: randomUUID() },
    });
    expect(unknown.problem.code).toBe('resource.not-found');
  });
});
