import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetAnswers } from '../../../server/src/platform/db/idempotency.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { cancelVisit, createVisit } from '../../../shared/src/visits/visits.contract.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
});

const book = (key: string, complaint = '咳嗽') =>
  patient.client.call(createVisit, {
    key,
    body: { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint },
  });

const visitsOf = async (patientId: string) => {
  const { rows } = await test.database.admin.query('SELECT id FROM visit WHERE patient_id = $1', [patientId]);
  return rows.length;
};

describe('a command with an idempotency key', () => {
  it('runs once, and every repeat gets its response, overlapping ones too', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 6 }, () => book(key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    for (const { value } of answers) expect(value).toEqual(answers[0]?.value);
    expect(await visitsOf(patient.patientId)).toBe(1);
    const trail = await trailOf(test, answers[0]?.value.id ?? '');
    expect(trail.filter(({ action }) => action === 'visit.created')).toHaveLength(1);
  });

  it('is rejected with other contents and for another command', async () => {
    const key = newId();
    const { value: visit } = await book(key);
    const other = await book(key, '发热');
    expect(other).toMatchObject({ status: 409, problem: { code: 'request.idempotency-mismatch' } });
    const another = await patient.client.call(cancelVisit, { params: { visitId: visit.id }, key });
    expect(another).toMatchObject({ status: 409, problem: { code: 'request.idempotency-mismatch' } });
    const { rows } = await test.database.admin.query('SELECT status FROM visit WHERE id = $1', [visit.id]);
    expect(rows).toEqual([{ status: 'planned' }]);
  });

  it('runs once when it is retried across an upgrade that renamed it', async () => {
    const key = newId();
    const { value: visit } = await book(key);
    const formerName = `visit.create ${hospital.departmentId} ${doctor.practitionerId}`;
    await test.database.admin.query('UPDATE idempotency_key SET command = $2 WHERE key = $1', [key, formerName]);
    const retry = await book(key);
    expect(retry).toMatchObject({ status: 201, value: visit });
    expect(await visitsOf(patient.patientId)).toBe(1);
    const other = await book(key, '发热');
    expect(other).toMatchObject({ status: 409, problem: { code: 'request.idempotency-mismatch' } });
  });

  it('can be reused after a rejection, which stores nothing', async () => {
    const key = newId();
    await test.database.admin.query('UPDATE practitioner SET on_duty = false WHERE id = $1', [doctor.practitionerId]);
    expect((await book(key)).problem.code).toBe('visit.doctor-off-duty');
    await test.database.admin.query('UPDATE practitioner SET on_duty = true WHERE id = $1', [doctor.practitionerId]);
    expect((await book(key)).status).toBe(201);
  });

  it('is per person: the same key of another person is another command', async () => {
    const key = newId();
    const mine = await book(key);
    patient = await factory.patient(hospital);
    const theirs = await book(key);
    expect(theirs.status).toBe(201);
    expect(theirs.value.id).not.toBe(mine.value.id);
  });

  it('is rejected as a client error when it is malformed', async () => {
    for (const key of ['short', 'with spaces in it', 'x'.repeat(81)]) {
      expect(await book(key)).toMatchObject({ status: 400, problem: { code: 'validation.failed' } });
    }
    expect(await visitsOf(patient.patientId)).toBe(0);
  });

  it('is deleted after a day, and its stored response contains no password', async () => {
    const key = newId();
    await book(key);
    const kept = async () => {
      const { rows } = await test.database.admin.query<{ digest: Buffer }>(
        'SELECT request_digest AS digest FROM idempotency_key WHERE key = $1',
        [key],
      );
      return rows.map(({ digest }) => digest.length);
    };
    await inHospital(test, hospital.id, forgetAnswers);
    expect(await kept()).toEqual([32]);
    test.clock.advance(25 * 3_600_000);
    await inHospital(test, hospital.id, forgetAnswers);
    expect(await kept()).toEqual([]);
  });
});
