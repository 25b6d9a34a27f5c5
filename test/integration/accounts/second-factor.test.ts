import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  beginAuthenticator,
  confirmAuthenticator,
  confirmSession,
  endConfirmation,
  readSecondFactors,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../../../shared/src/accounts/second-factor.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';
import { secretFrom } from '../../support/authenticator.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson;
let secret: Uint8Array;
let recoveryCodes: string[];

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());
beforeEach(async () => {
  doctor = await factory.unconfirmedSession(await factory.doctor(hospital));
  ({ secret, recoveryCodes } = await enrol(doctor));
});

const currentCode = (step = 0) => codeAt(secret, stepAt(test.clock.now()) + step);

async function enrol(person: TestPerson) {
  const begun = await person.client.ok(beginAuthenticator, { body: { name: 'Phone', password: testPassword } });
  secret = secretFrom(begun.secret);
  const params = { factorId: begun.id };
  const answer = await person.client.ok(confirmAuthenticator, { params, body: { code: currentCode() } });
  // The present code is unused again.
  await test.database.admin.query('UPDATE second_factor SET last_step = NULL WHERE id = $1', [begun.id]);
  await person.client.ok(endConfirmation);
  return { secret, recoveryCodes: answer.recoveryCodes ?? [] };
}

const confirmWith = (code: string, person = doctor) =>
  person.client.call(confirmSession, { body: { kind: 'totp', code } });
const confirmed = async (person = doctor) => (await person.client.ok(readSecondFactors)).confirmedUntil !== null;

describe('a second factor', () => {
  it('is enrolled with the password and confirms only this session, for half an hour', async () => {
    expect(recoveryCodes).toHaveLength(10);
    expect(await confirmed()).toBe(false);
    expect((await confirmWith(currentCode())).status).toBe(200);
    expect(await confirmed()).toBe(true);
    expect(await confirmed(await factory.unconfirmedSession(doctor))).toBe(false);
    // No time passes between the confirmation's age and its check.
    test.clock.stop();
    onTestFinished(() => test.clock.start());
    const confirmedBefore = (seconds: number) =>
      test.database.admin.query('UPDATE session SET second_factor_at = $2 WHERE id = $1', [
        doctor.sessionId,
        new Date(test.clock.now().getTime() - seconds * 1_000),
      ]);
    await confirmedBefore(1_799);
    expect(await confirmed()).toBe(true);
    await confirmedBefore(1_801);
    expect(await confirmed()).toBe(false);
  });

  it('is accepted once of twenty simultaneous uses; the rejections are counted and audited', async () => {
    const code = currentCode();
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirmWith(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = new Set(answers.filter(({ status }) => status !== 200).map(({ problem }) => problem.code));
    expect(codes).toEqual(new Set(['auth.second-factor-refused', 'request.rate-limited']));
    const trail = await trailOf(test, `second-factor/${doctor.accountId}`);
    expect(trail.filter(({ action }) => action === 'session.refused')).toHaveLength(19);
  });

  it('is rejected after ten failures in any sessions, even with the right code', async () => {
    for (let guess = 0; guess < 10; guess++) {
      const session = await factory.unconfirmedSession(doctor);
      expect((await confirmWith('000000', session)).problem.code).toBe('auth.second-factor-refused');
    }
    expect((await confirmWith(currentCode())).problem.code).toBe('request.rate-limited');
    expect(await confirmed()).toBe(false);
  });

  it('of another person is rejected', async () => {
    const code = currentCode();
    const other = await factory.unconfirmedSession(await factory.doctor(hospital));
    await enrol(other);
    expect((await confirmWith(code, other)).problem.code).toBe('auth.second-factor-refused');
  });

  it('is stored sealed, and a recovery code as a digest', async () => {
    const { rows } = await test.database.admin.query<{ secret_sealed: string }>(
      'SELECT secret_sealed FROM second_factor WHERE account_id = $1',
      [doctor.accountId],
    );
    expect(rows[0]?.secret_sealed).toMatch(/^v1\.kek-1\./);
    expect(rows[0]?.secret_sealed).not.toContain(Buffer.from(secret).toString('base64url'));
  });

  it('can be replaced by a recovery code in any notation, each once', async () => {
    const [code = ''] = recoveryCodes;
    const use = (text: string) => doctor.client.call(confirmSession, { body: { kind: 'recovery', code: text } });
    expect((await use(code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await use(code)).problem.code).toBe('auth.second-factor-refused');
    expect((await doctor.client.ok(readSecondFactors)).recoveryCodesLeft).toBe(9);
    const renewed = await doctor.client.ok(renewRecoveryCodes);
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect((await use(recoveryCodes[1] ?? '')).problem.code).toBe('auth.second-factor-refused');
  });
});

describe('changing factors', () => {
  const begin = (body: { name: string; password?: string }) => doctor.client.call(beginAuthenticator, { body });

  it('requires an existing factor: the password alone cannot add one', async () => {
    expect((await begin({ name: 'Thief', password: testPassword })).problem.code).toBe('auth.second-factor-required');
    await confirmWith(currentCode());
    expect((await begin({ name: 'Tablet' })).status).toBe(201);
  });

  it('requires the password for the first one', async () => {
    const fresh = await factory.unconfirmedSession(await factory.doctor(hospital));
    const body = { name: 'Phone' };
    expect((await fresh.client.call(beginAuthenticator, { body })).problem.code).toBe('auth.confirmation-failed');
    const wrong = await fresh.client.call(beginAuthenticator, { body: { ...body, password: 'wrong' } });
    expect(wrong.problem.code).toBe('auth.confirmation-failed');
  });

  it('rejects removing a signer’s last factor and the factor of another person', async () => {
    const [factor] = (await doctor.client.ok(readSecondFactors)).factors;
    const params = { factorId: factor?.id ?? '' };
    const remove = (person: TestPerson) => person.client.call(removeSecondFactor, { params });
    expect((await remove(doctor)).problem.code).toBe('auth.second-factor-required');
    await confirmWith(currentCode());
    expect((await remove(doctor)).problem.code).toBe('auth.last-second-factor');
    expect((await remove(await factory.doctor(hospital))).status).toBe(404);
    const added = await begin({ name: 'Tablet' });
    const second = secretFrom(added.value.secret);
    await doctor.client.ok(confirmAuthenticator, {
      params: { factorId: added.value.id },
      body: { code: codeAt(second, stepAt(test.clock.now())) },
    });
    expect((await remove(doctor)).value.factors.map(({ name }) => name)).toEqual(['Tablet']);
    expect((await confirmWith(currentCode(1))).problem.code).toBe('auth.second-factor-refused');
  });
});

describe('the holder of an account', () => {
  const messages = async () =>
    (await doctor.client.ok(listNotifications)).items.map(({ template }) => template).toReversed();

  it('is notified of each factor that is added or removed, of new recovery codes and of one that is used', async () => {
    expect(await messages()).toEqual(['account.second-factor-added']);
    await doctor.client.ok(confirmSession, { body: { kind: 'recovery', code: recoveryCodes[0] ?? '' } });
    expect((await messages()).at(-1)).toBe('account.recovery-code-used');
    await doctor.client.ok(renewRecoveryCodes);
    expect((await messages()).at(-1)).toBe('account.recovery-codes-made');
    const added = await doctor.client.ok(beginAuthenticator, { body: { name: 'Tablet' } });
    expect(await messages()).toHaveLength(3);
    const code = codeAt(secretFrom(added.secret), stepAt(test.clock.now()));
    await doctor.client.ok(confirmAuthenticator, { params: { factorId: added.id }, body: { code } });
    expect((await messages()).slice(3)).toEqual(['account.second-factor-added']);
    await doctor.client.ok(removeSecondFactor, { params: { factorId: added.id } });
    expect((await messages()).slice(4)).toEqual(['account.second-factor-removed']);
  });
});

describe('going on duty', () => {
  it('needs a second factor; going off duty needs none', async () => {
    await doctor.client.ok(setDuty, { body: { onDuty: false } });
    const on = () => doctor.client.call(setDuty, { body: { onDuty: true } });
    expect((await on()).problem).toMatchObject({ code: 'auth.second-factor-required', facts: { enrolled: true } });
    await confirmWith(currentCode());
    expect((await on()).value).toEqual({ onDuty: true });
  });
});

describe('the second-factor code of a demo account', () => {
  it('is shown only in demo mode, and other installations reject a demo factor', async () => {
    await test.database.admin.query('UPDATE second_factor SET demo = true WHERE account_id = $1', [doctor.accountId]);
    const state = await doctor.client.ok(readSecondFactors);
    expect(state).toMatchObject({ demoCode: null, factors: [] });
    expect((await confirmWith(currentCode())).problem.code).toBe('auth.second-factor-refused');
  });

  it('is accepted, and is never shown for a factor that a person enrolled', async () => {
    const demo = await startTestApi({ DEMO_MODE: 'true' });
    try {
      const there = new Factory(demo);
      const visitor = await there.unconfirmedSession(await there.doctor(await there.hospital()));
      await enrol(visitor);
      expect((await visitor.client.ok(readSecondFactors)).demoCode).toBeNull();
      await demo.database.admin.query('UPDATE second_factor SET demo = true');
      const { demoCode } = await visitor.client.ok(readSecondFactors);
      expect((await confirmWith(demoCode ?? '', visitor)).status).toBe(200);
      // Visitors of the demo share the code, so a second use is accepted.
      expect((await confirmWith(demoCode ?? '', visitor)).status).toBe(200);
    } finally {
      await demo.close();
    }
  });
});
