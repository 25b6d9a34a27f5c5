import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { textCodesRefusedTotal } from '../../../server/src/platform/metrics/instruments.ts';
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
const ask = (at = hospital, to?: { email: string }) => {
  const number = ++senders;
  return stranger.call(contract.askForCode, {
    body: {
      hospital: at.slug,
      purpose: 'sign-up',
      locale: 'en',
      ...(to ?? { phone: `+8613800138${String(number).padStart(3, '0')}` }),
    },
    headers: { 'x-forwarded-for': `2001:db8:9:${number}::1` },
  });
};
const usedUp = { status: 429, problem: { code: 'account.text-messages-used-up' } };
const refusals = async () =>
  Object.fromEntries((await textCodesRefusedTotal.get()).values.map(({ labels, value }) => [labels.limit, value]));

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

  it('are limited for all hospitals together, by the day of the database, also at once', async () => {
    const total = (codes: number, daysAgo: number) =>
      test.database.admin.query(
        `UPDATE text_code_total SET codes = $1, day = (now() AT TIME ZONE 'UTC')::date - $2::int`,
        [codes, daysAgo],
      );
    const [one, other] = [await factory.hospital(), await factory.hospital()];
    expect((await ask()).status).toBe(201);
    await total(99, 0);
    const both = await Promise.all([ask(one), ask(other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 429]);
    expect(both.find(({ status }) => status === 429)).toMatchObject(usedUp);
    expect((await ask(one, { email: 'three@example.test' })).status).toBe(201);
    await total(100, 1);
    expect((await ask(await factory.hospital())).status).toBe(201);
    const { rows } = await test.database.admin.query('SELECT codes FROM text_code_total');
    expect(rows).toEqual([{ codes: 1 }]);
  });
});
