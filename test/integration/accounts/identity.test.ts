import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAccount } from '../../../shared/src/accounts/auth.contract.ts';
import { readChart } from '../../../shared/src/chart/chart.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { checkIdentity, readIdentity } from '../../../shared/src/accounts/identity.contract.ts';
import type { BodyInputOf } from '../../../shared/src/core/route.ts';
import { checkIn } from '../../../shared/src/visits/visits.contract.ts';
import { inventedResidentNumber } from '../../../shared/src/accounts/resident-number.ts';
import { IdentityRepository } from '../../../server/src/api/accounts/identity/identity.repository.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { IdentityService } from '../../support/identity-service.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { checkInBody, plannedVisit } from '../../support/visit-steps.ts';

type Patient = TestPerson & { patientId: string };
type Claim = BodyInputOf<typeof checkIdentity>;

let service: IdentityService;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let patient: Patient;
let people = 0;
const birthDate = '1980-05-01';

beforeAll(async () => {
  service = await IdentityService.start();
  test = await startTestApi({
    IDENTITY_SERVICE_URL: service.url,
    IDENTITY_SERVICE_TOKEN: service.token,
    IDENTITY_SERVICE_NAME: 'test register',
  });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(async () => {
  await test.close();
  await service.close();
});
beforeEach(async () => {
  service.fault = null;
  service.meanwhile = null;
  patient = await factory.patient(hospital, '李伟', birthDate, false);
});

/** Registers a document of that person with the test register and returns the claim. */
function issued(name = '李伟', born = birthDate): Claim {
  const number = inventedResidentNumber({ birthDate: born, sex: 'male' }, people++);
  service.issue('resident-id', number, name);
  return { name, birthDate: born, sex: 'male', documentType: 'resident-id', number };
}
const check = (person: Pick<Patient, 'client'>, body: Claim, key?: string) =>
  person.client.call(checkIdentity, { body, ...(key ? { key } : {}) });
const codeOf = async (person: Pick<Patient, 'client'>, body: Claim) => (await check(person, body)).problem.code;
async function rowOf(patientId: string) {
  const { rows } = await test.database.admin.query('SELECT row_to_json(p) AS row FROM patient p WHERE id = $1', [
    patientId,
  ]);
  return (rows[0] as { row: Record<string, unknown> }).row;
}
const actions = async (patientId: string) => {
  const { rows } = await test.database.admin.query<{ action: string; details: Record<string, unknown> }>(
    `SELECT action, details FROM audit_event WHERE patient_id = $1 AND action LIKE 'identity.%' AND action <> 'identity.read' ORDER BY at, id`,
    [patientId],
  );
  return rows.map(({ action }) => action);
};

describe('an identity', () => {
  it('is verified: stored sealed, found by a keyed digest, shown without the number and audited', async () => {
    const claim = issued();
    const { value } = await check(patient, {
      ...claim,
      number: ` ${claim.number.slice(0, 6)} ${claim.number.slice(6)}`,
    });
    expect(value).toMatchObject({
      outcome: 'verified',
      identity: {
        required: true,
        service: 'connected',
        verified: { documentType: 'resident-id', last4: claim.number.slice(-4), provider: 'test register' },
        last: { outcome: 'verified' },
      },
    });
    const row = JSON.stringify(await rowOf(patient.patientId));
    expect(row).not.toContain(claim.number);
    expect(JSON.stringify(value)).not.toContain(claim.number);
    const { rows } = await test.database.admin.query(
      `SELECT details::text || coalesce(code, '') AS text FROM audit_event WHERE patient_id = $1`,
      [patient.patientId],
    );
    expect(JSON.stringify(rows)).not.toContain(claim.number);
    expect(await actions(patient.patientId)).toEqual(['identity.asked', 'identity.verified']);
    expect((await patient.client.ok(readIdentity)).verified?.provider).toBe('test register');
    const chart = await patient.client.ok(readChart, { params: { patientId: patient.patientId } });
    expect(chart.patient.identityVerifiedAt).not.toBeNull();
  });

  it('corrects a mistyped name in the record and the account, and the audit lists the changed fields', async () => {
    const { outcome, identity } = (await check(patient, issued('李玮', '1981-06-02'))).value;
    expect([outcome, identity.person]).toMatchObject(['verified', { name: '李玮', birthDate: '1981-06-02' }]);
    expect((await patient.client.ok(readAccount)).displayName).toBe('李玮');
    const { rows } = await test.database.admin.query(
      `SELECT details->>'changed' AS changed FROM audit_event WHERE patient_id = $1 AND action = 'identity.verified'`,
      [patient.patientId],
    );
    expect(rows).toEqual([{ changed: 'name birthDate' }]);
  });

  it('is not verified after a mismatch, and a failure of the register does not count as one', async () => {
    const claim = issued('王芳');
    expect((await check(patient, { ...claim, name: '李伟' })).value.outcome).toBe('mismatch');
    service.fault = 'status';
    const { outcome, identity } = (await check(patient, { ...claim, name: '李伟' })).value;
    expect(outcome).toBe('unavailable');
    expect(identity).toMatchObject({ verified: null, attemptsLeft: 4, last: { outcome: 'unavailable' } });
    expect(await actions(patient.patientId)).toEqual([
      'identity.asked',
      'identity.mismatch',
      'identity.asked',
      'identity.unavailable',
    ]);
    const { rows } = await test.database.admin.query(
      'SELECT row_to_json(c) AS row FROM identity_check c WHERE patient_id = $1',
      [patient.patientId],
    );
    expect(JSON.stringify(rows)).not.toContain(claim.number);
  });

  it('rejects a number that fails its checksum or contradicts the form, without a request to the register', async () => {
    const claim = issued();
    const before = service.asked.length;
    const mistyped = claim.number.slice(0, 17) + (claim.number.endsWith('1') ? '2' : '1');
    const fields = async (over: Partial<Claim>) => (await check(patient, { ...claim, ...over })).problem.fields;
    expect(await fields({ number: mistyped })).toMatchObject([{ path: 'number', rule: 'identity-checksum' }]);
    expect(await fields({ birthDate: '1980-05-02' })).toMatchObject([
      { path: 'birthDate', rule: 'identity-birth-date' },
    ]);
    expect(await fields({ sex: 'female' })).toMatchObject([{ path: 'sex', rule: 'identity-sex' }]);
    expect(service.asked).toHaveLength(before);
    expect((await patient.client.ok(readIdentity)).attemptsLeft).toBe(5);
  });

  it('allows five attempts a day, also at once, and audits each rejected attempt', async () => {
    const wrong = { ...issued('王芳'), name: '李伟' };
    const answers = await Promise.all(Array.from({ length: 7 }, () => check(patient, wrong)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await actions(patient.patientId)).filter((action) => action === 'identity.refused')).toHaveLength(2);
    const right = issued();
    const refused = await check(patient, right);
    expect(refused.problem).toMatchObject({ code: 'request.rate-limited' });
    expect(refused.problem.facts?.['retryAfterSeconds']).toBeGreaterThan(80_000);
    test.clock.advance(DAY_MS + 1000);
    const tomorrow = { client: factory.clientOf(patient) };
    expect((await check(tomorrow, right)).value.outcome).toBe('verified');
    test.clock.advance(-DAY_MS - 1000);
  });

  it('counts one attempt when the request is sent twice, also while the first one runs', async () => {
    const claim = issued();
    const key = newId();
    const [one, two] = await Promise.all([check(patient, claim, key), check(patient, claim, key)]);
    const again = await check(patient, claim, key);
    for (const answer of [one, two, again]) expect(answer.value.outcome).toBe('verified');
    expect(again.value.identity.attemptsLeft).toBe(4);
    expect(await actions(patient.patientId)).toEqual(['identity.asked', 'identity.verified']);
    const ids = new Set(
      service.asked.filter(({ number }) => number === claim.number).map(({ requestId }) => requestId),
    );
    expect(ids.size).toBe(1);
  });

  it('is settled by a retry when the process died during the request to the register', async () => {
    const claim = issued();
    const key = newId();
    // Ends the session during the request, so that its result is rolled back as after a crash.
    service.meanwhile = async () => {
      await test.database.admin.query('UPDATE session SET ended_at = now() WHERE id = $1', [patient.sessionId]);
    };
    expect((await check(patient, claim, key)).problem.code).toBe('auth.session-expired');
    service.meanwhile = null;
    await test.database.admin.query('UPDATE session SET ended_at = NULL WHERE id = $1', [patient.sessionId]);
    expect((await patient.client.ok(readIdentity)).last).toMatchObject({ outcome: 'open' });
    const { outcome, identity } = (await check(patient, claim, key)).value;
    expect([outcome, identity.attemptsLeft]).toEqual(['verified', 4]);
  });

  it('belongs to one record per hospital, also in a race, and may belong to one record at each hospital', async () => {
    const claim = issued();
    const second = await factory.patient(hospital, '李伟', birthDate, false);
    const answers = await Promise.all([check(patient, claim), check(second, claim)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ problem }) => problem.code).filter(Boolean)).toEqual(['identity.taken']);
    const elsewhere = await factory.patient(await factory.hospital(), '李伟', birthDate, false);
    expect((await check(elsewhere, claim)).value.outcome).toBe('verified');
    const [mine, theirs] = [await rowOf(patient.patientId), await rowOf(elsewhere.patientId)];
    expect(mine['identity_digest'] ?? (await rowOf(second.patientId))['identity_digest']).not.toEqual(
      theirs['identity_digest'],
    );
  });

  it('that is verified changes only by verifying the same person again', async () => {
    const claim = issued();
    await check(patient, claim);
    await expect(
      test.database.admin.query(`UPDATE patient SET name = 'X' WHERE id = $1`, [patient.patientId]),
    ).rejects.toMatchObject({ code: '23000' });
    await expect(
      test.database.admin.query('UPDATE patient SET identity_verified_at = NULL WHERE id = $1', [patient.patientId]),
    ).rejects.toMatchObject({ code: '23000' });
    test.clock.advance(1000);
    expect(await codeOf(patient, issued('王芳'))).toBe('identity.other-person');
    expect(await codeOf(patient, issued('李伟', '1980-05-02'))).toBe('identity.other-person');
    service.issue('resident-id', claim.number, '李玮');
    expect((await check(patient, { ...claim, name: '李玮' })).value).toMatchObject({
      outcome: 'verified',
      identity: { person: { name: '李玮' } },
    });
  });
});

describe('a guardian', () => {
  const forChild = async (guardian: Patient) => {
    const body = { name: '李小明', birthDate: '2020-02-02', sex: 'male', relation: 'parent', declared: true } as const;
    const { dependant } = await guardian.client.ok(addChild, { body });
    const patientId = dependant?.patientId ?? '';
    const { accessToken } = await guardian.client.ok(actFor, { body: { patientId } });
    return { patientId, client: new TestClient(test.url, accessToken) };
  };

  it('verifies their own identity before the child’s; the audit names the guardian', async () => {
    const child = await forChild(patient);
    const claim = issued('李小明', '2020-02-02');
    expect(await child.client.ok(readIdentity)).toMatchObject({ guardianFirst: true, person: { name: '李小明' } });
    expect(await codeOf(child, claim)).toBe('identity.guardian-first');
    await factory.verify(patient.patientId);
    expect((await check(child, claim)).value.outcome).toBe('verified');
    const { rows } = await test.database.admin.query<{ id: string }>(
      'SELECT id FROM identity_check WHERE patient_id = $1',
      [child.patientId],
    );
    const trail = await trailOf(test, rows[0]?.id ?? '');
    expect(trail.map(({ actor_account_id: actor }) => actor)).toEqual([patient.accountId, patient.accountId]);
    expect((await rowOf(patient.patientId))['name']).toBe('李伟');
  });

  it('shares one daily limit of attempts for all their children', async () => {
    await factory.verify(patient.patientId);
    const child = await forChild(patient);
    const wrong = { ...issued('王小明', '2020-02-02'), name: '李小明' };
    for (let tried = 0; tried < 5; tried++) await check(child, wrong);
    const { accessToken } = await child.client.ok(actFor, { body: { patientId: null } });
    const sibling = await forChild({ ...patient, client: new TestClient(test.url, accessToken) });
    expect(await codeOf(sibling, wrong)).toBe('request.rate-limited');
  });
});

describe('where the rules require a verified identity', () => {
  it('check-in is rejected until the patient is verified; other jurisdictions do not require it', async () => {
    const doctor = await factory.doctor(hospital);
    const visit = await plannedVisit(hospital, patient, doctor);
    const arrive = () => patient.client.call(checkIn, { params: { visitId: visit.id }, body: checkInBody });
    expect((await arrive()).problem.code).toBe('visit.identity-needed');
    await check(patient, issued());
    expect((await arrive()).status).toBe(200);

    const lakeside = await factory.hospital('CH', 'Europe/Zurich');
    const swiss = await factory.patient(lakeside, 'Anna', birthDate, false);
    expect((await swiss.client.ok(readIdentity)).required).toBe(false);
    const there = await plannedVisit(lakeside, swiss, await factory.doctor(lakeside));
    expect((await swiss.client.call(checkIn, { params: { visitId: there.id }, body: checkInBody })).status).toBe(200);
  });

  it.each([
    ['CN', ['cn.real-name']],
    ['CH', []],
  ])('the rules of %s block a prescription for an unverified patient with %j', async (jurisdiction, expected) => {
    const clinic = await Clinic.open(test, jurisdiction);
    const person = await clinic.factory.patient(clinic.hospital);
    const visit = await clinic.admitted(person);
    await clinic.diagnosed(visit);
    // The state of a patient who was admitted before the rule applied.
    await test.database.admin.query(`ALTER TABLE patient DISABLE TRIGGER patient_is_verified`);
    await test.database.admin.query('UPDATE patient SET identity_verified_at = NULL WHERE id = $1', [person.patientId]);
    await test.database.admin.query(`ALTER TABLE patient ENABLE TRIGGER patient_is_verified`);
    const draft = await clinic.drafted(visit);
    expect(draft.blockedBy.map(({ ruleId }) => ruleId)).toEqual(expected);
  });
});

it('identity verification is rejected for a doctor', async () => {
  const doctor = await factory.doctor(hospital);
  expect((await doctor.client.call(readIdentity)).problem.code).toBe('auth.forbidden');
  expect(await codeOf(doctor, issued())).toBe('auth.forbidden');
});

it('no method of the identity repository reaches another hospital', async () => {
  const claim = issued();
  await check(patient, claim);
  const other = await factory.hospital();
  const { rows } = await test.database.admin.query<{ id: string; number_digest: Buffer }>(
    'SELECT id, number_digest FROM identity_check WHERE patient_id = $1',
    [patient.patientId],
  );
  const [{ id, number_digest: digest } = { id: '', number_digest: Buffer.alloc(0) }] = rows;
  const identities = new IdentityRepository();
  const { patientId, accountId } = patient;
  const long = new Date(0);
  type Tried = (tx: Parameters<typeof identities.person>[0]) => Promise<boolean>;
  const tried: Record<string, Tried> = {
    key: async (tx) => (await identities.key(tx)) !== null,
    person: async (tx) => (await identities.person(tx, patientId)) !== null,
    lockPerson: async (tx) => (await identities.lockPerson(tx, patientId)) !== null,
    isHolderVerified: (tx) => identities.isHolderVerified(tx, accountId),
    recent: async (tx) => (await identities.recent(tx, { patientId, accountId }, long)).length > 0,
    last: async (tx) => (await identities.last(tx, patientId)) !== null,
    find: async (tx) => (await identities.find(tx, id)) !== null,
    isTaken: (tx) => identities.isTaken(tx, digest, newId()),
  };
  expectEveryMethodTried(IdentityRepository, { ...tried, add: null, addKey: null, settle: null, verify: null });
  for (const [name, look] of Object.entries(tried)) {
    const seen = [await inHospital(test, hospital.id, look), await inHospital(test, other.id, look)];
    expect([name, seen]).toEqual([name, [true, false]]);
  }
  await inHospital(test, other.id, async (tx) => {
    await identities.verify(tx, patientId, {
      name: 'X',
      birthDate,
      sex: 'male',
      documentType: 'resident-id',
      digest,
      sealed: 'x',
      last4: 'x',
      provider: 'x',
    });
  });
  expect((await rowOf(patientId))['name']).toBe('李伟');
});
