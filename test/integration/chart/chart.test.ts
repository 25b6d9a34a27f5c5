import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChart, saveDiagnoses } from '../../../shared/src/chart/chart.contract.ts';
import { cancelVisit, leaveVisit, referOffline } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit, plannedVisit, waitingVisit } from '../../support/visit-steps.ts';

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

const readChartOf = (person: TestPerson, patientId = patient.patientId) =>
  person.client.call(readChart, { params: { patientId } });
const seen = async (person: TestPerson) => {
  const answer = await readChartOf(person);
  expect(answer.status).toBe(200);
  return answer.value;
};

describe('the chart', () => {
  it('shows the patient their own chart with only the necessary identity data', async () => {
    await test.database.admin.query(
      `UPDATE patient SET phone = '13800000000', identity_number_sealed = 'sealed', identity_last4 = '123X' WHERE id = $1`,
      [patient.patientId],
    );
    const chart = await seen(patient);
    expect(chart.patient).toEqual({
      id: patient.patientId,
      name: '李伟',
      nameLatin: 'Li Wei',
      sex: 'male',
      birthDate: '1980-05-01',
      age: expect.any(Number),
      phone: '13800000000',
      identityLast4: '123X',
      identityVerifiedAt: expect.any(String),
      needs: [],
    });
    expect(chart).toMatchObject({ allergies: [], allergiesStated: false, conditions: [], medicines: [], visits: [] });
    expect(JSON.stringify(chart)).not.toContain('sealed');
  });

  it('names the doctor’s own open visit, to go to', async () => {
    const { id } = await waitingVisit(hospital, patient, doctor);
    expect((await seen(doctor)).access.visitId).toBe(id);
    expect((await seen(patient)).access.visitId).toBeNull();
    await patient.client.ok(leaveVisit, { params: { visitId: id } });
    const other = await factory.doctor(hospital);
    const admitted = await admittedVisit(hospital, patient, other);
    expect((await seen(other)).access.visitId).toBe(admitted.id);
  });

  it('is open to the doctor from check-in until thirty days after the visit', async () => {
    const planned = await plannedVisit(hospital, patient, doctor);
    expect((await readChartOf(doctor)).problem.code).toBe('resource.not-found');
    await patient.client.ok(cancelVisit, { params: { visitId: planned.id } });

    const visit = await waitingVisit(hospital, patient, doctor);
    expect((await seen(doctor)).patient.id).toBe(patient.patientId);
    await patient.client.ok(leaveVisit, { params: { visitId: visit.id } });
    expect((await readChartOf(doctor)).problem.code).toBe('resource.not-found');

    const treated = await admittedVisit(hospital, patient, doctor);
    await doctor.client.ok(referOffline, { params: { visitId: treated.id }, body: { reason: 'x' } });
    expect((await readChartOf(doctor)).status).toBe(200);
    const days = (count: number) =>
      test.database.admin.query(`UPDATE visit SET ended_at = $2 WHERE id = $1`, [
        treated.id,
        new Date(test.clock.now().getTime() - count * DAY_MS),
      ]);
    await days(29);
    expect((await readChartOf(doctor)).status).toBe(200);
    await days(31);
    expect((await readChartOf(doctor)).problem.code).toBe('resource.not-found');
  });

  it('answers 404 to everyone else and audits the attempt in the caller’s hospital', async () => {
    await waitingVisit(hospital, patient, doctor);
    const elsewhere = await factory.hospital();
    const strangers = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.pharmacist(hospital),
      await factory.doctor(elsewhere),
      await factory.patient(elsewhere),
    ];
    for (const stranger of strangers) {
      const answer = await readChartOf(stranger);
      expect([answer.status, answer.problem.code]).toEqual([404, 'resource.not-found']);
    }
    for (const role of ['president', 'administrator'] as const) {
      expect((await readChartOf(await factory.staff(hospital, role))).problem.code).toBe('auth.forbidden');
    }
    expect((await readChartOf(doctor, randomUUID())).problem.code).toBe('resource.not-found');
    const { rows } = await test.database.admin.query<{ hospital_id: string; actor_account_id: string }>(
      `SELECT hospital_id, actor_account_id FROM audit_event
       WHERE action = 'access.denied' AND entity = 'readChart' AND entity_id = $1 ORDER BY at, id`,
      [patient.patientId],
    );
    expect(rows.slice(0, strangers.length)).toEqual(
      strangers.map((stranger) => ({ hospital_id: stranger.hospitalId, actor_account_id: stranger.accountId })),
    );
  });

  it('audits every read', async () => {
    await waitingVisit(hospital, patient, doctor);
    await seen(patient);
    await seen(doctor);
    await seen(doctor);
    const chartReads = (await trailOf(test, patient.patientId)).filter((entry) => entry.action === 'chart.read');
    expect(chartReads.map((entry) => entry.actor_account_id)).toEqual([
      patient.accountId,
      doctor.accountId,
      doctor.accountId,
    ]);
    expect(chartReads.every((entry) => entry.patient_id === patient.patientId)).toBe(true);
  });

  it('cannot be read when the audit event cannot be written', async () => {
    await test.database.admin.query(
      `CREATE FUNCTION refuse_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`,
    );
    await test.database.admin.query(
      `CREATE TRIGGER refuse_audit BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_audit()`,
    );
    const answer = await readChartOf(patient);
    await test.database.admin.query('DROP TRIGGER refuse_audit ON audit_event');
    expect([answer.status, answer.problem.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(answer.problem)).not.toContain('李伟');
    expect((await readChartOf(patient)).status).toBe(200);
  });

  it('lists earlier visits with their diagnoses; the patient sees them after the visit ended', async () => {
    const visit = await admittedVisit(hospital, patient, doctor);
    await doctor.client.ok(saveDiagnoses, {
      params: { visitId: visit.id },
      version: 0,
      body: { items: [{ code: 'J00', title: { en: '', zh: '' }, primary: true, certainty: 'provisional' }] },
    });
    const doctorView = (await seen(doctor)).visits;
    expect(doctorView).toMatchObject([
      {
        id: visit.id,
        status: 'in-progress',
        doctor: { name: '王芳' },
        department: { zh: '全科' },
        prescriptions: [],
        diagnoses: [{ code: 'J00' }],
      },
    ]);
    expect((await seen(patient)).visits).toMatchObject([{ id: visit.id, diagnoses: [] }]);
    await doctor.client.ok(referOffline, { params: { visitId: visit.id }, body: { reason: 'x' } });
    expect((await seen(patient)).visits).toMatchObject([{ id: visit.id, diagnoses: [{ code: 'J00' }] }]);
  });
});
