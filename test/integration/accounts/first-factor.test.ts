import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { resetPassword } from '../../../shared/src/accounts/one-time-codes.contract.ts';
import {
  askForEnrolmentCode,
  beginAuthenticator,
  beginPasskey,
  confirmSession,
  proveEnrolment,
  readSecondFactors,
} from '../../../shared/src/accounts/second-factor.contract.ts';
import { resetSecondFactor } from '../../../shared/src/directory/staff.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { Office } from '../../support/office.ts';
import { codeIn, proveByMail } from '../../support/proofs.ts';
import { allowFirstFactor, completed, enrolAuthenticator, letIn } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let mail: MailServer;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;

beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url, PUBLIC_URL: 'http://localhost:8443' });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(async () => {
  await test.close();
  await mail.close();
});

const addressOf = ({ accountId }: TestPerson) => `${accountId}@example.test`;
const now = () => test.clock.now();

/** Returns a session of a member of staff without a factor, after the password. */
async function afterPassword(person: TestPerson) {
  const body = { hospital: hospital.slug, email: addressOf(person), password: testPassword };
  const opened = await new TestClient(test.url).call(signIn, { body });
  const [cookie = ''] = opened.headers.getSetCookie();
  return { client: new TestClient(test.url, opened.value.accessToken), cookie };
}
const begin = (client: TestClient) => client.call(beginAuthenticator, { body: { name: 'Phone' } });
const prove = (client: TestClient, code: string) => client.call(proveEnrolment, { body: { code } });
const ask = (client: TestClient) => client.call(askForEnrolmentCode, { body: { channel: 'mail', locale: 'en' } });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Makes the account older than the time in which a message proves as much as its invitation. */
const joinedLongAgo = ({ accountId }: TestPerson) =>
  test.database.admin.query(`UPDATE account SET created_at = now() - interval '25 hours' WHERE id = $1`, [accountId]);
async function enrolled(person: TestPerson): Promise<void> {
  const { client } = await afterPassword(person);
  await allowFirstFactor(test, person.accountId);
  await enrolAuthenticator(client, now());
}
const newCodeFor = async ({ accountId }: TestPerson) => {
  const { client } = await factory.staff(hospital, 'administrator');
  return (await client.ok(resetSecondFactor, { params: { accountId } })).code;
};

describe('the first second factor of staff', () => {
  it('is not enrolled with the password alone', async () => {
    const doctor = await factory.doctor(hospital);
    const { client } = await afterPassword(doctor);
    expect((await begin(client)).problem.code).toBe('auth.first-factor-unproven');
    const passkey = await client.call(beginPasskey, { body: {} });
    expect(passkey.problem.code).toBe('auth.first-factor-unproven');
    const again = await client.call(beginAuthenticator, { body: { name: 'Phone', password: testPassword } });
    expect(again.problem.code).toBe('auth.first-factor-unproven');
    const { firstFactor } = await client.ok(readSecondFactors);
    const masked = `${doctor.accountId.slice(0, 1)}•••@example.test`;
    expect(firstFactor).toEqual({ contacts: [{ channel: 'mail', to: masked }] });
  });

  it('is enrolled with a code that is sent to the account’s own address, which only that session may then do', async () => {
    const doctor = await factory.doctor(hospital);
    const [own, thief] = [await afterPassword(doctor), await afterPassword(doctor)];
    expect((await ask(own.client)).status).toBe(201);
    const code = codeIn((await mail.next(addressOf(doctor))).text);
    expect((await prove(own.client, wrong(code))).problem.code).toBe('auth.second-factor-refused');
    expect((await prove(own.client, code)).value.firstFactor).toBeNull();
    expect((await prove(thief.client, code)).problem.code).toBe('auth.second-factor-refused');
    expect((await begin(thief.client)).problem.code).toBe('auth.first-factor-unproven');
    await enrolAuthenticator(own.client, now());
    expect((await letIn(test.url, own.client, own.cookie)).grant.account.roles).toEqual(['doctor']);
    const { subject } = await mail.next(addressOf(doctor), 1);
    expect(subject).toBe('您在测试医院添加了二次验证方式');
    expect((await ask(thief.client)).problem.code).toBe('auth.second-factor-required');
  });

  it('allows five attempts at a code, and ten in a quarter of an hour', async () => {
    const doctor = await factory.doctor(hospital);
    const { client } = await afterPassword(doctor);
    await ask(client);
    const code = codeIn((await mail.next(addressOf(doctor))).text);
    await Promise.all(Array.from({ length: 5 }, () => prove(client, wrong(code))));
    expect((await prove(client, code)).problem.code).toBe('auth.second-factor-refused');
    for (let guess = 0; guess < 4; guess++) await prove(client, wrong(code));
    expect((await prove(client, code)).problem.code).toBe('request.rate-limited');
    const trail = await trailOf(test, `second-factor/${doctor.accountId}`);
    expect(trail.filter(({ action }) => action === 'session.refused')).toHaveLength(11);
  });

  it('accepts no code of another account and none that has expired', async () => {
    const [doctor, other] = [await factory.doctor(hospital), await factory.doctor(hospital)];
    const [own, theirs] = [await afterPassword(doctor), await afterPassword(other)];
    await ask(theirs.client);
    const foreign = codeIn((await mail.next(addressOf(other))).text);
    expect((await prove(own.client, foreign)).problem.code).toBe('auth.second-factor-refused');
    await test.database.admin.query('UPDATE one_time_code SET expires_at = now() WHERE account_id = $1', [
      other.accountId,
    ]);
    expect((await prove(theirs.client, foreign)).problem.code).toBe('auth.second-factor-refused');
  });

  it('needs no further code after the link of an invitation or of a new password', async () => {
    const office = await Office.open(test);
    const accepted = await office.accept((await office.invite(['administrator'])).link);
    expect((await completed(test.url, accepted, now())).grant.account.roles).toEqual(['administrator']);
    const doctor = await factory.doctor(hospital);
    const wanted = { hospital: hospital.slug, purpose: 'reset-password', email: addressOf(doctor) } as const;
    const proof = await proveByMail(test.url, mail, wanted);
    const body = { hospital: hospital.slug, proof, password: 'river stone lantern' };
    const reset = await new TestClient(test.url).call(resetPassword, { body });
    expect((await completed(test.url, reset, now())).grant.account.roles).toEqual(['doctor']);
  });

  it('needs an administrator’s code, not the mailbox, once the account is a day old', async () => {
    const doctor = await factory.doctor(hospital);
    await joinedLongAgo(doctor);
    const sent = mail.count(addressOf(doctor));
    const { client, cookie } = await afterPassword(doctor);
    expect((await client.ok(readSecondFactors)).firstFactor).toEqual({ contacts: [] });
    expect((await ask(client)).problem.code).toBe('auth.first-factor-unproven');
    const wanted = { hospital: hospital.slug, purpose: 'reset-password', email: addressOf(doctor) } as const;
    const proof = await proveByMail(test.url, mail, wanted);
    const body = { hospital: hospital.slug, proof, password: testPassword };
    const reset = await new TestClient(test.url).ok(resetPassword, { body });
    expect((await begin(new TestClient(test.url, reset.accessToken))).problem.code).toBe('auth.first-factor-unproven');
    expect(mail.count(addressOf(doctor))).toBeGreaterThan(sent);
    expect((await begin(client)).problem.code).toBe('auth.session-expired');
    const code = await newCodeFor(doctor);
    const own = await afterPassword(doctor);
    expect(own.cookie).not.toBe(cookie);
    await own.client.ok(proveEnrolment, { body: { code } });
    await enrolAuthenticator(own.client, now());
    expect((await letIn(test.url, own.client, own.cookie)).grant.account.roles).toEqual(['doctor']);
  });

  it('needs an administrator’s code after an earlier factor was reset, however new the account', async () => {
    const doctor = await factory.doctor(hospital);
    await enrolled(doctor);
    const code = await newCodeFor(doctor);
    const { client } = await afterPassword(doctor);
    expect((await client.ok(readSecondFactors)).firstFactor).toEqual({ contacts: [] });
    expect((await ask(client)).problem.code).toBe('auth.first-factor-unproven');
    expect((await prove(client, code)).value.firstFactor).toBeNull();
  });

  it('of an administrator is proven by a message only while no colleague could hand over a code', async () => {
    hospital = await factory.hospital();
    const [first, second] = [
      await factory.staff(hospital, 'administrator'),
      await factory.staff(hospital, 'administrator'),
    ];
    await joinedLongAgo(first);
    const contacts = async () =>
      (await (await afterPassword(first)).client.ok(readSecondFactors)).firstFactor?.contacts.length;
    expect(await contacts()).toBe(1);
    await enrolled(second);
    expect(await contacts()).toBe(0);
    await test.database.admin.query(`UPDATE account SET status = 'disabled' WHERE id = $1`, [second.accountId]);
    expect(await contacts()).toBe(1);
  });

  it('is not replaced by a recovery code of an earlier one', async () => {
    const doctor = await factory.doctor(hospital);
    const { client } = await afterPassword(doctor);
    await test.database.admin.query(
      `INSERT INTO recovery_code (id, hospital_id, account_id, digest, created_at)
       VALUES (gen_random_uuid(), $1, $2, sha256('ABCDEFGHIJKLMNOP'), now())`,
      [hospital.id, doctor.accountId],
    );
    const answer = await client.call(confirmSession, { body: { kind: 'recovery', code: 'ABCD-EFGH-IJKL-MNOP' } });
    expect(answer.problem.code).toBe('auth.second-factor-refused');
  });
});
