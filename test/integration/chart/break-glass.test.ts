import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findPatientExactly,
  listBreakGlass,
  openByBreakGlass,
} from '../../../shared/src/chart/break-glass.contract.ts';
import { listChartLooks } from '../../../shared/src/chart/timeline.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { addAllergy, readChart } from '../../../shared/src/chart/chart.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { admittedVisit } from '../../support/visit-steps.ts';

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
  await test.database.admin.query(
    `UPDATE patient SET phone = '+86 138-0000-0000', identity_last4 = '123X' WHERE id = $1`,
    [patient.patientId],
  );
});

const params = () => ({ patientId: patient.patientId });
const why = { reason: 'emergency' as const, explanation: 'Brought in unconscious by ambulance' };
const open = (person: TestPerson) => person.client.call(openByBreakGlass, { params: params(), body: why });
const chartStatus = async (person: TestPerson) => (await person.client.call(readChart, { params: params() })).status;
const who = { name: '李伟', birthDate: '1980-05-01' };
const search = (person: TestPerson, identity: object) =>
  person.client.ok(findPatientExactly, { body: { ...who, ...identity } });

describe('emergency access to a chart', () => {
  it('opens the chart for hours, shows the patient who opened it and why, and is read-only', async () => {
    expect(await chartStatus(doctor)).toBe(404);
    const atHome = await listen(test.url, patient.accessToken);
    const opened = (await open(doctor)).value;
    expect(await atHome.next({ entity: 'chart' })).toMatchObject({ event: 'chart.opened-in-emergency' });
    atHome.close();
    const chart = await doctor.client.ok(readChart, { params: params() });
    expect(chart.access).toEqual({ by: 'break-glass', until: opened.expiresAt, writable: false, visitId: null });
    const write = await doctor.client.call(addAllergy, { params: params(), body: { substance: 'x' } });
    expect(write.problem.code).toBe('visit.not-in-progress');
    expect((await patient.client.ok(listBreakGlass, { params: params() })).items).toEqual([opened]);
    const { items: told } = await patient.client.ok(listNotifications, { query: {} });
    expect(told.map(({ template }) => template)).toEqual(['chart.emergency-opened']);
    expect((await patient.client.ok(listChartLooks, { params: params() })).items).toMatchObject([
      { person: { name: '王芳', nameLatin: 'Wang Fang' }, breakGlass: true },
    ]);
    expect(await trailOf(test, opened.id)).toMatchObject([
      { action: 'break-glass.opened', patient_id: patient.patientId, details: { reason: 'emergency', hours: 4 } },
    ]);
    await test.database.admin.query(
      `UPDATE break_glass SET opened_at = opened_at - interval '5 hours', expires_at = expires_at - interval '5 hours'`,
    );
    expect(await chartStatus(doctor)).toBe(404);
  });

  it('is granted once when requested twice at once, and to this doctor only', async () => {
    const answers = await Promise.all([open(doctor), open(doctor)]);
    expect(answers[0].value).toEqual(answers[1].value);
    expect(await chartStatus(await factory.doctor(hospital))).toBe(404);
    expect(await chartStatus(await factory.pharmacist(hospital))).toBe(404);
  });

  it('is rejected for open charts, other hospitals, patients and pharmacists', async () => {
    await admittedVisit(hospital, patient, doctor);
    expect((await open(doctor)).problem.code).toBe('resource.conflict');
    expect((await open(await factory.doctor(await factory.hospital()))).problem.code).toBe('resource.not-found');
    expect((await open(patient)).problem.code).toBe('auth.forbidden');
    expect((await open(await factory.pharmacist(hospital))).problem.code).toBe('auth.forbidden');
  });

  it('finds a patient only by exact identity and audits each search', async () => {
    expect(await search(doctor, { phone: '+86 13800000000' })).toMatchObject({ patient: { id: patient.patientId } });
    expect(await search(doctor, { identityLast4: '123x' })).toMatchObject({ patient: { inCare: false } });
    for (const wrong of [
      { phone: '13800000001' },
      { identityLast4: '1234' },
      { identityLast4: '123X', name: '李' },
      { identityLast4: '123X', birthDate: '1980-05-02' },
      { identityLast4: '123X', name: '%' },
    ]) {
      expect(await search(doctor, wrong)).toEqual({ patient: null });
    }
    const elsewhere = await factory.doctor(await factory.hospital());
    expect(await search(elsewhere, { identityLast4: '123X' })).toEqual({ patient: null });
    const neither = await doctor.client.call(findPatientExactly, { body: who });
    expect(neither.problem.code).toBe('validation.failed');
    const { rows } = await test.database.admin.query<{ found: number }>(
      `SELECT (details->>'found')::int AS found FROM audit_event
       WHERE action = 'break-glass.searched' AND actor_account_id = $1 ORDER BY at, id`,
      [doctor.accountId],
    );
    expect(rows.map(({ found }) => found)).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });

  it('limits searches, so that birth dates cannot be guessed', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 25 }, (_, day) =>
        doctor.client.call(findPatientExactly, {
          body: { name: '李伟', identityLast4: '123X', birthDate: `1981-01-${String(day + 1).padStart(2, '0')}` },
        }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});
