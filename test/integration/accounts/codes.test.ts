import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { signUp } from '../../../shared/src/accounts/sign-up.contract.ts';
import * as contract from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { codePurposes } from '../../../shared/src/accounts/one-time-codes.constants.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { agreedToStandard } from '../../support/agreements.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { codeIn, proveByMail } from '../../support/proofs.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { Browser } from './browser.ts';

interface Sms {
  id: string;
  to: string;
  text: string;
}

let mail: MailServer;
let gateway: Server;
const texts: Sms[] = [];
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let other: TestHospital;
let stranger: TestClient;
let people = 0;

beforeAll(async () => {
  mail = await MailServer.start();
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      texts.push(JSON.parse(body) as Sms);
      response.writeHead(request.headers.authorization === 'Bearer gateway-token-1234' ? 204 : 401).end();
    });
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  test = await startTestApi({
    SMTP_URL: mail.url,
    SMS_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`,
    SMS_GATEWAY_TOKEN: 'gateway-token-1234',
    TRUST_PROXY: '1',
  });
  factory = new Factory(test);
  [hospital, other] = [await factory.hospital(), await factory.hospital()];
  stranger = new TestClient(test.url);
});
afterAll(async () => {
  await test.close();
  await mail.close();
  gateway.close();
});

let email: string;
beforeEach(async () => {
  email = `person-${++people}@example.test`;
  // Gives each test a sender of its own, so that it does not use up the limit of another test.
  await test.database.admin.query(`UPDATE one_time_code SET sender_digest = 'earlier'`);
});

type Purpose = (typeof codePurposes)[number];
const ask = (purpose: Purpose, to: { email: string } | { phone: string } = { email }, at = hospital) =>
  stranger.call(contract.askForCode, { body: { hospital: at.slug, purpose, ...to, locale: 'en' } });
const prove = (codeId: string, code: string, at = hospital) =>
  stranger.call(contract.proveCode, { params: { codeId }, body: { hospital: at.slug, code } });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
/** Creates a person with an account under `email` and the password of the factory. */
async function known(): Promise<TestPerson> {
  const person = await factory.patient(hospital);
  await test.database.admin.query('UPDATE account SET email = $2 WHERE id = $1', [person.accountId, email]);
  return person;
}
const details = {
  name: '林小雨',
  birthDate: '1991-05-05',
  sex: 'female',
  locale: 'zh-CN',
  agreed: agreedToStandard,
} as const;

describe('a one-time code', () => {
  it('is sent by mail, stored as a digest and accepted once', async () => {
    const { codeId } = (await ask('sign-up')).value;
    const { subject, text } = await mail.next(email);
    expect(subject).toBe('Your code for Test Hospital');
    const code = codeIn(text);
    const { rows } = await test.database.admin.query(
      'SELECT row_to_json(c) AS row FROM one_time_code c WHERE id = $1',
      [codeId],
    );
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(email);
    expect((await prove(codeId, code)).status).toBe(201);
    expect((await prove(codeId, code)).problem.code).toBe('auth.code-refused');
  });

  it('goes to a phone number in any notation and signs up an account without an email address', async () => {
    const { codeId } = (await ask('sign-up', { phone: '138 0013-8111' })).value;
    await expect.poll(() => texts.find(({ to }) => to === '+8613800138111')?.text).toContain('code is');
    const code = codeIn(texts.find(({ to }) => to === '+8613800138111')?.text ?? '');
    const { proof } = (await prove(codeId, code)).value;
    const body = { ...details, hospital: hospital.slug, proof, password: 'a long enough secret' };
    const { account } = await stranger.ok(signUp, { body });
    expect(account).toMatchObject({ email: null, phone: '+8613800138111' });
    const credentials = { hospital: hospital.slug, phone: '0086 13800138111', password: 'a long enough secret' };
    expect((await stranger.ok(signIn, { body: credentials })).account.id).toBe(account.id);
  });

  it('allows five tries, also when they arrive at once', async () => {
    const { codeId } = (await ask('sign-up')).value;
    const code = codeIn((await mail.next(email)).text);
    const attempts = await Promise.all([1, 2, 3, 4, 5].map(() => prove(codeId, wrong(code))));
    expect(attempts.map(({ problem }) => problem.code)).toEqual(Array(5).fill('auth.code-refused'));
    expect((await prove(codeId, code)).problem.code).toBe('auth.code-refused');
  });

  it('expires after ten minutes or when a newer one is requested', async () => {
    const first = (await ask('sign-up')).value;
    const code = codeIn((await mail.next(email)).text);
    test.clock.advance(61_000);
    const second = (await ask('sign-up')).value;
    const newer = codeIn((await mail.next(email, 1)).text);
    expect((await prove(first.codeId, code)).problem.code).toBe('auth.code-refused');
    test.clock.advance(10 * 60_000);
    expect((await prove(second.codeId, newer)).problem.code).toBe('auth.code-refused');
  });

  it('of another hospital is rejected', async () => {
    const { codeId } = (await ask('sign-up')).value;
    const code = codeIn((await mail.next(email)).text);
    expect((await prove(codeId, code, other)).problem.code).toBe('auth.code-refused');
    expect((await prove(codeId, code)).status).toBe(201);
  });

  it('for one hospital cannot be requested at another hospital’s own address', async () => {
    const { host } = new URL(test.settings.PUBLIC_URL);
    const at = (slug: string) =>
      test.api.server.inject({
        method: 'POST',
        url: contract.askForCode.path,
        headers: { host: `${slug}.${host}` },
        payload: { hospital: hospital.slug, purpose: 'sign-in', email, locale: 'en' },
      });
    expect((await at(other.slug)).json()).toMatchObject({ code: 'auth.invalid-credentials' });
    expect((await at(hospital.slug)).statusCode).toBe(201);
  });

  it('can be requested once a minute and five times an hour per target, also at once', async () => {
    const answers = await Promise.all([ask('sign-up'), ask('sign-up'), ask('reset-password')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429]);
    for (let sent = 1; sent < 5; sent++) {
      test.clock.advance(61_000);
      expect((await ask('sign-up')).status).toBe(201);
    }
    test.clock.advance(61_000);
    expect((await ask('sign-up')).problem.code).toBe('request.rate-limited');
    test.clock.advance(60 * 60_000);
    expect((await ask('sign-up')).status).toBe(201);
  });

  it('is rate-limited per sender', async () => {
    await ask('sign-up', { email: `first-${email}` });
    await test.database.admin.query(
      `INSERT INTO one_time_code (id, hospital_id, purpose, channel, target_digest, target_sealed, sender_digest, code_digest, created_at, expires_at)
       SELECT gen_random_uuid(), hospital_id, purpose, channel, 'other', '', sender_digest, '', created_at, expires_at
       FROM one_time_code, generate_series(1, 59) WHERE sender_digest <> 'earlier'`,
    );
    expect((await ask('sign-up')).problem.code).toBe('request.rate-limited');
  });

  it('is rate-limited per network of IPv6, whatever the rest of the address', async () => {
    const from = (address: string, to: string) =>
      stranger.call(contract.askForCode, {
        body: { hospital: hospital.slug, purpose: 'sign-up', email: to, locale: 'en' },
        headers: { 'x-forwarded-for': address },
      });
    expect((await from('2001:db8:1:2::1', `first-${email}`)).status).toBe(201);
    await test.database.admin.query(
      `INSERT INTO one_time_code (id, hospital_id, purpose, channel, target_digest, target_sealed, sender_digest, code_digest, created_at, expires_at)
       SELECT gen_random_uuid(), hospital_id, purpose, channel, 'other', '', sender_digest, '', created_at, expires_at
       FROM one_time_code, generate_series(1, 59) WHERE sender_digest <> 'earlier'`,
    );
    expect((await from('2001:db8:1:2:aaaa::99', email)).problem.code).toBe('request.rate-limited');
    expect((await from('2001:db8:1:3::1', email)).status).toBe(201);
  });

  it('gives a proof that expires after half an hour', async () => {
    const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-up', email });
    test.clock.advance(30 * 60_000);
    const answer = await stranger.call(signUp, { body: { ...details, hospital: hospital.slug, proof } });
    expect(answer.problem.code).toBe('auth.proof-expired');
  });
});

describe('an existing account', () => {
  it('is not revealed by any answer', async () => {
    await known();
    const nobody = `nobody-${email}`;
    for (const purpose of codePurposes) {
      const [first, second] = [await ask(purpose), await ask(purpose, { email: nobody })];
      expect(Object.keys(first.value)).toEqual(Object.keys(second.value));
      expect([first.status, second.status]).toEqual([201, 201]);
      const guesses = [await prove(first.value.codeId, '000000'), await prove(second.value.codeId, '000000')];
      expect(guesses[0]?.problem.code).toBe('auth.code-refused');
      expect({ ...guesses[0]?.problem, instance: '' }).toEqual({ ...guesses[1]?.problem, instance: '' });
      test.clock.advance(61_000);
    }
    const sent = await mail.next(email);
    expect(sent.subject).toBe('You already have an account at Test Hospital');
    expect(sent.text).not.toMatch(/\d{6}/);
    // The unknown address received only the code for signing up.
    await mail.next(nobody);
    expect(mail.count(nobody)).toBe(1);
  });

  it('gets a code in a browser that it was opened in, although strangers used up those for its address; theirs does not replace it', async () => {
    await known();
    const browser = new Browser(test.url);
    const credentials = { hospital: hospital.slug, email, password: testPassword };
    expect((await browser.call(signIn, { body: credentials })).status).toBe(201);
    const body = { hospital: hospital.slug, purpose: 'sign-in', email, locale: 'en' } as const;
    const { codeId } = (await browser.call(contract.askForCode, { body })).value;
    for (let n = 0; n < 5; n++) {
      expect((await ask('sign-in')).status).toBe(201);
      test.clock.advance(61_000);
    }
    expect((await ask('sign-in')).problem.code).toBe('request.rate-limited');
    expect((await prove(codeId, codeIn((await mail.next(email)).text))).status).toBe(201);
    expect((await browser.call(contract.askForCode, { body })).status).toBe(201);
  });

  it('of staff signs in with a password, not with a code', async () => {
    const doctor = await factory.doctor(hospital);
    await test.database.admin.query('UPDATE account SET email = $2 WHERE id = $1', [doctor.accountId, email]);
    expect((await ask('sign-in')).status).toBe(201);
    test.clock.advance(61_000);
    await ask('reset-password');
    expect(codeIn((await mail.next(email)).text)).toMatch(/\d{6}/);
    expect(mail.count(email)).toBe(1);
  });
});

describe('a proof of address', () => {
  it('signs in once', async () => {
    const person = await known();
    const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-in', email });
    const body = { hospital: hospital.slug, proof };
    expect((await stranger.ok(contract.signInByCode, { body })).account.id).toBe(person.accountId);
    expect((await stranger.call(contract.signInByCode, { body })).problem.code).toBe('auth.proof-expired');
    const elsewhere = await stranger.call(contract.signInByCode, { body: { ...body, hospital: other.slug } });
    expect(elsewhere.problem.code).toBe('auth.proof-expired');
  });

  it('does not open an account that was closed after it was issued, and a closed account receives no code', async () => {
    const person = await known();
    const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-in', email });
    await test.database.admin.query(`UPDATE account SET status = 'disabled' WHERE id = $1`, [person.accountId]);
    const body = { hospital: hospital.slug, proof };
    expect((await stranger.call(contract.signInByCode, { body })).problem.code).toBe('auth.proof-expired');
    test.clock.advance(61_000);
    expect((await ask('sign-in')).status).toBe(201);
    test.clock.advance(61_000);
    expect((await ask('sign-up')).status).toBe(201);
    // After the first code, only a message about the existing account is sent, and no code for signing in.
    expect((await mail.next(email, 1)).subject).toBe('You already have an account at Test Hospital');
  });

  it('opens the holder’s own session, also when another of their sessions acts for a child', async () => {
    const parent = await known();
    const child = { name: '李小明', nameLatin: '', birthDate: '2022-01-01', sex: 'male' } as const;
    const member = await parent.client.ok(addChild, { body: { ...child, relation: 'parent', declared: true } });
    await parent.client.ok(actFor, { body: { patientId: member.dependant?.patientId ?? '' } });
    const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-in', email });
    const { account } = await stranger.ok(contract.signInByCode, { body: { hospital: hospital.slug, proof } });
    expect(account).toMatchObject({ id: parent.accountId, patientId: parent.patientId, acting: null });
  });

  it('for one purpose is rejected for another', async () => {
    await known();
    const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-in', email });
    const body = { hospital: hospital.slug, proof, password: 'a wholly new secret' };
    expect((await stranger.call(contract.resetPassword, { body })).problem.code).toBe('auth.proof-expired');
  });

  it('sets a new password, ends sessions, notifies the holder and invalidates the old password', async () => {
    const person = await known();
    const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'reset-password', email });
    const body = { hospital: hospital.slug, proof, password: 'a wholly new secret' };
    const easy = await stranger.call(contract.resetPassword, { body: { ...body, password: 'password1234' } });
    expect(easy.problem.fields).toContainEqual({ path: 'password', rule: 'password-common' });
    const grant = await stranger.ok(contract.resetPassword, { body });
    expect((await person.client.call(readAccount)).problem.code).toBe('auth.session-expired');
    const signIns = await Promise.all(
      [testPassword, 'a wholly new secret'].map((password) =>
        stranger.call(signIn, { body: { hospital: hospital.slug, email, password } }),
      ),
    );
    expect(signIns.map(({ status }) => status)).toEqual([401, 201]);
    expect((await mail.next(email, 1)).subject).toBe('您在测试医院的密码已更改');
    const mine = new TestClient(test.url, grant.accessToken);
    expect((await mine.ok(listNotifications, { query: {} })).items).toMatchObject([
      { template: 'account.password-changed' },
    ]);
  });
});

describe('a change of contact', () => {
  const askContact = (person: TestPerson, body: { email?: string; phone?: string; password?: string }) =>
    person.client.call(contract.askForContactCode, { body: { ...body, locale: 'en' } });

  it('is confirmed at the new address and notified to the old one', async () => {
    const person = await known();
    const next = `new-${email}`;
    expect((await askContact(person, { email: next })).problem.code).toBe('auth.confirmation-failed');
    expect((await askContact(person, { email: next, password: 'not it' })).problem.code).toBe(
      'auth.confirmation-failed',
    );
    const { codeId } = (await askContact(person, { email: next, password: testPassword })).value;
    const { proof } = (await prove(codeId, codeIn((await mail.next(next)).text))).value;
    const account = await person.client.ok(contract.changeContact, { body: { proof } });
    expect(account.email).toBe(next);
    expect((await mail.next(email)).subject).toBe('您在测试医院的联系方式已更改');
    const again = await person.client.call(contract.changeContact, { body: { proof } });
    expect(again.problem.code).toBe('auth.proof-expired');
  });

  it('is accepted only from the account that asked for it', async () => {
    const [person, thief] = [await known(), await factory.patient(hospital)];
    const { codeId } = (await askContact(person, { email: `new-${email}`, password: testPassword })).value;
    const { proof } = (await prove(codeId, codeIn((await mail.next(`new-${email}`)).text))).value;
    const answer = await thief.client.call(contract.changeContact, { body: { proof } });
    expect(answer.problem.code).toBe('auth.proof-expired');
    expect((await person.client.ok(contract.changeContact, { body: { proof } })).email).toBe(`new-${email}`);
  });

  it('to an address of another account sends no code and does not reveal that account', async () => {
    await known();
    const person = await factory.patient(hospital);
    const answer = await askContact(person, { email, password: testPassword });
    expect(answer.status).toBe(201);
    expect((await mail.next(email)).text).not.toMatch(/\d{6}/);
  });

  it('that two accounts prove goes to the first one', async () => {
    const [one, two] = [await factory.patient(hospital), await factory.patient(hospital)];
    const proofs: string[] = [];
    for (const person of [one, two]) {
      const { codeId } = (await askContact(person, { email, password: testPassword })).value;
      proofs.push((await prove(codeId, codeIn((await mail.next(email, proofs.length)).text))).value.proof);
      test.clock.advance(61_000);
    }
    const answers = await Promise.all(
      [one, two].map((person, i) => person.client.call(contract.changeContact, { body: { proof: proofs[i] ?? '' } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

it('asking for a code answers 503 account.channel-missing when the installation cannot send messages', async () => {
  const silent = await startTestApi();
  const here = await new Factory(silent).hospital();
  const body = { hospital: here.slug, purpose: 'sign-up', email, locale: 'en' } as const;
  const answer = await new TestClient(silent.url).call(contract.askForCode, { body });
  expect([answer.status, answer.problem.code]).toEqual([503, 'account.channel-missing']);
  await silent.close();
});
