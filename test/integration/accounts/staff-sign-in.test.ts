import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';
import { readAccount, refreshSession, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  confirmSession,
  proveEnrolment,
  readSecondFactors,
} from '../../../shared/src/accounts/second-factor.contract.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { resetSecondFactor } from '../../../shared/src/directory/staff.contract.ts';
import type { AnyRoute } from '../../../shared/src/core/route.ts';
import { secretFrom } from '../../support/authenticator.ts';
import { everyRoute } from '../../support/contracts.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { Office } from '../../support/office.ts';
import { listen } from '../../support/record-socket.ts';
import { allowFirstFactor, completed, enrolAuthenticator, letIn } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { TestClient } from '../../support/client.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());

const credentialsOf = ({ accountId }: TestPerson) => ({
  hospital: hospital.slug,
  email: `${accountId}@example.test`,
  password: testPassword,
});
const now = () => test.clock.now();

/** Returns a session of a member of staff after the password step, with its refresh cookie. */
async function afterPassword(person: TestPerson) {
  const opened = await new TestClient(test.url).call(signIn, { body: credentialsOf(person) });
  expect(opened.status).toBe(201);
  const [cookie = ''] = opened.headers.getSetCookie();
  return { opened, cookie, client: new TestClient(test.url, opened.value.accessToken) };
}

/** Returns a doctor with an authenticator who is signed out again. */
async function enrolledDoctor() {
  const doctor = await factory.doctor(hospital);
  const { client, cookie } = await afterPassword(doctor);
  await allowFirstFactor(test, doctor.accountId);
  const { secret, recoveryCodes } = await enrolAuthenticator(client, now());
  const session = await letIn(test.url, client, cookie);
  // The next code, because the first one was used.
  return { doctor, session, recoveryCodes, code: () => codeAt(secret, stepAt(now()) + 1) };
}
const confirmWith = (client: TestClient, code: string) => client.call(confirmSession, { body: { kind: 'totp', code } });

describe('a staff session after the password alone', () => {
  it('has no role, and the answer contains no contact data', async () => {
    const people = [
      await factory.doctor(hospital),
      await factory.pharmacist(hospital),
      await factory.staff(hospital, 'administrator'),
      await factory.staff(hospital, 'president'),
      await factory.account(hospital, ['dispenser'], '张敏'),
      await factory.account(hospital, ['patient', 'doctor'], '李伟'),
    ];
    for (const person of people) {
      const { opened, client } = await afterPassword(person);
      const seen = { secondFactorPending: true, roles: [], email: null, phone: null };
      expect(opened.value.account).toMatchObject(seen);
      expect(await client.ok(readAccount)).toMatchObject(seen);
    }
    const patient = await factory.patient(hospital);
    const { opened } = await afterPassword(patient);
    expect(opened.value.account).toMatchObject({ secondFactorPending: false, roles: ['patient'] });
  });

  it('is accepted only by the routes of the second factor', async () => {
    const { client } = await afterPassword(await factory.doctor(hospital));
    const forPeople = ({ permission }: AnyRoute) => !['public', 'node', 'operator'].includes(permission);
    const routes = (await everyRoute()).filter(forPeople);
    expect(routes.length).toBeGreaterThan(200);
    const open: string[] = [];
    for (const route of routes) {
      const path = route.path.replaceAll(/:\w+/g, '0193b5a0-0000-7000-8000-000000000001');
      const answer = await client.raw(route.method, path);
      const { code } = (await answer.json()) as { code?: string };
      if (answer.status !== 403 || code !== 'auth.second-factor-required') open.push(route.name);
    }
    expect(open.sort()).toEqual([
      'addPasskey',
      'askForEnrolmentCode',
      'beginAuthenticator',
      'beginPasskey',
      'beginPasskeyConfirmation',
      'confirmAuthenticator',
      'confirmSession',
      'proveEnrolment',
      'readAccount',
      'readSecondFactors',
    ]);
  });

  it('cannot open a record socket', async () => {
    const { opened } = await afterPassword(await factory.doctor(hospital));
    await expect(listen(test.url, opened.value.accessToken)).rejects.toThrow('auth.required');
  });

  it('still needs the factor after a refresh and ends after a quarter of an hour', async () => {
    const { cookie, client } = await afterPassword(await factory.doctor(hospital));
    const waiting = await letIn(test.url, client, cookie);
    expect(waiting.grant.account).toMatchObject({ secondFactorPending: true, roles: [] });
    const { rows } = await test.database.admin.query<{ minutes: number }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int / 60 AS minutes FROM session WHERE id = $1`,
      [await sessionOf(waiting.grant.account.id)],
    );
    expect(rows[0]?.minutes).toBe(15);
  });
});

async function sessionOf(accountId: string): Promise<string> {
  const { rows } = await test.database.admin.query<{ id: string }>(
    'SELECT id FROM session WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [accountId],
  );
  return rows[0]?.id ?? '';
}

describe('the second factor at sign-in', () => {
  it('gives the next access token its roles, lasts a week and allows signing at once', async () => {
    const { doctor, code } = await enrolledDoctor();
    const { client, cookie } = await afterPassword(doctor);
    expect((await confirmWith(client, code())).value.confirmedUntil).not.toBeNull();
    // The earlier token still has no roles.
    expect((await client.call(setDuty, { body: { onDuty: true } })).problem.code).toBe('auth.second-factor-required');
    const { grant } = await letIn(test.url, client, cookie);
    expect(grant.account).toMatchObject({ secondFactorPending: false, roles: ['doctor'] });
    expect((await client.call(setDuty, { body: { onDuty: false } })).status).toBe(200);
    expect((await client.call(setDuty, { body: { onDuty: true } })).status).toBe(200);
    const { rows } = await test.database.admin.query<{ days: number }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int / 86400 AS days FROM session WHERE id = $1`,
      [await sessionOf(doctor.accountId)],
    );
    expect(rows[0]?.days).toBe(7);
  });

  it('is required for each session, and a used code opens no other session', async () => {
    const { doctor, code } = await enrolledDoctor();
    const [first, second] = [await afterPassword(doctor), await afterPassword(doctor)];
    const given = code();
    expect((await confirmWith(first.client, given)).status).toBe(200);
    expect((await confirmWith(second.client, given)).problem.code).toBe('auth.second-factor-refused');
    const waiting = await letIn(test.url, second.client, second.cookie);
    expect(waiting.grant.account.secondFactorPending).toBe(true);
  });

  it('is rejected after ten wrong codes, also in a new session', async () => {
    const { doctor, code } = await enrolledDoctor();
    const { client } = await afterPassword(doctor);
    for (let guess = 0; guess < 10; guess++)
      expect((await confirmWith(client, '000000')).problem.code).toBe('auth.second-factor-refused');
    const { client: again } = await afterPassword(doctor);
    expect((await confirmWith(again, code())).problem.code).toBe('request.rate-limited');
    const trail = await trailOf(test, `second-factor/${doctor.accountId}`);
    expect(trail.filter(({ action }) => action === 'session.refused')).toHaveLength(11);
  });

  it('can be a recovery code when the phone is lost', async () => {
    const { doctor, recoveryCodes } = await enrolledDoctor();
    const { client, cookie } = await afterPassword(doctor);
    await client.ok(confirmSession, { body: { kind: 'recovery', code: recoveryCodes[0] ?? '' } });
    expect((await letIn(test.url, client, cookie)).grant.account.roles).toEqual(['doctor']);
  });
});

describe('the first sign-in of staff', () => {
  it('enrols a second factor, also from an invitation', async () => {
    const office = await Office.open(test);
    const { link } = await office.invite(['administrator']);
    const accepted = await office.accept(link);
    expect(accepted.value.account.secondFactorPending).toBe(true);
    const { grant, client } = await completed(test.url, accepted, now());
    expect(grant.account.roles).toEqual(['administrator']);
    expect(await client.ok(readSecondFactors)).toMatchObject({ recoveryCodesLeft: 10, required: true });
  });

  it('cannot add a second authenticator to an account that has a factor, even if one was begun before', async () => {
    const doctor = await factory.doctor(hospital);
    const thief = await afterPassword(doctor);
    await allowFirstFactor(test, doctor.accountId);
    const begun = await thief.client.ok(beginAuthenticator, { body: { name: 'Thief' } });
    // The doctor enrolled a passkey later; this does not remove an authenticator that was begun.
    await test.database.admin.query(
      `INSERT INTO second_factor (id, hospital_id, account_id, kind, name, credential_id, public_key, sign_count, created_at, confirmed_at)
       VALUES (gen_random_uuid(), $1, $2, 'passkey', 'Key', 'own', '\\x00', 0, now(), now())`,
      [hospital.id, doctor.accountId],
    );
    const code = codeAt(secretFrom(begun.secret), stepAt(now()));
    const params = { factorId: begun.id };
    const answer = await thief.client.call(confirmAuthenticator, { params, body: { code } });
    expect(answer.problem.code).toBe('auth.second-factor-required');
    const again = await thief.client.call(beginAuthenticator, { body: { name: 'Thief', password: testPassword } });
    expect(again.problem.code).toBe('auth.second-factor-required');
    expect((await letIn(test.url, thief.client, thief.cookie)).grant.account.secondFactorPending).toBe(true);
  });
});

describe('a lost second factor', () => {
  const refused = async (client: TestClient, code: string) =>
    expect((await client.call(proveEnrolment, { body: { code } })).problem.code).toBe('auth.second-factor-refused');
  const reset = (by: TestPerson, { accountId }: TestPerson) =>
    by.client.call(resetSecondFactor, { params: { accountId } });

  it('is reset by an administrator; this ends sessions and codes, notifies the person and is audited', async () => {
    const administrator = await factory.staff(hospital, 'administrator');
    const { doctor, recoveryCodes, code } = await enrolledDoctor();
    const inside = await afterPassword(doctor);
    expect((await reset(administrator, doctor)).value.member.hasSecondFactor).toBe(false);
    expect((await inside.client.call(readAccount)).problem.code).toBe('auth.session-expired');
    const { client, cookie } = await afterPassword(doctor);
    expect((await confirmWith(client, code())).problem.code).toBe('auth.second-factor-refused');
    const recovery = { kind: 'recovery', code: recoveryCodes[0] ?? '' } as const;
    expect((await client.call(confirmSession, { body: recovery })).problem.code).toBe('auth.second-factor-refused');
    await allowFirstFactor(test, doctor.accountId);
    await enrolAuthenticator(client, now());
    expect((await letIn(test.url, client, cookie)).grant.account.roles).toEqual(['doctor']);
    expect((await trailOf(test, doctor.accountId)).map(({ action }) => action)).toContain('second-factor.reset');
    const { rows } = await test.database.admin.query('SELECT template FROM notification WHERE account_id = $1', [
      doctor.accountId,
    ]);
    expect(rows).toContainEqual({ template: 'account.second-factor-reset' });
  });

  it('is replaced with a code that the administrator hands over where no channel reaches the person', async () => {
    const administrator = await factory.staff(hospital, 'administrator');
    const { doctor } = await enrolledDoctor();
    const first = (await reset(administrator, doctor)).value.code ?? '';
    const code = (await reset(administrator, doctor)).value.code ?? '';
    const { client, cookie } = await afterPassword(doctor);
    expect((await client.ok(readSecondFactors)).firstFactor).toEqual({ contacts: [] });
    if (first !== code) await refused(client, first);
    await client.ok(proveEnrolment, { body: { code } });
    await enrolAuthenticator(client, now());
    expect((await letIn(test.url, client, cookie)).grant.account.roles).toEqual(['doctor']);
    expect((await trailOf(test, doctor.accountId)).map(({ action }) => action)).toContain('second-factor.reset');
    // A used code opens nothing for the next session without a factor.
    expect((await reset(administrator, doctor)).value.code).toMatch(/^\d{6}$/);
    await refused((await afterPassword(doctor)).client, code);
  });

  it('can be handed over to a person who never had a factor, for one account and one day', async () => {
    const administrator = await factory.staff(hospital, 'administrator');
    const [doctor, colleague] = [await factory.doctor(hospital), await factory.doctor(hospital)];
    const { code } = (await reset(administrator, doctor)).value;
    const body = { code: code ?? '' };
    await refused((await afterPassword(colleague)).client, body.code);
    const { client } = await afterPassword(doctor);
    const { rows } = await test.database.admin.query<{ hours: number }>(
      `UPDATE one_time_code c SET expires_at = $2 FROM (SELECT * FROM one_time_code) old
       WHERE old.id = c.id AND c.account_id = $1 RETURNING extract(epoch FROM old.expires_at - c.created_at)::int / 3600 AS hours`,
      [doctor.accountId, now()],
    );
    expect(rows).toEqual([{ hours: 24 }]);
    await refused(client, body.code);
    const renewed = (await reset(administrator, doctor)).value.code ?? '';
    await (await afterPassword(doctor)).client.ok(proveEnrolment, { body: { code: renewed } });
  });

  it('cannot be reset by other roles, for oneself, at another hospital or without a recent factor', async () => {
    const administrator = await factory.staff(hospital, 'administrator');
    const { doctor } = await enrolledDoctor();
    expect((await reset(await factory.pharmacist(hospital), doctor)).problem.code).toBe('auth.forbidden');
    expect((await reset(administrator, administrator)).problem.code).toBe('auth.forbidden');
    const foreign = await factory.staff(await factory.hospital(), 'administrator');
    expect((await reset(foreign, doctor)).status).toBe(404);
    const stale = await factory.unconfirmedSession(administrator);
    expect((await reset(stale, doctor)).problem.code).toBe('auth.second-factor-required');
    expect((await reset(administrator, await factory.patient(hospital))).status).toBe(404);
  });
});

describe('a staff session with a second factor', () => {
  it('is refreshed without another code', async () => {
    const { session } = await enrolledDoctor();
    const headers = { cookie: session.cookie.split(';')[0] ?? '', origin: test.url };
    expect((await session.client.ok(refreshSession, { headers })).account.roles).toEqual(['doctor']);
  });
});
