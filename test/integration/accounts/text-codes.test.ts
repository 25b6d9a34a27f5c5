import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import * as contract from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { CodeSecrets } from '../../../server/src/api/accounts/codes/code-secrets.ts';
import { textCodesNearLimitTotal, textCodesRefusedTotal } from '../../../server/src/platform/metrics/instruments.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { Browser } from './browser.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let stranger: TestClient;
/** Nothing answers there: that messages wait changes nothing here. */
const channels = {
  SMS_GATEWAY_URL: 'http://127.0.0.1:9/messages',
  SMTP_URL: 'smtp://127.0.0.1:9',
  TRUST_PROXY: '1',
};
beforeAll(async () => {
  test = await startTestApi({
    ...channels,
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

describe('codes by text message for a larger network', () => {
  it.each([
    ['/48 of IPv6', '2001:db8:5:1::1', '2001:db8:5:2::1', '2001:db8:6:1::1'],
    ['/24 of IPv4', '198.51.100.1', '198.51.100.200', '198.51.101.1'],
  ])('are limited to a twentieth of those of the hospital (%s)', async (_what, first, neighbour, elsewhere) => {
    const usual = await startTestApi(channels);
    try {
      const { slug } = await new Factory(usual).hospital();
      let people = 0;
      const from = async (address: string, to?: { email: string }) =>
        new TestClient(usual.url).call(contract.askForCode, {
          body: {
            hospital: slug,
            purpose: 'sign-in',
            locale: 'en',
            ...(to ?? { phone: `+8613800138${String(++people).padStart(3, '0')}` }),
          },
          headers: { 'x-forwarded-for': address },
        });
      expect((await from(first)).status).toBe(201);
      // As many other senders of the same network would have asked, up to the limit but one.
      const asked = (times: number) =>
        usual.database.admin.query(
          `INSERT INTO one_time_code (id, hospital_id, purpose, channel, target_digest, target_sealed, sender_digest, site_digest, code_digest, created_at, expires_at)
           SELECT gen_random_uuid(), hospital_id, purpose, channel, 'other', '', 'other', site_digest, '', created_at, expires_at
           FROM (SELECT * FROM one_time_code LIMIT 1) one, generate_series(1, $1)`,
          [times],
        );
      await asked(148);
      expect((await from(neighbour)).status).toBe(201);
      expect((await from(neighbour)).problem.code).toBe('request.rate-limited');
      expect((await from(neighbour, { email: 'one@example.test' })).status).toBe(201);
      expect((await from(elsewhere)).status).toBe(201);
      usual.clock.advance(61 * 60_000);
      expect((await from(neighbour)).status).toBe(201);
    } finally {
      await usual.close();
    }
  });
});

describe('a browser in which the account was opened before', () => {
  it.each([['with a password'], ['without a password']])(
    'gets codes of an account %s when strangers have used up those of the hospital',
    async (kind) => {
      const person = await factory.patient(hospital);
      const phone = `+86137001390${String(++senders).padStart(2, '0')}`;
      await test.database.admin.query('UPDATE account SET phone = $2 WHERE id = $1', [person.accountId, phone]);
      const browser = new Browser(test.url);
      if (kind === 'with a password') {
        const body = { hospital: hospital.slug, phone, password: testPassword };
        expect((await browser.call(signIn, { body })).status).toBe(201);
      } else {
        await test.database.admin.query(`UPDATE account SET password_hash = 'none' WHERE id = $1`, [person.accountId]);
        const proof = await provenFor(phone);
        expect((await browser.call(contract.signInByCode, { body: { hospital: hospital.slug, proof } })).status).toBe(
          201,
        );
        test.clock.advance(61 * 60_000);
      }
      const inBrowser = (to: string, purpose: 'sign-in' | 'reset-password' = 'sign-in') =>
        browser.call(contract.askForCode, {
          body: { hospital: hospital.slug, purpose, phone: to, locale: 'en' },
          headers: { 'x-forwarded-for': '192.0.2.9' },
        });
      expect([(await ask()).status, (await ask(hospital, { phone }, 'sign-in')).status]).toEqual([201, 201]);
      expect(await ask(hospital, undefined, 'sign-in')).toMatchObject(usedUp);
      expect(await inBrowser('+8613700139999')).toMatchObject(usedUp);
      expect((await inBrowser(phone)).status).toBe(201);
      // The number itself has its limits there too.
      expect((await inBrowser(phone)).problem.code).toBe('request.rate-limited');
      for (let n = 0; n < 4; n++) {
        test.clock.advance(61_000);
        expect((await inBrowser(phone, 'reset-password')).status).toBe(201);
      }
      test.clock.advance(61_000);
      expect((await inBrowser(phone)).problem.code).toBe('request.rate-limited');
    },
  );
});

/** Returns a proof of that number: the digest of a code that the test knows is stored in place of the one that was sent. */
async function provenFor(phone: string): Promise<string> {
  const { codeId } = (await ask(hospital, { phone }, 'sign-in')).value;
  const code = '123456';
  const digest = new CodeSecrets(test.settings.ACCESS_TOKEN_SECRET).ofCode(codeId, code);
  await test.database.admin.query('UPDATE one_time_code SET code_digest = $2 WHERE id = $1', [codeId, digest]);
  const params = { codeId };
  return (await stranger.ok(contract.proveCode, { params, body: { hospital: hospital.slug, code } })).proof;
}
