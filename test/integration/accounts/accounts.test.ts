import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHospitals, readAccount, signIn, updateAccount } from '../../../shared/src/accounts/auth.contract.ts';
import { signUp } from '../../../shared/src/accounts/sign-up.contract.ts';
import { agreedToStandard } from '../../support/agreements.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { proveByMail } from '../../support/proofs.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { Browser } from './browser.ts';

let test: TestApi;
let mail: MailServer;
let hospital: TestHospital;
let other: TestHospital;
beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url });
  const factory = new Factory(test);
  hospital = await factory.hospital();
  other = await factory.hospital('generic', 'Europe/Berlin');
});
afterAll(async () => {
  await test.close();
  await mail.close();
});

/** A proof that was never issued. */
const noProof = 'x'.repeat(43);

const filledIn = (proof: string) => ({
  hospital: hospital.slug,
  proof,
  password: 'a long enough secret',
  name: '沈知秋',
  nameLatin: 'Shen Zhiqiu',
  birthDate: '1990-02-28',
  sex: 'female' as const,
  phone: '+86 138 0000 0000',
  locale: 'zh-CN' as const,
  agreed: agreedToStandard,
});

/** Returns a sign-up form whose address was proven by a code. */
const person = async (email: string, at: TestHospital = hospital) => ({
  ...filledIn(await proveByMail(test.url, mail, { hospital: at.slug, purpose: 'sign-up', email })),
  hospital: at.slug,
});

async function count(sql: string, values: unknown[]): Promise<number> {
  return (
    (await test.database.admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]?.n ?? 0
  );
}

let refusable: Awaited<ReturnType<typeof person>> | undefined;

describe('sign-up', () => {
  it('creates an account, a patient and a working session at once', async () => {
    const browser = new Browser(test.url);
    const answer = await browser.call(signUp, { body: await person('Shen.ZhiQiu@Example.Test') });
    expect(answer.status).toBe(201);
    expect(answer.value.account).toMatchObject({
      email: 'shen.zhiqiu@example.test',
      roles: ['patient'],
      displayName: '沈知秋',
      practitionerId: null,
      hospital: { id: hospital.id, timeZone: 'Asia/Shanghai' },
    });
    const own = await browser.tokens.ok(readAccount);
    expect(own).toEqual(answer.value.account);
    const { rows } = await test.database.admin.query('SELECT * FROM patient WHERE id = $1', [own.patientId]);
    expect(rows[0]).toMatchObject({ name: '沈知秋', sex: 'female', hospital_id: hospital.id, account_id: own.id });
    const { rows: accounts } = await test.database.admin.query('SELECT password_hash FROM account WHERE id = $1', [
      own.id,
    ]);
    expect(accounts[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(browser.setCookie).toMatch(/HttpOnly/);
    expect(browser.setCookie).toMatch(/SameSite=Strict/);
    expect(browser.setCookie).toMatch(/Path=\/api\/sessions\/current(;|$)/);
    expect(
      await count(`audit_event WHERE action = 'account.created' AND entity_id = $1 AND patient_id = $2`, [
        own.id,
        own.patientId,
      ]),
    ).toBe(1);
  });

  it('rejects an unproven address and a proof of another hospital or purpose', async () => {
    const client = new TestClient(test.url);
    const refused = async (proof: string) => {
      const answer = await client.call(signUp, { body: filledIn(proof) });
      expect([answer.status, answer.problem.code]).toEqual([403, 'auth.proof-expired']);
    };
    await refused(noProof);
    await refused((await person('elsewhere@example.test', other)).proof);
    const known = await client.ok(signUp, { body: await person('known@example.test') });
    const wanted = { hospital: hospital.slug, purpose: 'sign-in', email: 'known@example.test' } as const;
    test.clock.advance(61_000);
    await refused(await proveByMail(test.url, mail, wanted));
    expect(known.account.email).toBe('known@example.test');
  });

  it('is per hospital: the same address can sign up at another hospital', async () => {
    const client = new TestClient(test.url);
    await client.ok(signUp, { body: await person('twice@example.test') });
    await client.ok(signUp, { body: await person('twice@example.test', other) });
    expect(await count('account WHERE email = $1', ['twice@example.test'])).toBe(2);
  });

  it('needs no password: an account without one signs in with codes only', async () => {
    const { password: _none, ...body } = await person('codes-only@example.test');
    const { account } = await new TestClient(test.url).ok(signUp, { body });
    expect(account.hasPassword).toBe(false);
    for (const password of ['none', 'a long enough secret']) {
      const credentials = { hospital: hospital.slug, email: 'codes-only@example.test', password };
      const answer = await new TestClient(test.url).call(signIn, { body: credentials });
      expect(answer.problem.code).toBe('auth.invalid-credentials');
    }
  });

  it('returns the same account when retried with the same key, and the proof cannot be used again', async () => {
    const client = new TestClient(test.url);
    const body = await person('repeat@example.test');
    const [first, second] = await Promise.all([
      client.call(signUp, { body, key: 'sign-up-0001' }),
      client.call(signUp, { body, key: 'sign-up-0001' }),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.value.account).toEqual(first.value.account);
    expect(second.value.accessToken).not.toBe(first.value.accessToken);
    const guess = await client.call(signUp, { body: { ...body, proof: noProof }, key: 'sign-up-0001' });
    expect(guess.problem.code).toBe('auth.proof-expired');
    const otherKey = await client.call(signUp, { body, key: 'sign-up-0002' });
    expect(otherKey.problem.code).toBe('auth.proof-expired');
    expect(await count('account WHERE email = $1', ['repeat@example.test'])).toBe(1);
    const { rows } = await test.database.admin.query(`SELECT answer FROM idempotency_key WHERE key = 'sign-up-0001'`);
    expect(rows).toEqual([{ answer: null }]);
  });

  it.each([
    ['an unknown field', { admin: true }, 'admin', 'unknown-field'],
    ['a role in the request', { roles: ['administrator'] }, 'roles', 'unknown-field'],
    ['a wrong type', { name: 7 }, 'name', 'wrong-type'],
    ['a birth in the future', { birthDate: '2999-01-01' }, 'birthDate', 'date-in-future'],
    ['a birth too long ago', { birthDate: '1850-01-01' }, 'birthDate', 'date-too-early'],
    ['a day that does not exist', { birthDate: '1990-02-30' }, 'birthDate', 'format-date'],
    ['a short password', { password: 'short' }, 'password', 'too-small'],
    ['a password that everybody tries', { password: 'password1234' }, 'password', 'password-common'],
    ['control characters in the name', { name: 'a\u0000b' }, 'name', 'control-characters'],
    ['a name of invisible characters only', { name: '\u200b\u2060' }, 'name', 'unprintable'],
    ['a name that reverses what follows', { name: 'Li\u202eieW' }, 'name', 'unprintable'],
    ['an invisible character in the Latin name', { nameLatin: 'Li\u00adWei' }, 'nameLatin', 'unprintable'],
    ['a name without a letter', { name: '. —' }, 'name', 'name-letters'],
    ['an invalid phone number', { phone: '12' }, 'phone', 'format-regex'],
  ])('is rejected with %s', async (_what, change, path, rule) => {
    refusable ??= await person('refused@example.test');
    const before = await count('account', []);
    const body = { ...refusable, ...change } as never;
    const answer = await new TestClient(test.url).call(signUp, { body });
    expect(answer.status).toBe(400);
    expect(answer.problem.fields).toContainEqual(expect.objectContaining({ path, rule }));
    expect(await count('account', [])).toBe(before);
  });

  it('rejects bodies that contain __proto__, are too large or are malformed', async () => {
    const send = (body: string, type = 'application/json') =>
      fetch(`${test.url}/api/accounts`, { method: 'POST', headers: { 'content-type': type }, body });
    const polluted = await send(
      JSON.stringify(filledIn(noProof)).replace('{', '{"__proto__":{"roles":["administrator"]},'),
    );
    expect(polluted.status).toBe(400);
    const oversize = await send(JSON.stringify({ ...filledIn(noProof), nameLatin: 'x'.repeat(300_000) }));
    expect([oversize.status, ((await oversize.json()) as { code: string }).code]).toEqual([413, 'request.too-large']);
    const broken = await send('{"email":');
    expect([broken.status, ((await broken.json()) as { code: string }).code]).toEqual([400, 'request.malformed']);
    const form = await send('email=a%40example.test', 'text/plain');
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(await count(`account WHERE email LIKE 'proto%' OR email LIKE 'big%' OR email LIKE 'a@%'`, [])).toBe(0);
  });

  it('stores hostile text as text', async () => {
    const name = `Robert'); DROP TABLE account;--`;
    const answer = await new TestClient(test.url).ok(signUp, {
      body: { ...(await person(`o'hara@example.test`)), name },
    });
    expect(answer.account.displayName).toBe(name);
    expect(answer.account.email).toBe(`o'hara@example.test`);
  });

  it('rejects an unknown hospital', async () => {
    const answer = await new TestClient(test.url).call(signUp, {
      body: { ...filledIn(noProof), hospital: 'no-such' },
    });
    expect(answer.problem.code).toBe('resource.not-found');
  });
});

describe('a person’s own account', () => {
  it('changes its language once per key and audits the change', async () => {
    const browser = new Browser(test.url);
    await browser.call(signUp, { body: await person('language@example.test') });
    const changed = await browser.tokens.ok(updateAccount, { body: { locale: 'en' }, key: 'language-1' });
    expect(changed.locale).toBe('en');
    const repeated = await browser.tokens.ok(updateAccount, { body: { locale: 'en' }, key: 'language-1' });
    expect(repeated).toEqual(changed);
    expect(await count(`audit_event WHERE action = 'account.updated' AND actor_account_id = $1`, [changed.id])).toBe(1);
    const mixedUp = await browser.tokens.call(updateAccount, { body: { locale: 'fr' as never } });
    expect(mixedUp.problem.fields).toContainEqual(expect.objectContaining({ path: 'locale', rule: 'not-allowed' }));
  });

  it('is not readable without a token', async () => {
    expect((await new TestClient(test.url).call(readAccount)).problem.code).toBe('auth.required');
  });
});

describe('the list of hospitals', () => {
  it('shows no demo accounts outside demo mode', async () => {
    await test.database.admin.query(`UPDATE hospital SET demo_accounts = $2 WHERE id = $1`, [
      hospital.id,
      JSON.stringify([{ email: 'd@demo.test', password: 'known', role: 'doctor', name: '丁', nameLatin: 'Ding' }]),
    ]);
    const list = await new TestClient(test.url).ok(listHospitals);
    expect(list.demo).toBe(false);
    expect(list.hospitals.map(({ slug }) => slug)).toEqual(expect.arrayContaining([hospital.slug, other.slug]));
    expect(list.hospitals.flatMap(({ demoAccounts }) => demoAccounts)).toEqual([]);
  });
});

describe('sign-in after sign-up', () => {
  it('finds the account only in its own hospital', async () => {
    const client = new TestClient(test.url);
    const { account } = await client.ok(signUp, { body: await person('wall@example.test') });
    const body = { hospital: hospital.slug, email: 'wall@example.test', password: 'a long enough secret' };
    expect((await client.ok(signIn, { body })).account).toEqual(account);
    const elsewhere = await client.call(signIn, { body: { ...body, hospital: other.slug } });
    expect(elsewhere.problem.code).toBe('auth.invalid-credentials');
  });
});
