import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listHospitals, readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { Browser } from './browser.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
beforeAll(async () => {
  test = await startTestApi({ DEMO_MODE: 'true' });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());

const emailOf = (person: TestPerson) => `${person.accountId}@example.test`;

async function attempt(email: string, password: string, slug = hospital.slug): Promise<string> {
  const answer = await new TestClient(test.url).call(signIn, { body: { hospital: slug, email, password } });
  return answer.status === 201 ? 'ok' : answer.problem.code;
}

async function refusals(): Promise<{ entity_id: string; code: string; details: unknown; actor_account_id: unknown }[]> {
  const { rows } = await test.database.admin.query(
    `SELECT entity_id, code, details, actor_account_id FROM audit_event
     WHERE action = 'session.refused' AND entity = 'sign-in' AND outcome = 'denied' ORDER BY at, id`,
  );
  return rows;
}

describe('sign-in', () => {
  it('opens a session of the person and audits it', async () => {
    const doctor = await factory.doctor(hospital);
    const browser = new Browser(test.url);
    const { value } = await browser.call(signIn, {
      body: { hospital: hospital.slug, email: emailOf(doctor).toUpperCase(), password: testPassword },
    });
    const { practitionerId } = doctor;
    expect(value.account).toMatchObject({ secondFactorPending: true, practitionerId, patientId: null });
    expect(await browser.tokens.ok(readAccount)).toEqual(value.account);
    const { rows } = await test.database.admin.query(
      `SELECT actor_roles, address, request_id FROM audit_event WHERE action = 'session.started' AND actor_account_id = $1`,
      [doctor.accountId],
    );
    expect(rows).toEqual([
      { actor_roles: ['doctor'], address: '127.0.0.1', request_id: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
  });

  it('gives the same answer to a wrong password, an unknown address and an unknown hospital', async () => {
    const patient = await factory.patient(hospital);
    const answers = [
      await attempt(emailOf(patient), 'wrong'),
      await attempt('nobody@example.test', 'wrong'),
      await attempt(emailOf(patient), testPassword, 'no-such-hospital'),
      await attempt(emailOf(patient), `${testPassword} `),
      await attempt(`${emailOf(patient)}' OR '1'='1`.replaceAll(' ', ''), testPassword),
    ];
    expect(answers).toEqual([
      'auth.invalid-credentials',
      'auth.invalid-credentials',
      'auth.invalid-credentials',
      'auth.invalid-credentials',
      'validation.failed',
    ]);
    const written = (await refusals()).slice(-3);
    expect(written.map(({ entity_id }) => entity_id === patient.accountId)).toEqual([true, false, true]);
    expect(JSON.stringify(written)).not.toContain('nobody');
  });

  it.each([
    ['a known address', async () => emailOf(await factory.patient(hospital))],
    ['an unknown address', async () => 'ghost@example.test'],
  ])('waits longer with each failure after ten for %s, whatever the password', async (_of, who) => {
    const email = await who();
    test.clock.stop();
    onTestFinished(() => test.clock.start());
    for (let failure = 0; failure < 10; failure++) {
      expect(await attempt(email, `guess ${failure}`)).toBe('auth.invalid-credentials');
    }
    expect(await attempt(email, testPassword)).toBe('request.rate-limited');
    expect((await refusals()).at(-1)).toMatchObject({ code: 'request.rate-limited' });
    expect(await attempt(emailOf(await factory.patient(hospital)), testPassword)).toBe('ok');
    test.clock.advance(61_000);
    expect(await attempt(email, 'another guess')).toBe('auth.invalid-credentials');
    test.clock.advance(61_000);
    const body = { hospital: hospital.slug, email, password: testPassword };
    const answer = await new TestClient(test.url).call(signIn, { body });
    expect([answer.problem.code, answer.headers.get('retry-after')]).toEqual(['request.rate-limited', '59']);
    test.clock.advance(60_000);
    expect(await attempt(email, testPassword)).toBe(email.startsWith('ghost') ? 'auth.invalid-credentials' : 'ok');
  });

  it('counts simultaneous guesses', async () => {
    const email = emailOf(await factory.patient(hospital));
    const codes = await Promise.all(Array.from({ length: 30 }, (_, guess) => attempt(email, `guess ${guess}`)));
    expect(codes.filter((code) => code === 'auth.invalid-credentials')).toHaveLength(10);
    expect(codes.filter((code) => code === 'request.rate-limited')).toHaveLength(20);
  });

  it('does not count failures of another hospital', async () => {
    const other = await factory.hospital();
    const email = 'shared@example.test';
    for (let failure = 0; failure < 10; failure++) await attempt(email, 'wrong');
    expect(await attempt(email, 'wrong')).toBe('request.rate-limited');
    expect(await attempt(email, 'wrong', other.slug)).toBe('auth.invalid-credentials');
  });

  it.each([
    ['an unknown field', { remember: true }],
    ['no password', { password: undefined }],
    ['a password without end', { password: 'x'.repeat(201) }],
    ['an object for a password', { password: { $ne: '' } }],
    ['a list for an address', { email: ['a@example.test'] }],
  ])('refuses %s', async (_what, change) => {
    const body = { hospital: hospital.slug, email: 'a@example.test', password: 'x', ...change };
    const answer = await new TestClient(test.url).call(signIn, { body: body as never });
    expect([answer.status, answer.problem.code]).toEqual([400, 'validation.failed']);
  });

  it('is limited by address before a password is verified', async () => {
    const strict = await startTestApi({ RATE_LIMIT_FACTOR: '1' });
    try {
      const there = await new Factory(strict).hospital();
      const client = new TestClient(strict.url);
      const codes: number[] = [];
      for (let guess = 0; guess < 21; guess++) {
        const body = { hospital: there.slug, email: `p${guess}@example.test`, password: 'wrong' };
        codes.push((await client.call(signIn, { body })).status);
      }
      expect(codes).toEqual([...Array<number>(20).fill(401), 429]);
      const { rows } = await strict.database.admin.query(`SELECT 1 FROM audit_event WHERE action = 'session.refused'`);
      expect(rows).toHaveLength(20);
    } finally {
      await strict.close();
    }
  });
});

describe('the list of hospitals in demo mode', () => {
  it('offers the demo accounts', async () => {
    const account = { email: 'd@demo.test', password: 'known', role: 'doctor', name: '丁', nameLatin: 'Ding' };
    await test.database.admin.query('UPDATE hospital SET demo_accounts = $2 WHERE id = $1', [
      hospital.id,
      JSON.stringify([account]),
    ]);
    const list = await new TestClient(test.url).ok(listHospitals);
    expect(list.demo).toBe(true);
    expect(list.hospitals.find(({ id }) => id === hospital.id)?.demoAccounts).toEqual([account]);
  });
});
