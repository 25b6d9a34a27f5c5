import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateAccount } from '../../../shared/src/accounts/auth.contract.ts';
import {
  publishMessageDraft,
  resetMessageWords,
  saveMessageDraft,
} from '../../../shared/src/administration/message-words.contract.ts';
import { listNotifications, readAllNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import * as contract from '../../../shared/src/notifications/push.contract.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { PushReceiver, type TestSubscription } from '../../support/push-receiver.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

type Patient = TestPerson & { patientId: string };

let receiver: PushReceiver;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let patient: Patient;
let publicKey: string;
const doctor = { name: '王芳', nameLatin: 'Wang Fang' };

beforeAll(async () => {
  receiver = await PushReceiver.start();
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  test = await startTestApi({
    VAPID_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    PUSH_TRUSTED_ORIGINS: receiver.origin,
  });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(async () => {
  await test.close();
  await receiver.close();
});
beforeEach(async () => {
  patient = await factory.patient(hospital);
  publicKey = (await patient.client.ok(contract.listPushDevices)).publicKey ?? '';
  receiver.received.length = 0;
  receiver.refusals.length = 0;
});

const add = (person: TestPerson, subscription: TestSubscription) =>
  person.client.ok(contract.addPushDevice, { body: { ...subscription, device: 'Chrome · Android' } });
const devicesOf = async (person: TestPerson = patient) => (await person.client.ok(contract.listPushDevices)).devices;
const inTx = (work: Parameters<Transactions['run']>[1]) =>
  new Transactions(test.source, test.clock).run(systemContext(hospital.id, 'push'), work);
const call = (dedupe = `ready ${newId()}`, to: { accountId: string } = patient) =>
  inTx((tx) =>
    test.api.notify.notify(tx, {
      to: { accountId: to.accountId },
      template: 'visit.doctor-ready',
      facts: { doctor },
      link: '/visits/1',
      dedupe,
    }),
  );
const remind = (at: string) =>
  inTx((tx) =>
    test.api.notify.notify(tx, {
      to: { accountId: patient.accountId },
      template: 'appointment.reminder',
      facts: { at, doctor },
      link: '/appointments',
    }),
  );
const states = async () =>
  (
    await test.database.admin.query<{ state: string; attempts: number; failure: string | null; due_at: Date }>(
      `SELECT state, attempts, failure, due_at FROM message_delivery WHERE account_id = $1 AND channel = 'push' ORDER BY id`,
      [patient.accountId],
    )
  ).rows;
const codeOf = (answer: { problem: { code: string } }) => answer.problem.code;

describe('a push device', () => {
  it('is added once however often it is registered, listed with its session, and removed', async () => {
    const subscription = receiver.subscribe(publicKey);
    const [first, second] = await Promise.all([add(patient, subscription), add(patient, subscription)]);
    expect(second.id).toBe(first.id);
    expect(await devicesOf()).toMatchObject([{ id: first.id, device: 'Chrome · Android', current: true }]);
    await patient.client.ok(contract.removePushDevice, { params: { pushSubscriptionId: first.id } });
    expect(await devicesOf()).toEqual([]);
    const again = await patient.client.call(contract.removePushDevice, { params: { pushSubscriptionId: first.id } });
    expect(codeOf(again)).toBe('resource.not-found');
  });

  it('is stored sealed: its address is not readable', async () => {
    const subscription = receiver.subscribe(publicKey);
    await add(patient, subscription);
    const { rows } = await test.database.admin.query<{ row: string }>(
      'SELECT row_to_json(s)::text AS row FROM push_subscription s WHERE account_id = $1',
      [patient.accountId],
    );
    for (const secret of [subscription.endpoint, subscription.keys.auth, subscription.keys.p256dh])
      expect(rows[0]?.row).not.toContain(secret);
  });

  it('of another person is not listed and cannot be removed', async () => {
    const { id } = await add(patient, receiver.subscribe(publicKey));
    const other = await factory.patient(hospital);
    const answer = await other.client.call(contract.removePushDevice, { params: { pushSubscriptionId: id } });
    expect(codeOf(answer)).toBe('resource.not-found');
    expect(await devicesOf(other)).toEqual([]);
  });

  it('on which another person signs in no longer shows the first person’s messages', async () => {
    const subscription = receiver.subscribe(publicKey);
    await add(patient, subscription);
    const other = await factory.patient(hospital);
    await add(other, subscription);
    expect(await devicesOf()).toEqual([]);
    await call();
    await runJob(test, hospital.id, 'deliver-due-messages');
    expect(receiver.received).toEqual([]);
    await call(undefined, other);
    await expect.poll(() => receiver.received.length).toBe(1);
  });

  it('is removed when its session ends, and not when another one ends', async () => {
    const there = await factory.unconfirmedSession(patient);
    await add(patient, receiver.subscribe(publicKey));
    await add(there, receiver.subscribe(publicKey));
    await test.database.admin.query(`UPDATE session SET ended_at = now(), end_reason = 'signed-out' WHERE id = $1`, [
      there.sessionId,
    ]);
    expect(await devicesOf()).toMatchObject([{ current: true }]);
  });

  it('is one of at most ten: the oldest are removed', async () => {
    for (let n = 0; n < 12; n++) await add(patient, receiver.subscribe(publicKey));
    expect(await devicesOf()).toHaveLength(10);
  });
});

describe('an invalid push address', () => {
  it.each([
    'http://push.example.org/a',
    'https://10.0.0.1/a',
    'https://[::1]/a',
    'https://localhost/a',
    'https://metadata/a',
    'https://push.example.org:9/a',
    'https://me:secret@push.example.org/a',
    'file:///etc/passwd',
  ])('%s is rejected', async (endpoint) => {
    const { keys } = receiver.subscribe(publicKey);
    const answer = await patient.client.call(contract.addPushDevice, { body: { endpoint, keys, device: 'x' } });
    expect(codeOf(answer)).toBe('validation.failed');
    expect(await devicesOf()).toEqual([]);
  });

  it('that resolves to an internal address is removed', async () => {
    const { keys } = receiver.subscribe(publicKey);
    // A name of this host (RFC 6761) that passes every rule about names.
    await add(patient, { endpoint: 'https://push.localhost/a', keys });
    await call();
    await expect
      .poll(states)
      .toMatchObject([{ attempts: 1, failure: expect.stringMatching(/^(push address is internal|not taken over)$/) }]);
    expect(receiver.received).toEqual([]);
  });

  it('with unusable encryption keys is rejected', async () => {
    const { endpoint, keys } = receiver.subscribe(publicKey);
    const p256dh = Buffer.alloc(65, 4).toString('base64url');
    const answer = await patient.client.call(contract.addPushDevice, {
      body: { endpoint, keys: { ...keys, p256dh }, device: 'x' },
    });
    expect(codeOf(answer)).toBe('validation.failed');
  });
});

describe('a push message', () => {
  it('is decrypted only by the browser, contains nothing about health and is marked urgent', async () => {
    await add(patient, receiver.subscribe(publicKey));
    await call();
    await expect.poll(() => receiver.received.length).toBe(1);
    const [{ message, headers } = {}] = receiver.received;
    expect(message).toMatchObject({
      title: '测试医院',
      body: '轮到您了，请现在打开页面。',
      link: '/visits/1',
      urgent: true,
    });
    expect(JSON.stringify(message)).not.toContain('王芳');
    expect(headers).toMatchObject({ urgency: 'high', ttl: '600', 'content-encoding': 'aes128gcm' });
    expect(headers?.['topic']).toBe(message?.id.replaceAll('-', ''));
    await expect.poll(states).toMatchObject([{ state: 'delivered', attempts: 1 }]);
    expect((await devicesOf())[0]?.lastSentAt).not.toBeNull();
  });

  it('is sent to each device once per event', async () => {
    await add(patient, receiver.subscribe(publicKey));
    await add(patient, receiver.subscribe(publicKey));
    await Promise.all([call('same'), call('same'), call('same')]);
    await call('same');
    await expect.poll(async () => (await states()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    expect(receiver.received).toHaveLength(2);
  });

  it('to a device that is gone removes the device', async () => {
    await add(patient, receiver.subscribe(publicKey));
    for (const status of [410, 404]) {
      await add(patient, receiver.subscribe(publicKey));
      receiver.refusals.push(status, status);
      await call();
      await expect.poll(() => devicesOf()).toEqual([]);
    }
    await call();
    expect((await patient.client.ok(listNotifications, { query: {} })).items).toHaveLength(3);
    expect(await states()).toHaveLength(3);
  });

  it('uses the hospital’s own text and records its version', async () => {
    const boss = await factory.staff(hospital, 'administrator');
    const params = { template: 'visit.doctor-ready' };
    const words = { en: { push: '{hospital}: come in, please.' }, 'zh-CN': { push: '{hospital}请您就诊' } };
    await boss.client.ok(saveMessageDraft, { params, version: 0, body: words });
    const { current } = await boss.client.ok(publishMessageDraft, { params, version: 1 });
    await add(patient, receiver.subscribe(publicKey));
    await call();
    await expect.poll(() => receiver.received.length).toBe(1);
    const [{ message } = { message: null }] = receiver.received;
    expect(message?.body).toBe(message?.locale === 'en' ? 'Test Hospital: come in, please.' : '测试医院请您就诊');
    const kept = await test.database.admin.query<{ version: number }>(
      `SELECT wording_version AS version FROM message_delivery WHERE account_id = $1 AND channel = 'push'`,
      [patient.accountId],
    );
    expect(kept.rows).toEqual([{ version: current.version }]);
    await boss.client.ok(resetMessageWords, { params, version: current.version });
  });

  it('that the service could not accept is retried later', async () => {
    await add(patient, receiver.subscribe(publicKey));
    receiver.refusals.push(503);
    await call();
    await expect.poll(states).toMatchObject([{ state: 'waiting', attempts: 1, failure: 'not taken over' }]);
    test.clock.advance(61_000);
    await runJob(test, hospital.id, 'deliver-due-messages');
    await expect.poll(states).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(receiver.received).toHaveLength(1);
  });

  it('does not follow a redirect of the push service', async () => {
    await add(patient, receiver.subscribe(publicKey));
    receiver.refusals.push(307);
    await call();
    await expect.poll(states).toMatchObject([{ state: 'failed', failure: 'push service answered with status 307' }]);
    expect(receiver.received).toEqual([]);
  });

  it('with an unknown result is sent again under the same topic, so that it is shown once', async () => {
    await add(patient, receiver.subscribe(publicKey));
    receiver.breaks = 1;
    await call();
    await expect.poll(states).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    // The state after a process that died between sending and recording.
    await test.database.admin.query(
      `UPDATE message_delivery SET state = 'sending', due_at = $2 WHERE account_id = $1`,
      [patient.accountId, new Date(test.clock.now().getTime() + 60_000)],
    );
    test.clock.advance(61_000);
    await runJob(test, hospital.id, 'deliver-due-messages');
    await expect.poll(states).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(receiver.received).toHaveLength(2);
    expect(
      new Set(receiver.received.map(({ message, headers }) => `${message.id} ${String(headers['topic'])}`)).size,
    ).toBe(1);
  });

  it('that was read elsewhere before it was sent is not shown', async () => {
    await add(patient, receiver.subscribe(publicKey));
    receiver.refusals.push(503);
    await call();
    await expect.poll(states).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    await patient.client.ok(readAllNotifications);
    test.clock.advance(61_000);
    await runJob(test, hospital.id, 'deliver-due-messages');
    await expect.poll(states).toMatchObject([{ state: 'failed', failure: 'nothing to say' }]);
    expect(receiver.received).toEqual([]);
  });
});

describe('quiet hours', () => {
  /** Sets quiet hours that began an hour ago in the hospital’s zone and last another hour. */
  const beQuiet = async () => {
    const at = (hours: number) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
        new Date(test.clock.now().getTime() + hours * 3_600_000),
      );
    await patient.client.ok(updateAccount, { body: { wishes: { quietHours: { from: at(-1), until: at(1) } } } });
  };
  const inHours = (hours: number) => new Date(test.clock.now().getTime() + hours * 3_600_000).toISOString();

  beforeEach(async () => {
    await add(patient, receiver.subscribe(publicKey));
    await beQuiet();
  });

  it('delay messages that can wait until they end', async () => {
    await remind(inHours(20));
    expect(await states()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    const [{ due_at: due } = { due_at: test.clock.now() }] = await states();
    const wait = (due.getTime() - test.clock.now().getTime()) / 60_000;
    expect(wait).toBeGreaterThan(58);
    expect(wait).toBeLessThanOrEqual(60);
    test.clock.advance(61 * 60_000);
    await runJob(test, hospital.id, 'deliver-due-messages');
    await expect.poll(() => receiver.received.length).toBe(1);
  });

  it('do not delay that the doctor is ready, nor messages that would be too late', async () => {
    await call();
    await expect.poll(() => receiver.received.length).toBe(1);
    await remind(inHours(0.5));
    await expect.poll(() => receiver.received.length).toBe(2);
  });

  it('that are not times of day are rejected', async () => {
    for (const quietHours of [
      { from: '25:00', until: '07:00' },
      { from: '07:00', until: '07:00' },
    ])
      expect((await patient.client.call(updateAccount, { body: { wishes: { quietHours } } })).status).toBe(400);
  });
});

it('push devices are rejected with push.no-service when the installation has no key', async () => {
  const bare = await startTestApi();
  try {
    const people = new Factory(bare);
    const person = await people.patient(await people.hospital());
    expect(await person.client.ok(contract.listPushDevices)).toEqual({ publicKey: null, devices: [] });
    const answer = await person.client.call(contract.addPushDevice, {
      body: { ...receiver.subscribe(publicKey), device: 'x' },
    });
    expect(codeOf(answer)).toBe('push.no-service');
  } finally {
    await bare.close();
  }
});
