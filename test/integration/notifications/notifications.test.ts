import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateAccount } from '../../../shared/src/accounts/auth.contract.ts';
import * as contract from '../../../shared/src/notifications/notifications.contract.ts';
import type { Notify } from '../../../server/src/api/notifications/index.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { Transactions, type Tx } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { listen } from '../../support/record-socket.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let mail: MailServer;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let patient: TestPerson & { patientId: string };
let address: string;
const doctor = { name: '王芳', nameLatin: 'Wang Fang' };
const at = '2026-12-01T01:30:00.000Z';

/** Returns the notification service of the running api. */
const notify = (): Notify => test.api.notify;
/** Runs `work` in a transaction whose events reach open pages, as the api’s transactions do. */
const tell = <Value>(work: (tx: Tx) => Promise<Value>) => {
  const transactions = new Transactions(test.source, test.clock);
  transactions.sendTo(test.api.hub);
  return transactions.run(systemContext(hospital.id, 'notify'), work);
};
const remind = (more: { dedupe?: string; notBefore?: Date; accountId?: string } = {}) =>
  tell((tx) =>
    notify().notify(tx, {
      to: { accountId: more.accountId ?? patient.accountId },
      template: 'appointment.reminder',
      facts: { at, doctor },
      link: '/appointments',
      ...more,
    }),
  );
const inbox = async (locale: 'en' | 'zh-CN' = 'en', person: TestPerson = patient) =>
  (await person.client.ok(contract.listNotifications, { query: { locale } })).items;
const states = async () =>
  (
    await test.database.admin.query<{ state: string; attempts: number; content_sealed: string | null }>(
      'SELECT state, attempts, content_sealed FROM message_delivery WHERE account_id = $1 ORDER BY id',
      [patient.accountId],
    )
  ).rows;
const settled = (state: string) => expect.poll(async () => (await states()).map((row) => row.state)).toEqual([state]);

beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url, MAIL_FROM: 'Yunzhen <no-reply@clinic.test>' });
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterAll(async () => {
  await test.close();
  await mail.close();
});
beforeEach(async () => {
  patient = await factory.patient(hospital);
  address = `${patient.accountId}@example.test`;
});

describe('a notification', () => {
  it('is in the inbox in the reader’s language and is published to open pages', async () => {
    const page = await listen(test.url, patient.accessToken);
    await remind();
    await page.next({ entity: 'inbox', id: patient.accountId });
    page.close();
    expect(await inbox()).toMatchObject([
      { title: 'Your appointment is coming up', link: '/appointments', readAt: null, about: null },
    ]);
    expect((await inbox())[0]?.body).toMatch(/^Tue, 1 Dec 2026, 09:30 with Wang Fang/);
    expect((await inbox('zh-CN'))[0]?.body).toMatch(/^2026年12月1日周二 09:30，王芳/);
    const stored = await test.database.admin.query('SELECT type FROM domain_event WHERE entity_id = $1', [
      (await inbox())[0]?.id,
    ]);
    expect(stored.rows).toEqual([]);
  });

  it('is sent by mail without the name of doctor or department', async () => {
    await remind();
    const { subject, text, raw, messageId } = await mail.next(address);
    expect(subject).toBe('测试医院预约提醒');
    expect(text).toBe(
      `您的预约时间为 2026年12月1日周二 09:30，请提前十分钟做好准备。\n${test.settings.PUBLIC_URL}/appointments`,
    );
    expect(raw).not.toContain('Wang');
    expect(text).not.toContain('王芳');
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@clinic\.test>$/);
    await settled('delivered');
    expect((await states())[0]?.content_sealed).toBeNull();
  });

  it('shows times in the account’s preferred time zone and names it, in the inbox and by mail', async () => {
    const wish = (timeZone: string | null) => patient.client.ok(updateAccount, { body: { wishes: { timeZone } } });
    await wish('America/New_York');
    await remind();
    const there = '2026年11月30日周一 20:30 GMT-5';
    expect((await mail.next(address)).text).toContain(there);
    expect((await inbox('zh-CN'))[0]?.body).toContain(there);
    expect((await inbox())[0]?.body).toContain('Mon, 30 Nov 2026, 20:30 GMT-5 with Wang Fang');
    // The hospital’s own zone is not named, whether preferred or by default.
    for (const own of ['Asia/Shanghai', null]) {
      await wish(own);
      expect((await inbox())[0]?.body).toMatch(/^Tue, 1 Dec 2026, 09:30 with Wang Fang/);
    }
    const other = await factory.patient(hospital);
    await remind({ accountId: other.accountId });
    expect((await mail.next(`${other.accountId}@example.test`)).text).toContain('2026年12月1日周二 09:30，');
    expect((await inbox('zh-CN', other))[0]?.body).toMatch(/^2026年12月1日周二 09:30，/);
  });

  it('for one event is created once, also by two simultaneous calls', async () => {
    await Promise.all([remind({ dedupe: 'one' }), remind({ dedupe: 'one' }), remind({ dedupe: 'one' })]);
    await remind({ dedupe: 'one' });
    await settled('delivered');
    expect(mail.count(address)).toBe(1);
    expect(await inbox()).toHaveLength(1);
  });

  it('is rolled back with its transaction', async () => {
    const attempt = tell(async (tx) => {
      const to = { accountId: patient.accountId };
      await notify().notify(tx, { to, template: 'appointment.reminder', facts: { at, doctor } });
      throw new Error('taken back');
    });
    await expect(attempt).rejects.toThrow('taken back');
    expect(await inbox()).toEqual([]);
    expect(await states()).toEqual([]);
  });

  it('for later is neither shown nor sent before its time and can be withdrawn', async () => {
    const notBefore = new Date(test.clock.now().getTime() + 3_600_000);
    await remind({ dedupe: 'later', notBefore });
    await remind({ dedupe: 'taken back', notBefore });
    await tell((tx) => notify().withdraw(tx, 'taken back'));
    await runJob(test, hospital.id, 'deliver-due-messages');
    expect(await inbox()).toEqual([]);
    expect(mail.count(address)).toBe(0);
    test.clock.advance(3_601_000);
    const later = await factory.unconfirmedSession(patient);
    patient = { ...later, patientId: patient.patientId };
    const page = await listen(test.url, patient.accessToken);
    await runJob(test, hospital.id, 'deliver-due-messages');
    await page.next({ entity: 'inbox' });
    page.close();
    await mail.next(address);
    expect(await inbox()).toHaveLength(1);
    // The server receives the mail a moment before the delivery is recorded.
    await expect.poll(async () => (await states()).map((row) => row.state).sort()).toEqual(['delivered', 'withdrawn']);
  });

  it('uses the person’s preferred channels, but every channel for account security', async () => {
    await test.database.admin.query(`UPDATE account SET message_channels = '{}' WHERE id = $1`, [patient.accountId]);
    await remind();
    expect(await states()).toEqual([]);
    await tell((tx) =>
      notify().notify(tx, {
        to: { accountId: patient.accountId },
        template: 'account.password-changed',
        facts: { at },
        link: '/account',
      }),
    );
    expect((await mail.next(address)).subject).toBe('您在测试医院的密码已更改');
    // The inbox cannot be read before the second factor that this asks for.
    const wanted = () =>
      tell((tx) =>
        notify().notify(tx, {
          to: { accountId: patient.accountId },
          template: 'account.second-factor-wanted',
          facts: {},
          link: '/sign-in',
          dedupe: 'wanted today',
        }),
      );
    expect(await wanted()).toBe(true);
    expect((await mail.next(address, 1)).subject).toBe('请在测试医院设置二次验证');
    expect(await wanted(), 'told again on the same day').toBe(false);
  });

  it('for a patient reaches the patient’s account', async () => {
    await tell((tx) =>
      notify().notify(tx, { to: { patientId: patient.patientId }, template: 'visit.summary-ready', facts: { doctor } }),
    );
    expect((await mail.next(address)).text).toContain('有一条给您的新消息');
    expect(await inbox()).toMatchObject([{ template: 'visit.summary-ready', about: null }]);
  });
});

describe('a failing mail server', () => {
  it('receives the same message again later, and the inbox shows it all the time', async () => {
    mail.refusals.push(451);
    await remind();
    await expect.poll(states).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    expect(await inbox()).toHaveLength(1);
    await runJob(test, hospital.id, 'deliver-due-messages');
    expect(await states()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    test.clock.advance(61_000);
    await runJob(test, hospital.id, 'deliver-due-messages');
    await mail.next(address);
    await expect.poll(states).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(mail.count(address)).toBe(1);
  });

  it('that rejects a message permanently gets no retry', async () => {
    mail.refusals.push(550);
    await remind();
    await expect.poll(states).toMatchObject([{ state: 'failed', attempts: 1, content_sealed: null }]);
    expect(await inbox()).toHaveLength(1);
  });

  it('gets no retry after the last attempt', async () => {
    mail.refusals.push(...Array<number>(8).fill(451));
    await remind();
    for (let tried = 1; tried < 8; tried++) {
      await expect.poll(states).toMatchObject([{ state: 'waiting', attempts: tried }]);
      test.clock.advance(6 * 3_600_000 + 1000);
      await runJob(test, hospital.id, 'deliver-due-messages');
    }
    await expect.poll(states).toMatchObject([{ state: 'failed', attempts: 8, content_sealed: null }]);
  });

  it('does not receive a code that has expired', async () => {
    mail.refusals.push(451);
    const code = {
      channel: 'mail',
      address,
      locale: 'en',
      template: 'account.code',
      facts: { code: '123456' },
    } as const;
    await tell((tx) => notify().sendTo(tx, { ...code, accountId: patient.accountId }));
    await expect.poll(states).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    test.clock.advance(11 * 60_000);
    await runJob(test, hospital.id, 'deliver-due-messages');
    await expect.poll(states).toMatchObject([{ state: 'failed' }]);
    expect(mail.count(address)).toBe(0);
  });
});

it('a delivery of a crashed sender is retried by another after its lease, with the same Message-ID', async () => {
  mail.refusals.push(451);
  await remind();
  await expect.poll(states).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  // The state after a process that died between sending and recording.
  await test.database.admin.query(`UPDATE message_delivery SET state = 'sending', due_at = $2 WHERE account_id = $1`, [
    patient.accountId,
    new Date(test.clock.now().getTime() + 60_000),
  ]);
  await runJob(test, hospital.id, 'deliver-due-messages');
  expect(mail.count(address)).toBe(0);
  test.clock.advance(61_000);
  await runJob(test, hospital.id, 'deliver-due-messages');
  const { messageId } = await mail.next(address);
  const { rows } = await test.database.admin.query<{ id: string }>(
    'SELECT id FROM message_delivery WHERE account_id = $1',
    [patient.accountId],
  );
  expect(messageId).toBe(`<${rows[0]?.id}@clinic.test>`);
});

describe('the inbox', () => {
  it('marks messages read singly or all, is paged and counts unread ones', async () => {
    for (let i = 0; i < 5; i++) await remind();
    const unread = async () => (await patient.client.ok(contract.countUnreadNotifications)).count;
    expect(await unread()).toBe(5);
    const first = await patient.client.ok(contract.listNotifications, { query: { limit: 3 } });
    const second = await patient.client.ok(contract.listNotifications, {
      query: { limit: 3, cursor: first.next ?? '' },
    });
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(5);
    expect(second.next).toBeNull();
    const notificationId = first.items[0]?.id ?? '';
    const once = await patient.client.ok(contract.readNotification, { params: { notificationId } });
    const twice = await patient.client.ok(contract.readNotification, { params: { notificationId } });
    expect([once.count, twice.count]).toEqual([4, 4]);
    const left = await patient.client.ok(contract.listNotifications, { query: { unread: 'true' } });
    expect(left.items.map((item) => item.id)).not.toContain(notificationId);
    await patient.client.ok(contract.readAllNotifications);
    expect(await unread()).toBe(0);
  });

  it('of another person, here or at another hospital, is not accessible', async () => {
    await remind();
    const [item] = await inbox();
    const elsewhere = await factory.hospital();
    for (const other of [await factory.patient(hospital), await factory.patient(elsewhere)]) {
      expect(await inbox('en', other)).toEqual([]);
      const answer = await other.client.call(contract.readNotification, {
        params: { notificationId: item?.id ?? newId() },
      });
      expect(answer.problem.code).toBe('resource.not-found');
    }
    expect((await inbox())[0]?.readAt).toBeNull();
  });

  it('of another hospital’s account receives nothing', async () => {
    const stranger = await factory.patient(await factory.hospital());
    await remind({ accountId: stranger.accountId });
    expect(await inbox('en', stranger)).toEqual([]);
  });
});

it('the demo mailbox is not found outside demo mode', async () => {
  const answer = await patient.client.call(contract.listDemoMessages, { params: { hospital: hospital.slug } });
  expect(answer.status).toBe(404);
});
