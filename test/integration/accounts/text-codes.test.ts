import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { textCodesNearLimitTotal, textCodesRefusedTotal } from '../../../server/src/platform/metrics/instruments.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let stranger: TestClient;
beforeAll(async () => {
  test = await startTestApi({
    // No gateway answers there: that messages wait changes nothing here.
    SMS_GATEWAY_URL: 'http://127.0.0.1:9/messages',
    SMTP_URL: 'smtp://127.0.0.1:9',
    TRUST_PROXY: '1',
    SMS_CODES_PER_HOUR: '2',
    SMS_CODES_PER_DAY: '3',
    SMS_CODES_PER_DAY_OF_INSTALLATION: '100',
  });
  factory = new Factory(test);
  stranger = new TestClient(test.url);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
});

let senders = 0;
/** Asks from a network of its own, for a number of its own. */
const ask = (
  at = hospital,
  to?: { email: string } | { phone: string },
  purpose: 'sign-up' | 'sign-in' | 'reset-password' = 'sign-up',
) => {
  const number = ++senders;
  return stranger.call(contract.askForCode, {
    body: {
      hospital: at.slug,
      purpose,
      locale: 'en',
      ...(to ?? { phone: `+8613800138${String(number).padStart(3, '0')}` }),
    },
    headers: { 'x-forwarded-for': `2001:db8:9:${number}::1` },
  });
};
const usedUp = { status: 429, problem: { code: 'account.text-messages-used-up' } };
const valuesOf = async (counter: typeof textCodesRefusedTotal) =>
  Object.fromEntries((await counter.get()).values.map(({ labels, value }) => [labels.limit, value]));
const refusals = () => valuesOf(textCodesRefusedTotal);
const nearLimits = () => valuesOf(textCodesNearLimitTotal);
const total = async () =>
  (await test.database.admin.query<{ codes: number }>('SELECT codes FROM text_code_total')).rows[0]?.codes ?? 0;
const setTotal = (codes: number, daysAgo: number) =>
  test.database.admin.query(`UPDATE text_code_total SET codes = $1, day = (now() AT TIME ZONE 'UTC')::date - $2::int`, [
    codes,
    daysAgo,
  ]);

describe('codes by text message', () => {
  it('are limited for a hospital by hour and by day, whatever the senders and numbers; mail and other hospitals are not', async () => {
    const before = await refusals();
    expect([(await ask()).status, (await ask()).status]).toEqual([201, 201]);
    expect(await ask()).toMatchObject(usedUp);
    expect((await ask(hospital, { email: 'one@example.test' })).status).toBe(201);
    expect((await ask(await factory.hospital())).status).toBe(201);
    test.clock.advance(61 * 60_000);
    expect((await ask()).status).toBe(201);
    expect(await ask()).toMatchObject(usedUp);
    expect((await ask(hospital, { email: 'two@example.test' })).status).toBe(201);
    test.clock.advance(24 * 60 * 60_000);
    expect((await ask()).status).toBe(201);
    const after = await refusals();
    const counted = ['hospital-hour', 'hospital-day'].map((limit) => (after[limit] ?? 0) - (before[limit] ?? 0));
    expect(counted).toEqual([1, 1]);
  });

  it('to a new number of a signed-in account count like a stranger’s', async () => {
    const { client } = await factory.patient(hospital);
    const change = (phone: string) =>
      client.call(contract.askForContactCode, { body: { phone, password: testPassword, locale: 'en' } });
    expect((await change('+8613900138301')).status).toBe(201);
    expect((await change('+8613900138302')).status).toBe(201);
    expect(await change('+8613900138303')).toMatchObject(usedUp);
  });

  it('for sign-in and new passwords count in the hour alone, with and without an account, and use up no budget of a day', async () => {
    const { accountId } = await factory.patient(hospital);
    const own = { phone: '+8613700138001' };
    await test.database.admin.query('UPDATE account SET phone = $2 WHERE id = $1', [accountId, own.phone]);
    expect((await ask()).status).toBe(201);
    const spent = await total();
    for (const [to, purpose] of [
      [own, 'sign-in'],
      [undefined, 'sign-in'],
      [own, 'reset-password'],
      [undefined, 'reset-password'],
    ] as const) {
      test.clock.advance(61 * 60_000);
      expect([(await ask(hospital, to, purpose)).status, (await ask(hospital, undefined, purpose)).status]).toEqual([
        201, 201,
      ]);
      expect(await ask(hospital, to ? undefined : own, purpose)).toMatchObject(usedUp);
    }
    expect(await total()).toBe(spent);
    test.clock.advance(61 * 60_000);
    expect([(await ask()).status, (await ask()).status]).toEqual([201, 201]);
    // The hospital’s day and the installation’s are used up.
    await setTotal(100, 0);
    test.clock.advance(61 * 60_000);
    const before = await refusals();
    expect(await ask()).toMatchObject(usedUp);
    expect((await refusals())['hospital-day']).toBe((before['hospital-day'] ?? 0) + 1);
    expect([(await ask(hospital, own, 'sign-in')).status, (await ask(hospital, undefined, 'sign-in')).status]).toEqual([
      201, 201,
    ]);
    expect(await ask(await factory.hospital())).toMatchObject(usedUp);
    await setTotal(0, 0);
  });

  it('are counted as near a limit from four fifths of it on, before one is refused', async () => {
    await ask(await factory.hospital());
    await setTotal(78, 0);
    const before = await nearLimits();
    const since = async () => {
      const after = await nearLimits();
      return ['hospital-hour', 'hospital-day', 'installation-day'].map((at) => (after[at] ?? 0) - (before[at] ?? 0));
    };
    expect((await ask()).status).toBe(201);
    expect(await since()).toEqual([0, 0, 0]);
    expect((await ask()).status).toBe(201);
    expect(await since()).toEqual([1, 0, 1]);
    test.clock.advance(61 * 60_000);
    expect((await ask()).status).toBe(201);
    expect(await since()).toEqual([1, 1, 2]);
    await setTotal(0, 0);
  });

  it('are limited for all hospitals together, by the day of the database, also at once', async () => {
    const [one, other] = [await factory.hospital(), await factory.hospital()];
    expect((await ask()).status).toBe(201);
    await setTotal(99, 0);
    const both = await Promise.all([ask(one), ask(other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 429]);
    expect(both.find(({ status }) => status === 429)).toMatchObject(usedUp);
    expect((await ask(one, { email: 'three@example.test' })).status).toBe(201);
    await setTotal(100, 1);
    expect((await ask(await factory.hospital())).status).toBe(201);
    expect(await total()).toBe(1);
  });
});
