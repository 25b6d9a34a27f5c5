import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MessageWordsRepository } from '../../../server/src/api/administration/wording/message-words.repository.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { Transactions, type Tx } from '../../../server/src/platform/db/transaction.ts';
import * as contract from '../../../shared/src/administration/message-words.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { MailServer } from '../../support/mail-server.ts';
import { Office } from '../../support/office.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

const template = 'appointment.reminder';
const params = { template };
const at = '2026-12-01T01:30:00.000Z';

let mail: MailServer;
let test: TestApi;
beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url, MAIL_FROM: 'Yunzhen <no-reply@clinic.test>' });
});
afterAll(async () => {
  await test.close();
  await mail.close();
});

async function scene() {
  const office = await Office.open(test);
  const boss = office.administrator.client;
  const patient = await office.factory.patient(office.hospital);
  const remind = () =>
    new Transactions(test.source, test.clock).run(systemContext(office.hospital.id, 'remind'), (tx) =>
      test.api.notify.notify(tx, {
        to: { accountId: patient.accountId },
        template,
        facts: { at, doctor: { name: '王芳', nameLatin: 'Wang Fang' } },
        link: '/appointments',
      }),
    );
  const inbox = async () => (await patient.client.ok(listNotifications, { query: { locale: 'zh-CN' } })).items;
  const draft = async (own: contract.MessageDraft['zh-CN'], version = 0) =>
    boss.call(contract.saveMessageDraft, { params, version, body: { en: {}, 'zh-CN': own } });
  const publish = (version: number) => boss.call(contract.publishMessageDraft, { params, version });
  return { office, boss, patient, address: `${patient.accountId}@example.test`, remind, inbox, draft, publish };
}

describe('a hospital’s own message texts', () => {
  it('are used in the app and in mails once published; earlier notifications keep their text', async () => {
    const { office, boss, patient, address, remind, inbox, draft, publish } = await scene();
    await remind();
    await mail.next(address);
    const own = {
      title: '别忘了 <b>{hospital}</b>',
      body: '{doctor}，{at} & {at}',
      subject: '{hospital}温馨提醒',
      mail: '您约在 {at}。\n<a href="x">{link}</a>',
    };
    expect((await draft(own)).status).toBe(200);
    expect((await inbox())[0]?.title).toBe('就诊提醒');
    expect((await publish(1)).value).toMatchObject({ current: { version: 1 }, draft: null });
    await remind();
    const [now, before] = await inbox();
    expect(before?.title).toBe('就诊提醒');
    const time = '2026年12月1日周二 09:30';
    expect([now?.title, now?.body]).toEqual(['别忘了 <b>测试医院</b>', `王芳，${time} & ${time}`]);
    const { subject, text, raw } = await mail.next(address, 1);
    expect([subject, text]).toEqual([
      '测试医院温馨提醒',
      `您约在 ${time}。\n<a href="x">${test.settings.PUBLIC_URL}/appointments</a>`,
    ]);
    expect(raw).toMatch(/content-type: text\/plain/i);
    expect(raw).not.toMatch(/text\/html/i);
    const kept = await test.database.admin.query<{ version: number }>(
      `SELECT wording_version AS version FROM message_delivery WHERE account_id = $1 ORDER BY created_at`,
      [patient.accountId],
    );
    expect(kept.rows.map(({ version }) => version)).toEqual([0, 1]);

    const back = await boss.ok(contract.resetMessageWords, { params, version: 1 });
    expect(back.current).toEqual({ version: 2, wordings: back.house });
    await remind();
    expect((await inbox()).map(({ title }) => title)).toEqual(['就诊提醒', '别忘了 <b>测试医院</b>', '就诊提醒']);
    const { items } = await boss.ok(contract.listMessageVersions, { params });
    expect(items.map(({ version, wordings }) => [version, wordings === null])).toEqual([
      [2, true],
      [1, false],
    ]);
    // The list shows which text was in use when, and which one is in use now.
    expect(items[1]?.until).toBe(items[0]?.publishedAt);
    expect(items[0]?.until).toBeNull();
    const { items: listed } = await boss.ok(contract.listMessageWords, { query: { q: template } });
    expect(listed.find((each) => each.template === template)).toMatchObject({ state: 'house', version: 2 });
    expect((await trailOf(test, template)).map(({ action }) => action)).toContain('wording.published');
    expect(office.hospital.id).toBe(patient.hospitalId);
  });

  it('are rejected per field when they break the rules of their channel', async () => {
    const { draft, publish } = await scene();
    const refused = async (own: contract.MessageDraft['zh-CN'], version: number) => {
      await draft(own, version);
      return (await publish(version + 1)).problem;
    };
    const broken = await refused(
      { title: '{diagnosis}', body: '', subject: '{doctor}', mail: '{at}', sms: '{at}\n{at}', push: '{doctor} {at}' },
      0,
    );
    expect(broken.code).toBe('validation.failed');
    expect(broken.fields?.map(({ path, rule }) => [path, rule])).toEqual([
      ['zh-CN.title', 'unknown-placeholder'],
      ['zh-CN.body', 'required'],
      // Neither doctor nor department may appear on a locked phone.
      ['zh-CN.subject', 'unknown-placeholder'],
      ['zh-CN.mail', 'missing-placeholder'],
      ['zh-CN.sms', 'one-line'],
      ['zh-CN.push', 'unknown-placeholder'],
    ]);
    const long = await refused({ sms: `{at}${'诊'.repeat(201)}` }, 1);
    expect(long.fields?.map(({ path, rule }) => [path, rule])).toEqual([['zh-CN.sms', 'too-long']]);
  });

  it('cannot replace the texts of codes and account security', async () => {
    const { boss } = await scene();
    const { items } = await boss.ok(contract.listMessageWords, { query: { limit: 100 } });
    const names = items.map((item) => item.template);
    expect(names.filter((name) => name.startsWith('account.'))).toEqual([]);
    expect(names).toContain('staff.invited');
    const body = { en: {}, 'zh-CN': {} };
    for (const name of ['account.code', 'account.password-changed', 'nothing.here'])
      expect(
        (await boss.call(contract.saveMessageDraft, { params: { template: name }, version: 0, body })).status,
      ).toBe(404);
  });

  it('are saved and published by one of two simultaneous requests', async () => {
    const { boss, draft, publish } = await scene();
    const drafts = await Promise.all([draft({ title: '甲' }), draft({ title: '乙' })]);
    expect(drafts.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const published = await Promise.all([publish(1), publish(1)]);
    expect(published.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await draft({ title: '丙' }, 7)).status).toBe(412);
    const resets = await Promise.all([1, 2].map(() => boss.call(contract.resetMessageWords, { params, version: 1 })));
    expect(resets.some(({ status }) => status === 200)).toBe(true);
    const { current } = await boss.ok(contract.readMessageWords, { params });
    expect(current.version).toBe(2);
  });

  it('are listed by content, filtered, sorted and paged', async () => {
    const { boss, draft, publish } = await scene();
    const list = (query: object) => boss.ok(contract.listMessageWords, { query });
    const all = (await list({ limit: 100 })).items.map((item) => item.template);
    const first = await list({ limit: 10 });
    const second = await list({ limit: 10, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map((item) => item.template)).toEqual(all.slice(0, 20));
    expect((await list({ q: 'time FOR a Follow' })).items.map((item) => item.template)).toEqual([
      'visit.follow-up-due',
    ]);
    expect((await list({ q: 'appointment remind' })).items.map((item) => item.template)).toEqual([
      'appointment.reminder',
    ]);
    await draft({ title: '甲' });
    expect((await list({ state: 'draft' })).items).toMatchObject([{ template, state: 'draft' }]);
    await publish(1);
    expect((await list({ state: 'own', q: '甲' })).items).toMatchObject([{ template, heading: { zh: '甲' } }]);
    expect((await list({ sort: 'changed', order: 'desc' })).items[0]?.template).toBe(template);
    const preview = await boss.ok(contract.previewMessageWords, {
      params,
      body: { en: { title: '{hospital} {doctor}' }, 'zh-CN': { body: '{doctor}' } },
    });
    expect([preview.en.title, preview['zh-CN'].body]).toEqual(['Test Hospital Wang Fang', '王芳']);
  });
});

describe('tenant isolation of message texts', () => {
  it('covers every method that reads or writes', async () => {
    const { office, draft, publish } = await scene();
    const theirs = (await Office.open(test)).hospital.id;
    await draft({ title: '甲' });
    await publish(1);
    await draft({ title: '乙' });
    const words = new MessageWordsRepository();
    const every = { q: '', sort: 'published' as const, order: 'desc' as const, after: null, limit: 5 };
    const wordings = { en: {}, 'zh-CN': {} };
    const reads: Record<string, (tx: Tx) => Promise<unknown>> = {
      wording: async (tx) => (await words.wording(tx, template, null)).version > 0,
      all: async (tx) => (await words.all(tx)).length > 0,
      draft: (tx) => words.draft(tx, template),
      versions: async (tx) => (await words.versions(tx, template, every)).length > 0,
    };
    const writes: Record<string, (tx: Tx) => Promise<unknown>> = {
      saveDraft: (tx) => words.saveDraft(tx, template, 1, wordings),
      discardDraft: (tx) => words.discardDraft(tx, template),
      publish: (tx) => words.publish(tx, template, 1, wordings),
    };
    for (const read of Object.values(reads)) expect(await inHospital(test, theirs, read)).toBeFalsy();
    for (const write of Object.values(writes)) await inHospital(test, theirs, write);
    for (const read of Object.values(reads)) expect(await inHospital(test, office.hospital.id, read)).toBeTruthy();
    expect((await inHospital(test, office.hospital.id, (tx) => words.draft(tx, template)))?.version).toBe(1);
    expectEveryMethodTried(MessageWordsRepository, { ...reads, ...writes });
  });
});
