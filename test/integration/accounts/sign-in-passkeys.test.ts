import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listHospitals, readAccount } from '../../../shared/src/accounts/auth.contract.ts';
import { addChild } from '../../../shared/src/accounts/family.contract.ts';
import { actFor } from '../../../shared/src/accounts/acting.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import * as contract from '../../../shared/src/accounts/sign-in-passkeys.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { PasskeyDevice } from '../../support/passkey-device.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let other: TestHospital;
let patient: TestPerson;
let device: PasskeyDevice;
let stranger: TestClient;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  [hospital, other] = [await factory.hospital(), await factory.hospital()];
  stranger = new TestClient(test.url);
});
afterAll(() => test.close());
beforeEach(async () => {
  patient = await factory.patient(hospital);
  device = new PasskeyDevice(test.settings.PUBLIC_URL);
});

const confirmation = { password: testPassword };
const begin = (person = patient, client = person.client) =>
  client.call(contract.beginSignInPasskey, { body: { confirmation } });
const add = (response: ReturnType<PasskeyDevice['make']>, client = patient.client) =>
  client.call(contract.addSignInPasskey, { body: { name: 'Phone', response } });
async function enrol(person = patient, on = device): Promise<string> {
  const answer = await add(on.make((await begin(person)).value), person.client);
  expect(answer.status).toBe(201);
  return answer.value.items.at(-1)?.id ?? '';
}

const challenge = (at = hospital) => stranger.ok(contract.beginPasskeySignIn, { body: { hospital: at.slug } });
const signInWith = (challengeId: string, response: ReturnType<PasskeyDevice['answer']>, at = hospital) =>
  stranger.call(contract.signInByPasskey, { body: { hospital: at.slug, challengeId, response } });
async function signIn(on = device, at = hospital) {
  const { challengeId, options } = await challenge(at);
  return signInWith(challengeId, on.answer(options), at);
}
const refusal = { status: 403, code: 'auth.passkey-refused' };
const outcomeOf = ({ status, problem }: Awaited<ReturnType<typeof signIn>>) => ({ status, code: problem.code });

describe('a passkey', () => {
  it('signs its patient in and records when it was last used', async () => {
    await enrol();
    const answer = await signIn();
    expect(answer.status).toBe(201);
    expect(answer.value.account.id).toBe(patient.accountId);
    expect(answer.headers.getSetCookie().join()).toContain('yz_refresh=');
    const inside = new TestClient(test.url, answer.value.accessToken);
    expect((await inside.ok(readAccount)).patientId).toBe(patient.patientId);
    const { possible, items } = await inside.ok(contract.listSignInPasskeys);
    expect({ possible, count: items.length }).toEqual({ possible: true, count: 1 });
    expect(items[0]).toMatchObject({ name: 'Phone', lastUsedAt: expect.any(String) as string });
  });

  it('is notified to its holder and audited when it is added', async () => {
    const id = await enrol();
    const { items } = await patient.client.ok(listNotifications);
    expect(items.map(({ template }) => template)).toEqual(['account.passkey-added']);
    expect((await trailOf(test, id)).map(({ action }) => action)).toEqual(['passkey.added']);
  });

  it('is requested with the same options for everyone: they name no account and no passkey', async () => {
    await enrol();
    const [first, second] = [await challenge(), await challenge(other)];
    expect(Object.keys(first.options).sort()).toEqual(Object.keys(second.options).sort());
    expect(first.options).toMatchObject({ allowCredentials: [], userVerification: 'required' });
    expect(JSON.stringify(first)).not.toContain(device.credentialId.toString('base64url'));
    expect((await stranger.ok(listHospitals)).passkeys).toBe(true);
  });

  it('is accepted once per challenge, also when the same response arrives twenty times at once', async () => {
    await enrol();
    const { challengeId, options } = await challenge();
    const response = device.answer(options);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signInWith(challengeId, response)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
      new Set([refusal.code]),
    );
    expect((await trailOf(test, challengeId)).filter(({ action }) => action === 'session.refused')).toHaveLength(19);
  });

  it('uses its challenge up when it is rejected', async () => {
    await enrol();
    const { challengeId, options } = await challenge();
    expect(
      outcomeOf(await signInWith(challengeId, new PasskeyDevice(test.settings.PUBLIC_URL).answer(options))),
    ).toEqual(refusal);
    expect(outcomeOf(await signInWith(challengeId, device.answer(options)))).toEqual(refusal);
  });

  it('is rejected after five minutes', async () => {
    await enrol();
    const { challengeId, options } = await challenge();
    test.clock.advance(5 * 60_000 + 1);
    expect(outcomeOf(await signInWith(challengeId, device.answer(options)))).toEqual(refusal);
  });

  it('is rejected at another hospital, also with that hospital’s challenge', async () => {
    await enrol();
    expect(outcomeOf(await signIn(device, other))).toEqual(refusal);
    const theirs = await challenge(other);
    expect(outcomeOf(await signInWith(theirs.challengeId, device.answer(theirs.options)))).toEqual(refusal);
    expect((await signIn()).status).toBe(201);
  });

  it('works at the hospital’s own address for that hospital and at the installation’s address', async () => {
    await enrol();
    const { protocol, host, hostname } = new URL(test.settings.PUBLIC_URL);
    const ownPage = `${protocol}//${hospital.slug}.${host}`;
    const there = new PasskeyDevice(ownPage, hostname);
    const second = await factory.patient(hospital);
    await enrol(second, there);
    expect((await signIn(there)).value.account.id).toBe(second.accountId);
    const { challengeId, options } = await challenge();
    const answer = await test.api.server.inject({
      method: 'POST',
      url: contract.signInByPasskey.path,
      headers: { host: `${other.slug}.${host}` },
      payload: { hospital: hospital.slug, challengeId, response: there.answer(options) },
    });
    expect(answer.json()).toMatchObject({ code: 'auth.invalid-credentials' });
  });

  it('is rejected from another page, without user verification, or from another person', async () => {
    await enrol();
    const { userHandle } = device;
    device.verifiesPerson = false;
    expect(outcomeOf(await signIn())).toEqual(refusal);
    device.verifiesPerson = true;
    device.userHandle = Buffer.from('sign-in/somebody-else').toString('base64url');
    expect(outcomeOf(await signIn())).toEqual(refusal);
    device.userHandle = userHandle;
    // A counter that decreases comes from a copied passkey.
    device.counter = 8;
    expect((await signIn()).status).toBe(201);
    device.counter = 3;
    expect(outcomeOf(await signIn())).toEqual(refusal);
    const trap = new PasskeyDevice('https://yunzhen.example', new URL(test.settings.PUBLIC_URL).hostname);
    expect((await add(trap.make((await begin()).value))).problem.code).toBe(refusal.code);
  });

  it('does not open a disabled account or an account of staff, with the same error for both', async () => {
    await enrol();
    await test.database.admin.query(`UPDATE account SET status = 'disabled' WHERE id = $1`, [patient.accountId]);
    expect(outcomeOf(await signIn())).toEqual(refusal);
    await test.database.admin.query(`UPDATE account SET status = 'active', roles = '{doctor}' WHERE id = $1`, [
      patient.accountId,
    ]);
    expect(outcomeOf(await signIn())).toEqual(refusal);
  });

  it('is rejected after it was removed', async () => {
    const id = await enrol();
    const { items } = await patient.client.ok(contract.removeSignInPasskey, { params: { passkeyId: id } });
    expect(items).toEqual([]);
    expect(outcomeOf(await signIn())).toEqual(refusal);
    const again = await patient.client.call(contract.removeSignInPasskey, { params: { passkeyId: id } });
    expect(again.problem.code).toBe('resource.not-found');
    expect((await trailOf(test, id)).map(({ action }) => action)).toContain('passkey.removed');
  });
});

describe('adding a passkey', () => {
  it('requires confirmation of the person and is rejected for staff', async () => {
    const wrong = await patient.client.call(contract.beginSignInPasskey, {
      body: { confirmation: { password: 'not it' } },
    });
    expect(wrong.problem.code).toBe('auth.confirmation-failed');
    const doctor = await factory.doctor(hospital);
    expect((await begin(doctor)).problem.code).toBe('auth.forbidden');
  });

  it('accepts one response to its own challenge in its own session', async () => {
    const options = (await begin()).value;
    const session = await factory.unconfirmedSession(patient);
    expect((await add(device.make(options), session.client)).problem.code).toBe(refusal.code);
    expect((await add(device.make(options))).status).toBe(201);
    expect((await add(device.make(options))).problem.code).toBe(refusal.code);
    expect((await add(device.make({ ...options, challenge: 'b3RoZXI' }))).problem.code).toBe(refusal.code);
  });

  it('assigns a passkey to one account of a hospital', async () => {
    await enrol();
    const second = await factory.patient(hospital);
    const options = (await begin(second)).value;
    expect((await add(device.make(options), second.client)).problem.code).toBe(refusal.code);
  });

  it('is limited to ten', async () => {
    for (let made = 0; made < 10; made++) await enrol(patient, new PasskeyDevice(test.settings.PUBLIC_URL));
    expect((await begin()).problem.code).toBe('auth.passkeys-full');
  });

  it('and listing passkeys are rejected while acting for another person', async () => {
    const id = await enrol();
    const child = await patient.client.ok(addChild, {
      body: {
        name: '李小明',
        nameLatin: '',
        birthDate: '2022-01-01',
        sex: 'male',
        relation: 'parent',
        declared: true,
      },
    });
    const grant = await patient.client.ok(actFor, { body: { patientId: child.dependant?.patientId ?? '' } });
    const acting = new TestClient(test.url, grant.accessToken);
    const params = { passkeyId: id };
    const answers = [
      await begin(patient, acting),
      await acting.call(contract.listSignInPasskeys),
      await acting.call(contract.removeSignInPasskey, { params }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(Array(3).fill('family.acting'));
    // A passkey opens the holder’s own session, also when another of their sessions acts for a child.
    expect((await signIn()).value.account).toMatchObject({ id: patient.accountId, acting: null });
  });
});
