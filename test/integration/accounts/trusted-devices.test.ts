import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';
import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
} from '../../../shared/src/accounts/account-security.contract.ts';
import { signIn, signOut } from '../../../shared/src/accounts/auth.contract.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  confirmSession,
  readSecondFactors,
  removeSecondFactor,
} from '../../../shared/src/accounts/second-factor.contract.ts';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import {
  endTrustedDevice,
  listTrustedDevices,
  trustDevice,
} from '../../../shared/src/accounts/trusted-devices.contract.ts';
import {
  disableStaffMember,
  enableStaffMember,
  resetSecondFactor,
} from '../../../shared/src/directory/staff.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { DAY_MS } from '../../../shared/src/core/time/duration.ts';
import { secretFrom } from '../../support/authenticator.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { allowFirstFactor, enrolAuthenticator } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { Browser } from './browser.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson;
let secret: Uint8Array;
/** Counts codes, because each step is accepted once. */
let used: number;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  await allowDays(7);
  doctor = await factory.doctor(hospital);
  await allowFirstFactor(test, doctor.accountId);
  ({ secret } = await enrolFor(doctor));
  used = 0;
});

/** Saves the setting as the hospital’s administrator. */
async function allowDays(trustDeviceDays: number) {
  const { client } = await factory.staff(hospital, 'administrator');
  const { version, settings } = await client.ok(readHospitalSettings);
  await client.ok(saveHospitalSettings, { version, body: { ...settings, trustDeviceDays } });
}

async function enrolFor({ client }: TestPerson) {
  const begun = await client.ok(beginAuthenticator, { body: { name: 'Phone', password: testPassword } });
  const key = secretFrom(begun.secret);
  const code = codeAt(key, stepAt(test.clock.now()));
  await client.ok(confirmAuthenticator, { params: { factorId: begun.id }, body: { code } });
  // The present code is unused again.
  await test.database.admin.query('UPDATE second_factor SET last_step = NULL WHERE id = $1', [begun.id]);
  return { secret: key };
}

/** Enters the password. Returns whether the second factor is still missing. */
async function enter(browser: Browser, person = doctor, password = testPassword): Promise<boolean> {
  const body = { hospital: hospital.slug, email: `${person.accountId}@example.test`, password };
  const opened = await browser.call(signIn, { body });
  expect(opened.status).toBe(201);
  return opened.value.account.secondFactorPending;
}

/** Signs in with both factors and trusts the browser. */
async function trusting(): Promise<Browser> {
  const browser = new Browser(test.url);
  await enter(browser);
  const code = codeAt(secret, stepAt(test.clock.now()) + used++);
  expect((await browser.call(confirmSession, { body: { kind: 'totp', code } })).status).toBe(200);
  await browser.refresh();
  expect((await browser.call(trustDevice)).status).toBe(201);
  await browser.call(signOut);
  return browser;
}

const actionsOf = async (entityId: string) => (await trailOf(test, entityId)).map(({ action }) => action);
const sessionOf = async (browser: Browser) =>
  (await browser.call(listOwnSessions)).value.items.find(({ current }) => current)?.id ?? '';
const idIn = (browser: Browser) => browser.trusted?.slice(37, 73) ?? '';
const messagesIn = async (browser: Browser) =>
  (await browser.call(listNotifications)).value.items.filter(({ template }) => template === 'account.device-trusted');

/** Signs in with both factors. */
async function confirmed(browser = new Browser(test.url)): Promise<Browser> {
  await enter(browser);
  await test.database.admin.query('UPDATE second_factor SET last_step = NULL');
  const code = codeAt(secret, stepAt(test.clock.now()));
  expect((await browser.call(confirmSession, { body: { kind: 'totp', code } })).status).toBe(200);
  await browser.refresh();
  return browser;
}

describe('a trusted device', () => {
  it('signs in with the password alone, is audited, reported to its holder, and never confirms a sensitive action', async () => {
    const browser = await trusting();
    expect(await enter(browser)).toBe(false);
    expect((await browser.call(readSecondFactors)).value.confirmedUntil).toBeNull();
    expect((await browser.call(trustDevice)).problem.code).toBe('auth.second-factor-required');
    expect(await actionsOf(idIn(browser))).toEqual(['trusted-device.added', 'trusted-device.accepted']);
    expect(await messagesIn(browser)).toHaveLength(1);
  });

  it('is stored as a hash, and each use replaces the secret', async () => {
    const browser = await trusting();
    const before = browser.trusted ?? '';
    const { rows } = await test.database.admin.query('SELECT row_to_json(d) AS row FROM trusted_device d');
    expect(JSON.stringify(rows)).not.toContain(before.slice(74));
    await enter(browser);
    expect(browser.trusted).not.toBe(before);
    expect(browser.trusted?.slice(0, 73)).toBe(before.slice(0, 73));
  });

  it('accepts a secret again while the answer may be lost; later a second use ends the trust for both', async () => {
    const browser = await trusting();
    const thief = new Browser(test.url);
    thief.trusted = browser.trusted;
    expect(await enter(browser)).toBe(false);
    expect(await enter(thief)).toBe(false);
    expect(thief.trusted).toBe(browser.trusted);
    const stolen = browser.trusted;
    const id = idIn(browser);
    expect(await enter(browser)).toBe(false);
    await test.database.admin.query(`UPDATE trusted_device SET last_used_at = now() - interval '31 seconds'`);
    thief.trusted = stolen;
    expect(await enter(thief)).toBe(true);
    expect(await enter(browser)).toBe(true);
    expect(await actionsOf(id)).toContain('trusted-device.reuse-detected');
  });

  it('is of no use for another account, another hospital or with a wrong secret', async () => {
    const browser = await trusting();
    const other = await factory.doctor(hospital);
    expect(await enter(browser, other)).toBe(true);
    const forged = new Browser(test.url);
    forged.trusted = `${hospital.id}.${idIn(browser)}.${'x'.repeat(43)}`;
    expect(await enter(forged)).toBe(true);
    const cookie = (await trusting()).trusted;
    hospital = await factory.hospital();
    await allowDays(7);
    const elsewhere = new Browser(test.url);
    elsewhere.trusted = cookie;
    expect(await enter(elsewhere, await factory.doctor(hospital))).toBe(true);
  });

  it('serves several members of staff on one computer', async () => {
    const browser = await trusting();
    const first = doctor;
    doctor = await factory.doctor(hospital);
    await allowFirstFactor(test, doctor.accountId);
    ({ secret } = await enrolFor(doctor));
    used = 0;
    const second = await trusting();
    browser.trusted = `${browser.trusted}~${second.trusted}`;
    expect(await enter(browser, doctor)).toBe(false);
    expect(await enter(browser, first)).toBe(false);
  });

  it('expires after the days of the hospital, at once when these are lowered, and is refused where they are 0', async () => {
    const browser = await trusting();
    const age = (days: number) =>
      test.database.admin.query('UPDATE trusted_device SET created_at = $1, expires_at = $2', [
        new Date(test.clock.now().getTime() - days * DAY_MS),
        new Date(test.clock.now().getTime() + (7 - days) * DAY_MS),
      ]);
    await age(6.9);
    expect(await enter(browser)).toBe(false);
    await age(7);
    const id = idIn(browser);
    expect(await enter(browser)).toBe(true);
    expect(await actionsOf(id)).toContain('trusted-device.ended');
    await allowDays(0);
    expect((await doctor.client.call(trustDevice)).problem.code).toBe('auth.devices-not-trusted');
  });

  it('stays ended when the days are lowered and raised again, and its end is shown', async () => {
    const [browser, short] = [await trusting(), await trusting()];
    const { rows } = await test.database.admin.query<{ createdAt: Date }>(
      `UPDATE trusted_device SET created_at = created_at - interval '2 days' WHERE id = $1 RETURNING created_at AS "createdAt"`,
      [idIn(short)],
    );
    await allowDays(3);
    const { items } = (await doctor.client.call(listTrustedDevices)).value;
    const until = new Date((rows[0]?.createdAt.getTime() ?? 0) + 3 * DAY_MS).toISOString();
    expect(items.find(({ id }) => id === idIn(short))?.expiresAt).toBe(until);
    await allowDays(1);
    expect(await actionsOf(idIn(short))).toContain('trusted-device.ended');
    await allowDays(7);
    expect(await enter(short)).toBe(true);
    expect(await enter(browser)).toBe(false);
    await allowDays(0);
    await allowDays(7);
    expect(await enter(browser)).toBe(true);
  });

  it('ends with a session that trusted it or that it opened, when the holder ends that session', async () => {
    const laptop = await trusting();
    await enter(laptop);
    const stolen = await sessionOf(laptop);
    const id = idIn(laptop);
    await doctor.client.ok(endOwnSession, { params: { sessionId: stolen } });
    expect(await enter(laptop)).toBe(true);
    expect(await actionsOf(id)).toContain('trusted-device.ended');
    const other = await trusting();
    expect(await enter(other)).toBe(false);
    const earlier = await sessionOf(other);
    expect(await enter(other)).toBe(false);
    const code = codeAt(secret, stepAt(test.clock.now()) + 1);
    await test.database.admin.query('UPDATE second_factor SET last_step = NULL');
    expect((await other.call(confirmSession, { body: { kind: 'totp', code } })).status).toBe(200);
    expect((await other.call(trustDevice)).status).toBe(201);
    await doctor.client.ok(endOwnSession, { params: { sessionId: earlier } });
    expect(await enter(other)).toBe(true);
  });

  it('is replaced in its browser without a trace of the earlier one, and audited', async () => {
    const browser = await trusting();
    const before = idIn(browser);
    await confirmed(browser);
    expect((await browser.call(trustDevice)).status).toBe(201);
    expect(browser.trusted).toHaveLength(117);
    expect(browser.trusted).not.toContain(before);
    expect(await actionsOf(before)).toContain('trusted-device.ended');
  });

  it('is one device for two requests whose answers may be lost, and is replaced by a later one', async () => {
    const browser = await confirmed();
    const [one, two] = [new Browser(test.url), new Browser(test.url)];
    for (const tab of [one, two]) tab.tokens.accessToken = browser.tokens.accessToken;
    const answers = await Promise.all([one.call(trustDevice), two.call(trustDevice)]);
    expect(answers.map(({ status, value }) => [status, value.items.length])).toEqual([
      [201, 1],
      [201, 1],
    ]);
    expect(two.trusted).toBe(one.trusted);
    expect(await actionsOf(idIn(one))).toEqual(['trusted-device.added']);
    expect(await messagesIn(browser)).toHaveLength(1);
    await test.database.admin.query(`UPDATE trusted_device SET created_at = created_at - interval '31 seconds'`);
    const later = new Browser(test.url);
    later.tokens.accessToken = browser.tokens.accessToken;
    expect((await later.call(trustDevice)).value.items).toHaveLength(1);
    expect(idIn(later)).not.toBe(idIn(one));
    expect(await enter(later)).toBe(false);
    expect(await enter(one)).toBe(true);
  });

  it('leaves the cookie when its trust ends, and those of colleagues and other hospitals stay', async () => {
    const browser = await trusting();
    const elsewhere = `${newId()}.${newId()}.${'x'.repeat(43)}`;
    const first = doctor;
    doctor = await factory.doctor(hospital);
    await allowFirstFactor(test, doctor.accountId);
    ({ secret } = await enrolFor(doctor));
    used = 0;
    const second = await trusting();
    const colleagues = second.trusted ?? '';
    browser.trusted = `${browser.trusted}~${colleagues}~${elsewhere}`;
    await first.client.ok(endOtherSessions);
    expect(await enter(browser, first)).toBe(true);
    expect(browser.trusted).toBe(`${colleagues}~${elsewhere}`);
    const mine = await confirmed(second);
    const params = { trustedDeviceId: idIn(mine) };
    expect((await mine.call(endTrustedDevice, { params })).status).toBe(200);
    expect(mine.trusted).toBeNull();
  });

  it('is listed and ended by its holder alone', async () => {
    const [one, two] = [await trusting(), await trusting()];
    await enter(one);
    const list = (await one.call(listTrustedDevices)).value;
    expect(list).toMatchObject({ days: 7, items: [{ current: false }, { current: true, device: 'unknown' }] });
    const params = { trustedDeviceId: idIn(two) };
    const stranger = await factory.doctor(hospital);
    expect((await stranger.client.call(endTrustedDevice, { params })).status).toBe(404);
    expect((await one.call(endTrustedDevice, { params })).value.items).toHaveLength(1);
    expect((await one.call(endTrustedDevice, { params })).status).toBe(404);
    expect(await enter(two)).toBe(true);
    expect(await enter(one)).toBe(false);
  });
});

describe('the trust in every device ends', () => {
  let browser: Browser;
  let administrator: TestPerson;
  beforeEach(async () => {
    browser = await trusting();
    administrator = await factory.staff(hospital, 'administrator');
  });
  const ended = async () => (await actionsOf(doctor.accountId)).includes('trusted-device.all-ended');

  it('when the password is changed', async () => {
    const body = { confirmation: { password: testPassword }, password: 'river stone lantern' };
    expect((await doctor.client.call(changePassword, { body })).status).toBe(204);
    expect(await enter(browser, doctor, body.password)).toBe(true);
    expect(await ended()).toBe(true);
  });

  it('when the holder signs out everywhere', async () => {
    await doctor.client.ok(endOtherSessions);
    expect(await enter(browser)).toBe(true);
    expect(await ended()).toBe(true);
  });

  it('when an administrator resets the second factor or disables the account', async () => {
    const params = { accountId: doctor.accountId };
    await administrator.client.ok(disableStaffMember, { params });
    await administrator.client.ok(enableStaffMember, { params });
    expect(await enter(browser)).toBe(true);
    expect(await ended()).toBe(true);
    const again = await trusting();
    await administrator.client.ok(resetSecondFactor, { params });
    expect(await enter(again)).toBe(true);
  });

  it('when a factor is removed', async () => {
    const begun = await doctor.client.ok(beginAuthenticator, { body: { name: 'Tablet' } });
    const code = codeAt(secretFrom(begun.secret), stepAt(test.clock.now()));
    await doctor.client.ok(confirmAuthenticator, { params: { factorId: begun.id }, body: { code } });
    expect(await enter(browser)).toBe(false);
    await doctor.client.ok(removeSecondFactor, { params: { factorId: begun.id } });
    expect(await enter(browser)).toBe(true);
  });
});

describe('a session that a trusted device opened', () => {
  it('cannot set up another factor', async () => {
    const browser = await trusting();
    await enter(browser);
    const answer = await browser.call(beginAuthenticator, { body: { name: 'Thief', password: testPassword } });
    expect(answer.problem.code).toBe('auth.second-factor-required');
    await expect(enrolAuthenticator(browser.tokens, test.clock.now())).rejects.toThrow();
  });
});
