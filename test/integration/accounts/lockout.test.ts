import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { changePassword } from '../../../shared/src/accounts/account-security.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { Browser } from './browser.ts';

let mail: MailServer;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url, TRUST_PROXY: '1' });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(async () => {
  await test.close();
  await mail.close();
});

const emailOf = ({ accountId }: TestPerson) => `${accountId}@example.test`;
let guesses = 0;

/** Tries to sign in from an address in a browser with its cookies and returns the code of the answer. */
async function tryFrom(address: string, person: TestPerson, password: string, browser = new Browser(test.url)) {
  const body = { hospital: hospital.slug, email: emailOf(person), password };
  const answer = await browser.call(signIn, { body, headers: { 'x-forwarded-for': address } });
  return answer.status === 201 ? 'ok' : answer.problem.code;
}
const guess = (address: string, person: TestPerson, browser?: Browser) =>
  tryFrom(address, person, `guess ${++guesses}`, browser);
async function guessTen(address: string, person: TestPerson): Promise<void> {
  for (let n = 0; n < 10; n++) expect(await guess(address, person)).toBe('auth.invalid-credentials');
  expect(await guess(address, person)).toBe('request.rate-limited');
}

describe('guesses at a password', () => {
  it('from one address do not lock the holder out at another address', async () => {
    const doctor = await factory.doctor(hospital);
    await guessTen('198.51.100.7', doctor);
    expect(await tryFrom('198.51.100.7', doctor, testPassword)).toBe('request.rate-limited');
    expect(await tryFrom('203.0.113.9', doctor, testPassword)).toBe('ok');
  });

  it('from one /64 of IPv6 count as one address', async () => {
    const doctor = await factory.doctor(hospital);
    for (let n = 0; n < 10; n++) await guess(`2001:db8:1:2::${n}`, doctor);
    expect(await tryFrom('2001:db8:1:2:ffff::1', doctor, testPassword)).toBe('request.rate-limited');
    expect(await tryFrom('2001:db8:1:3::1', doctor, testPassword)).toBe('ok');
  });

  it('from a ward’s shared address do not lock out a browser that opened the account before', async () => {
    const doctor = await factory.doctor(hospital);
    const own = new Browser(test.url);
    expect(await tryFrom('198.51.100.8', doctor, testPassword, own)).toBe('ok');
    await own.signOut();
    await guessTen('198.51.100.8', doctor);
    expect(await tryFrom('198.51.100.8', doctor, testPassword, own)).toBe('ok');
  });

  it('from fifty addresses delay unknown browsers and never a known one', async () => {
    const doctor = await factory.doctor(hospital);
    const own = new Browser(test.url);
    await tryFrom('203.0.113.1', doctor, testPassword, own);
    for (let n = 0; n < 50; n++) expect(await guess(`192.0.2.${n}`, doctor)).toBe('auth.invalid-credentials');
    expect(await guess('192.0.2.200', doctor)).toBe('request.rate-limited');
    expect(await tryFrom('203.0.113.1', doctor, testPassword, own)).toBe('ok');
    test.clock.advance(11_000);
    expect(await tryFrom('203.0.113.2', doctor, testPassword)).toBe('ok');
  });

  it('with a stolen cookie of a known browser are counted too', async () => {
    const doctor = await factory.doctor(hospital);
    const own = new Browser(test.url);
    await tryFrom('203.0.113.3', doctor, testPassword, own);
    for (let n = 0; n < 10; n++) expect(await guess(`192.0.2.${n}`, doctor, own)).toBe('auth.invalid-credentials');
    expect(await guess('192.0.2.77', doctor, own)).toBe('request.rate-limited');
  });

  it('count again in a known browser after the password changed', async () => {
    const patient = await factory.patient(hospital);
    const own = new Browser(test.url);
    await tryFrom('203.0.113.4', patient, testPassword, own);
    await patient.client.ok(changePassword, {
      body: { confirmation: { password: testPassword }, password: 'five quiet boats' },
    });
    await guessTen('203.0.113.4', patient);
    expect(await tryFrom('203.0.113.4', patient, 'five quiet boats', own)).toBe('request.rate-limited');
  });

  it('with a forged cookie count like those without one', async () => {
    const doctor = await factory.doctor(hospital);
    await guessTen('198.51.100.9', doctor);
    const made = new Browser(test.url);
    made.device = `${doctor.accountId}.${doctor.accountId}.${Math.floor(Date.now() / 1000)}.${'A'.repeat(43)}`;
    expect(await tryFrom('198.51.100.9', doctor, testPassword, made)).toBe('request.rate-limited');
  });
});

describe('the holder of an account', () => {
  const failures = async (person: TestPerson) =>
    (await person.client.ok(listNotifications, { query: {} })).items.filter(
      ({ template }) => template === 'account.sign-in-failures',
    );

  it('is notified once a day of five failed sign-ins', async () => {
    const doctor = await factory.doctor(hospital);
    for (let n = 0; n < 4; n++) await guess('198.51.100.20', doctor);
    expect(await failures(doctor)).toEqual([]);
    for (let n = 0; n < 4; n++) await guess(`198.51.100.${21 + n}`, doctor);
    expect(await failures(doctor)).toHaveLength(1);
    expect((await mail.next(emailOf(doctor))).subject).toBe('您在测试医院的账号登录失败');
    test.clock.advance(24 * 3_600_000 + 1000);
    for (let n = 0; n < 5; n++) await guess(`198.51.100.${31 + n}`, doctor);
    expect(await failures({ ...doctor, client: factory.clientOf(doctor) })).toHaveLength(2);
  });

  it('is not notified of failures in a known browser', async () => {
    const doctor = await factory.doctor(hospital);
    const own = new Browser(test.url);
    await tryFrom('203.0.113.5', doctor, testPassword, own);
    for (let n = 0; n < 6; n++) await guess('203.0.113.5', doctor, own);
    expect(await failures(doctor)).toEqual([]);
  });
});

describe('the cookie of a known browser', () => {
  it('is sent only to this origin, is hidden from scripts and remains after sign-out', async () => {
    const patient = await factory.patient(hospital);
    const body = { hospital: hospital.slug, email: emailOf(patient), password: testPassword };
    const { headers } = await new TestClient(test.url).call(signIn, { body });
    const line = headers.getSetCookie().find((each) => each.startsWith('yz_device=')) ?? '';
    expect(line).toMatch(/; Path=\/api; .*HttpOnly; SameSite=Strict/);
    const browser = new Browser(test.url);
    await browser.call(signIn, { body });
    await browser.signOut();
    expect([browser.cookie, browser.device === null]).toEqual([null, false]);
  });
});
