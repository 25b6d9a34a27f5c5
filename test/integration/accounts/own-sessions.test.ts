import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../shared/src/accounts/account-security.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { Browser } from './browser.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
beforeAll(async () => {
  test = await startTestApi({ TRUST_PROXY: '127.0.0.0/8' });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(() => test.close());

/** Returns a browser in which the person is signed in. */
async function signedIn({ accountId }: TestPerson, from = '203.0.113.77', userAgent = firefox): Promise<Browser> {
  const browser = new Browser(test.url);
  const body = { hospital: hospital.slug, email: `${accountId}@example.test`, password: testPassword };
  const headers = { 'user-agent': userAgent, 'x-forwarded-for': from };
  expect((await browser.call(signIn, { body, headers })).status).toBe(201);
  return browser;
}
const of = (client: TestClient) => client.ok(contract.listOwnSessions);

describe('a person’s own sessions', () => {
  it('are listed with browser, location and time, the current one first', async () => {
    const patient = await factory.patient(hospital);
    const [older, newer] = [await signedIn(patient), await signedIn(patient, '2001:db8:1:2::9', 'x'.repeat(500))];
    const { items } = await of(older.tokens);
    expect(items).toMatchObject([
      { current: true, device: 'computer', browser: 'Firefox', system: 'Linux', place: '203.0.113.*' },
      { current: false, device: 'unknown', browser: null, system: null, place: '2001:db8:1:*' },
      { current: false, place: null },
    ]);
    expect((await of(newer.tokens)).items[0]).toMatchObject({ current: true, id: items[1]?.id });
  });

  it('show the address of their latest refresh', async () => {
    const patient = await factory.patient(hospital);
    const browser = await signedIn(patient);
    await browser.refresh();
    expect((await of(browser.tokens)).items[0]).toMatchObject({ place: '127.0.0.*' });
  });

  it('are not listed when they ended, expired or were idle for a day', async () => {
    const patient = await factory.patient(hospital);
    const [gone, idle] = [await signedIn(patient), await signedIn(patient)];
    await gone.signOut();
    test.clock.advance(23 * 3_600_000);
    const fresh = await signedIn(patient);
    expect((await of(fresh.tokens)).items).toHaveLength(3);
    test.clock.advance(2 * 3_600_000);
    const late = await signedIn(patient);
    expect((await of(late.tokens)).items).toHaveLength(2);
    expect((await idle.refresh()).problem.code).toBe('auth.session-expired');
  });

  it('can be ended singly, including token, socket and cookie', async () => {
    const patient = await factory.patient(hospital);
    const [here, there] = [await signedIn(patient), await signedIn(patient)];
    const { socket } = await listen(test.url, there.tokens.accessToken ?? '');
    const ended = new Promise<string>((done) => socket.once('session-ended', ({ reason }) => done(reason)));
    const other = (await of(there.tokens)).items[0];
    const params = { sessionId: other?.id ?? '' };
    const left = await here.tokens.ok(contract.endOwnSession, { params });
    expect(left.items.map(({ id }) => id)).not.toContain(other?.id);
    expect(await ended).toBe('signed-out');
    expect((await there.tokens.call(readAccount)).problem.code).toBe('auth.session-expired');
    expect((await there.refresh()).problem.code).toBe('auth.session-expired');
    expect((await here.tokens.call(contract.endOwnSession, { params })).problem.code).toBe('resource.not-found');
  });

  it('can all be ended except the current one', async () => {
    const patient = await factory.patient(hospital);
    const here = await signedIn(patient);
    const there = [await signedIn(patient), await signedIn(patient)];
    expect((await here.tokens.ok(contract.endOtherSessions)).items).toHaveLength(1);
    for (const { tokens } of [...there, { tokens: patient.client }])
      expect((await tokens.call(readAccount)).status).toBe(401);
    expect((await here.refresh()).status).toBe(200);
    const { rows } = await test.database.admin.query(
      `SELECT 1 FROM audit_event WHERE action = 'session.ended' AND actor_account_id = $1`,
      [patient.accountId],
    );
    expect(rows).toHaveLength(3);
  });

  it('cannot be ended by another person; the current one ends by signing out', async () => {
    const [patient, stranger] = [await factory.patient(hospital), await factory.patient(hospital)];
    const foreign = await factory.patient(await factory.hospital());
    for (const { sessionId } of [stranger, foreign, patient]) {
      const answer = await patient.client.call(contract.endOwnSession, { params: { sessionId } });
      expect(answer.problem.code).toBe('resource.not-found');
    }
    for (const { client } of [stranger, foreign]) expect((await client.call(readAccount)).status).toBe(200);
  });

  it('are not shown while acting for another person', async () => {
    const parent = await factory.patient(hospital);
    const child = { name: '李小明', nameLatin: '', birthDate: '2022-01-01', sex: 'male' } as const;
    const member = await parent.client.ok(addChild, { body: { ...child, relation: 'parent', declared: true } });
    const { accessToken } = await parent.client.ok(actFor, { body: { patientId: member.dependant?.patientId ?? '' } });
    const acting = new TestClient(test.url, accessToken);
    for (const route of [contract.listOwnSessions, contract.endOtherSessions])
      expect((await acting.call(route)).problem.code).toBe('family.acting');
  });
});
