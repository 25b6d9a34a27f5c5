import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { newId } from '../../../server/src/platform/ids.ts';
import { listHospitals, readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import {
  endOperatorSession,
  foundHospital,
  inviteOperator,
  listOperatedHospitals,
  listOperatorEvents,
  openOperatorInvitation,
  listOperators,
  openOperatorSession,
  readOperatorSession,
  resumeHospital,
  suspendHospital,
} from '../../../shared/src/operator/operator.contract.ts';
import { acceptStaffInvitation, listStaff } from '../../../shared/src/directory/staff.contract.ts';
import { TestClient } from '../../support/client.ts';
import { testPassword } from '../../support/factories.ts';
import { Office } from '../../support/office.ts';
import {
  headersOf as headersAt,
  makeOperator,
  operatorPassword as password,
  signedInOperator,
} from '../../support/operators.ts';
import { listen } from '../../support/record-socket.ts';
import { completed } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { tenantTables } from '../platform/sample-rows.ts';
import { operatorUrlOf } from '../../support/request-key.ts';

let test: TestApi;
let anybody: TestClient;
beforeAll(async () => {
  test = await startTestApi();
  anybody = new TestClient(test.url);
});
afterAll(() => test.close());

const headersOf = (answer: { headers: Headers }) => headersAt(test, answer);
const operator = () => makeOperator(test);
const signedIn = () => signedInOperator(test);
const hospital = (over: object = {}) => ({
  id: newId(),
  slug: `s-${newId().slice(-10)}`,
  name: { en: 'Riverside', zh: '河畔医院' },
  jurisdiction: 'CN' as const,
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN' as const,
  administrator: { email: `${newId()}@river.test`, name: '周敏' },
  ...over,
});

describe('an operator', () => {
  it('signs in with a one-time link and a second factor, then with password and code', async () => {
    const { email, link, code, accept } = await operator();
    expect((await accept('000000')).problem.code).toBe('auth.second-factor-refused');
    const first = code();
    const answers = await Promise.all([accept(first), accept(first)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410]);
    expect((await anybody.call(openOperatorInvitation, { body: link })).problem.code).toBe('invitation.unusable');
    expect(await test.api.inviteOperator(email)).toBeNull();
    const enter = (given: string, word = password) =>
      anybody.call(openOperatorSession, { body: { email, password: word, code: given } });
    expect((await enter(first)).problem.code).toBe('auth.invalid-credentials');
    const next = code();
    expect((await enter(next, 'wrong')).problem.code).toBe('auth.invalid-credentials');
    const twice = await Promise.all([enter(next), enter(next)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 401]);
    const good = twice.find(({ status }) => status === 201);
    const headers = good ? headersOf(good) : {};
    expect(await anybody.ok(readOperatorSession, { headers })).toMatchObject({ email, name: 'Wu Lan' });
    expect(
      (await anybody.call(endOperatorSession, { headers: { ...headers, origin: 'https://elsewhere.test' } })).status,
    ).toBe(403);
    expect((await anybody.call(endOperatorSession, { headers })).status).toBe(204);
    expect((await anybody.call(readOperatorSession, { headers })).problem.code).toBe('auth.required');
    for (let guess = 0; guess < 10; guess++) await enter('000000', 'wrong');
    expect((await enter(code())).problem.code).toBe('request.rate-limited');
  });

  it('who sends sixty guesses at once gets ten of them checked', async () => {
    const { email, code, accept } = await operator();
    await accept(code());
    const body = { email, password: 'wrong', code: '000000' };
    const answers = await Promise.all(Array.from({ length: 60 }, () => anybody.call(openOperatorSession, { body })));
    const codes = answers.map(({ problem }) => problem.code);
    expect(codes.filter((each) => each === 'auth.invalid-credentials')).toHaveLength(10);
    expect(codes.filter((each) => each === 'request.rate-limited')).toHaveLength(50);
  });

  it('invites another operator with a fresh code only, and sees version, size and operators', async () => {
    const { headers, code, email: own } = await signedIn();
    const email = `${newId()}@operator.test`;
    const ask = (given: string, to = email) =>
      anybody.call(inviteOperator, { headers, body: { email: to, code: given } });
    expect((await ask('000000')).problem.code).toBe('auth.second-factor-refused');
    const fresh = code();
    const made = await ask(fresh);
    expect(made.status).toBe(201);
    expect((await ask(fresh)).problem.code).toBe('auth.second-factor-refused');
    expect((await anybody.call(openOperatorInvitation, { body: made.value })).value).toMatchObject({ email });
    const joined = (await anybody.ok(listOperators, { headers })).items.map((each) => each.email);
    expect([joined.includes(own), joined.includes(email)]).toEqual([true, false]);
    expect((await anybody.call(inviteOperator, { body: { email, code: code() } })).status).toBe(403);
  });

  it('who guesses codes for an invitation is signed out after five, limited and logged', async () => {
    const { headers, code, email: own } = await signedIn();
    const email = `${newId()}@operator.test`;
    const ask = (given: string, by = headers) =>
      anybody.call(inviteOperator, { headers: by, body: { email, code: given } });
    const guesses = await Promise.all(Array.from({ length: 5 }, () => ask('000000')));
    expect(guesses.map(({ problem }) => problem.code)).toEqual(Array(5).fill('auth.second-factor-refused'));
    const next = code();
    expect((await ask(next)).problem.code).toBe('auth.required');
    const body = { email: own, password, code: next };
    const again = headersOf(await anybody.call(openOperatorSession, { body }));
    const { items } = await anybody.ok(listOperatorEvents, {
      headers: again,
      query: { q: own, action: 'operator.invited', outcome: 'denied' },
    });
    expect(items).toHaveLength(5);
    expect(items[0]).toMatchObject({ operator: 'Wu Lan', invited: null });
    expect((await ask(code(), again)).problem.code).toBe('request.rate-limited');
  });

  it('has no rights in a hospital, and members of a hospital have no operator rights', async () => {
    const { headers } = await signedIn();
    const office = await Office.open(test);
    expect((await anybody.call(listStaff, { headers })).status).toBe(401);
    const { client } = office.administrator;
    const answers = [
      await client.call(readOperatorSession),
      await client.call(listOperatedHospitals),
      await client.call(listOperatorEvents),
      await client.call(foundHospital, { body: hospital() }),
      await client.call(suspendHospital, { params: { hospitalId: office.hospital.id } }),
    ];
    // A change is rejected earlier because the request comes from no page of this origin.
    const [required, forbidden] = ['auth.required', 'auth.forbidden'];
    expect(answers.map(({ problem }) => problem.code)).toEqual([required, required, required, forbidden, forbidden]);
  });
});

describe('the operator’s database role', () => {
  it('cannot read or write rows of a hospital, and the api’s login cannot assume it', async () => {
    const tables = await tenantTables(test.database.admin);
    expect(tables.length).toBeGreaterThan(30);
    const operators = new pg.Client(operatorUrlOf(test.database.appUrl));
    const app = new pg.Client(test.database.appUrl);
    await Promise.all([operators.connect(), app.connect()]);
    const outcome = (client: pg.Client, sql: string) =>
      client.query(sql).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    const asOperator = (sql: string) => outcome(operators, sql);
    for (const table of tables) {
      for (const sql of [
        `SELECT 1 FROM ${table}`,
        `DELETE FROM ${table}`,
        `UPDATE ${table} SET hospital_id = hospital_id`,
      ])
        expect([sql, await asOperator(sql)]).toEqual([sql, '42501']);
    }
    expect(await asOperator(`UPDATE hospital SET settings = '{}'`)).toBe('42501');
    expect(await asOperator('DELETE FROM operator_event')).toBe('42501');
    expect(await asOperator('SET ROLE yunzhen_app')).toBe('42501');
    expect(await asOperator('SELECT open_session()')).toBe('42501');
    expect(await asOperator('CREATE TEMP TABLE hospital (id int)')).toBe('42501');
    expect(await asOperator('SELECT 1 FROM hospital')).toBe('done');
    for (const sql of ['SELECT 1 FROM operator', 'SET ROLE yunzhen_operator', 'SET ROLE yunzhen_operators'])
      expect([sql, await outcome(app, sql)]).toEqual([sql, '42501']);
    await Promise.all([operators.end(), app.end()]);
  });
});

describe('a hospital in operation', () => {
  it('is created once by a repeated command, with an authority and a first administrator', async () => {
    const { headers } = await signedIn();
    const body = hospital();
    const [one, two] = await Promise.all([1, 2].map(() => anybody.ok(foundHospital, { headers, body })));
    if (!one || !two) throw new Error('an answer is missing');
    const { rows } = await test.database.admin.query<{ ca: number }>(
      `SELECT count(*)::int AS ca FROM signing_credential WHERE hospital_id = $1 AND kind = 'hospital-ca'`,
      [body.id],
    );
    expect(rows).toEqual([{ ca: 1 }]);
    const accept = ({ invitationId, secret }: { invitationId: string; secret: string }) =>
      anybody.call(acceptStaffInvitation, {
        body: { hospital: body.slug, invitationId, secret, name: '周敏', password, locale: 'zh-CN' },
      });
    const answers = [await accept(one), await accept(two)];
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410]);
    const accepted = answers.find(({ status }) => status === 201) ?? expect.fail('one was accepted');
    const { client, grant } = await completed(test.url, accepted, test.clock.now());
    expect(grant.account.roles).toEqual(['administrator']);
    const staff = await client.ok(listStaff);
    expect(staff.items.map(({ email }) => email)).toEqual([body.administrator.email]);
    for (const slug of [body.slug, 'operator']) {
      const taken = await anybody.call(foundHospital, { headers, body: hospital({ slug }) });
      expect(taken.problem.fields).toEqual([{ path: 'slug', rule: 'taken' }]);
    }
    const wrong = await anybody.call(foundHospital, { headers, body: hospital({ timeZone: 'Asia/Nowhere' }) });
    expect(wrong.problem.fields?.[0]?.path).toBe('timeZone');
  });

  it('is listed with numbers, searched and sorted, and the actions are in the operator log', async () => {
    const { headers } = await signedIn();
    const body = hospital({ name: { en: 'Zebra House', zh: '斑马' } });
    await anybody.ok(foundHospital, { headers, body });
    const office = await Office.open(test);
    await office.factory.patient(office.hospital);
    await office.factory.patient((await Office.open(test)).hospital);
    const found = await anybody.ok(listOperatedHospitals, { headers, query: { q: office.hospital.slug } });
    expect(found.items).toEqual([expect.objectContaining({ patients: 1, staff: 1, visitsInThirtyDays: 0 })]);
    const last = await anybody.ok(listOperatedHospitals, { headers, query: { sort: 'name', order: 'desc', limit: 1 } });
    expect(last.items[0]?.id).toBe(body.id);
    const { items } = await anybody.ok(listOperatorEvents, { headers, query: { action: 'hospital.founded' } });
    expect(items.filter((event) => event.hospital?.id === body.id)).toEqual([
      expect.objectContaining({ operator: 'Wu Lan', hospital: { id: body.id, slug: body.slug, name: body.name } }),
    ]);
  });

  it('that is suspended signs everyone out at once and rejects sign-ins until it is resumed', async () => {
    const { headers } = await signedIn();
    const office = await Office.open(test);
    const other = await Office.open(test);
    const { accountId, accessToken, client } = await office.factory.patient(office.hospital);
    const { socket } = await listen(test.url, accessToken);
    const ended = new Promise<string>((done) => socket.once('session-ended', ({ reason }) => done(reason)));
    const params = { hospitalId: office.hospital.id };
    await test.database.admin.query(
      `INSERT INTO trusted_device (id, hospital_id, account_id, token_hash, created_at, last_used_at, expires_at)
       VALUES (gen_random_uuid(), $1, $2, '\\x00', now(), now(), now() + interval '1 day')`,
      [office.hospital.id, accountId],
    );
    const closed = await Promise.all([1, 2].map(() => anybody.ok(suspendHospital, { headers, params })));
    expect(closed.every(({ suspendedAt }) => suspendedAt !== null)).toBe(true);
    expect(await ended).toBe('signed-out');
    const trusted = 'SELECT 1 FROM trusted_device WHERE account_id = $1';
    expect((await test.database.admin.query(trusted, [accountId])).rows).toEqual([]);
    expect((await client.call(readAccount)).status).toBe(401);
    const enter = () =>
      anybody.call(signIn, {
        body: { hospital: office.hospital.slug, email: `${accountId}@example.test`, password: testPassword },
      });
    expect((await enter()).problem.code).toBe('auth.hospital-suspended');
    const offered = (await anybody.ok(listHospitals)).hospitals.map(({ slug }) => slug);
    expect(offered).not.toContain(office.hospital.slug);
    expect(offered).toContain(other.hospital.slug);
    expect((await other.administrator.client.call(readAccount)).status).toBe(200);
    await anybody.ok(resumeHospital, { headers, params });
    expect((await enter()).status).toBe(201);
    expect((await anybody.call(suspendHospital, { headers, params: { hospitalId: newId() } })).status).toBe(404);
  });

  it('that is a demo stays suspended outside demo mode: its passwords are known', async () => {
    const { headers } = await signedIn();
    const office = await Office.open(test);
    const params = { hospitalId: office.hospital.id };
    await test.database.admin.query(`UPDATE hospital SET demo_accounts = '[{"role": "patient"}]' WHERE id = $1`, [
      office.hospital.id,
    ]);
    await anybody.ok(suspendHospital, { headers, params });
    expect((await anybody.call(resumeHospital, { headers, params })).problem.code).toBe('resource.conflict');
    const found = await anybody.ok(listOperatedHospitals, { headers, query: { q: office.hospital.slug } });
    expect(found.items[0]?.suspendedAt).not.toBeNull();
  });
});

describe('an address that names a hospital', () => {
  it('lists only that hospital and signs in to it only', async () => {
    const [here, other] = [await Office.open(test), await Office.open(test)];
    const ask = (path: string, init: { method?: string; body?: object } = {}) =>
      test.api.server.inject({
        method: (init.method ?? 'GET') as 'GET' | 'POST',
        url: path,
        headers: { host: `${here.hospital.slug}.localhost:8080` },
        ...(init.body ? { payload: init.body } : {}),
      });
    const offered = (await ask('/api/hospitals')).json<{ bound: boolean; hospitals: { slug: string }[] }>();
    expect(offered).toMatchObject({ bound: true, hospitals: [{ slug: here.hospital.slug }] });
    expect((await anybody.ok(listHospitals)).bound).toBe(false);
    const enter = async ({ hospital, administrator }: Office) =>
      (
        await ask('/api/sessions', {
          method: 'POST',
          body: {
            hospital: hospital.slug,
            email: `${administrator.accountId}@example.test`,
            password: testPassword,
          },
        })
      ).statusCode;
    expect(await enter(here)).toBe(201);
    expect(await enter(other)).toBe(401);
  });
});
