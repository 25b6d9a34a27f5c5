import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDepartment } from '../../../shared/src/administration/departments.contract.ts';
import { inviteStaff, listStaff, listStaffInvitations } from '../../../shared/src/directory/staff.contract.ts';
import { importStaff, type StaffFileReport } from '../../../shared/src/directory/staff-file.contract.ts';
import { readOwnApplication } from '../../../shared/src/directory/applications.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { TestClient } from '../../support/client.ts';
import { MailServer } from '../../support/mail-server.ts';
import { Office } from '../../support/office.ts';
import { runJob } from '../../support/run-job.ts';
import { completed } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let office: Office;
let boss: TestClient;
let mail: MailServer;
beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url, MAIL_FROM: 'Yunzhen <no-reply@clinic.test>' });
  office = await Office.open(test);
  boss = office.administrator.client;
});
afterAll(async () => {
  await test.close();
  await mail.close();
});

const send = (path: string, init: RequestInit = {}, by = boss, at = test) =>
  fetch(`${at.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${String(by.accessToken)}`, ...init.headers },
  });
async function report(file: string | Uint8Array, by = boss, at = test): Promise<StaffFileReport> {
  const headers = { 'content-type': 'text/csv' };
  const init = { method: 'POST', headers, body: Buffer.from(file) };
  const answer = await send('/api/staff-file/report?locale=zh-CN', init, by, at);
  expect(answer.status).toBe(200);
  return (await answer.json()) as StaffFileReport;
}
const faultsOf = ({ rows }: StaffFileReport) =>
  rows.map(({ line, faults }) => [line, ...faults.map(({ column, rule }) => `${column} ${rule}`)]);
const invited = async (q: string) => (await boss.ok(listStaffInvitations, { query: { q } })).items.length;

/** 姓名,邮箱,角色 and one row, in GB 18030. */
const gb18030 = Buffer.concat([
  Buffer.from('d0d5c3fb2cd3cacfe42cbdc7c9ab0a', 'hex'),
  Buffer.from('d5d4d0c2', 'hex'),
  Buffer.from(',zhao@file.test,'),
  Buffer.from('d2bdc9fa', 'hex'),
  Buffer.from('\n'),
]);

describe('a staff file', () => {
  it('is read in UTF-8 with and without a mark and in GB 18030, and nothing is stored by the check', async () => {
    const text = '姓名,邮箱,角色\n赵新,zhao@file.test,医生\n';
    for (const file of [text, `\uFEFF${text}`, gb18030]) {
      const checked = await report(file);
      expect(checked).toMatchObject({ canSend: true, failure: null, rows: [{ line: 2, name: '赵新', faults: [] }] });
      expect(checked.rows[0]?.invitation).toMatchObject({ name: '赵新', roles: ['doctor'], locale: 'zh-CN' });
    }
    expect(await invited('zhao@file.test')).toBe(0);
  });

  it('names each faulty row with line, column and rule, and keeps the others', async () => {
    const taken = office.invitation(['president']).email;
    await office.invite(['president']);
    const { items } = await boss.ok(listStaffInvitations, { query: { limit: 1 } });
    const open = items[0]?.email ?? taken;
    const { items: staff } = await boss.ok(listStaff, { query: { role: 'administrator' } });
    const checked = await report(
      [
        'name,email,roles,licence_valid_until,departments,years_of_practice',
        'Good,good@file.test,pharmacist,2030/1/9,,7',
        ',no-address,nurse,soon,nowhere,many',
        '"Two',
        'lines",good@file.test,doctor;administrator,,,',
        `Open,${open},president,,,`,
        `Here,${staff[0]?.email ?? ''},president,,,`,
        'Long,long@file.test,president,,,,,extra',
      ].join('\n'),
    );
    const [good, bad, ...more] = faultsOf(checked);
    expect(good).toEqual([2]);
    expect(checked.rows[0]?.invitation?.practitioner).toMatchObject({
      licenceValidUntil: '2030-01-09',
      yearsOfPractice: 7,
    });
    expect(
      bad
        ?.slice(1)
        .map((fault) => String(fault).split(' ')[0])
        .toSorted(),
    ).toEqual(expect.arrayContaining(['departments', 'email', 'name', 'roles']));
    expect(more).toEqual([
      [5, 'name unprintable', 'roles charts-apart', 'email duplicate'],
      [6, 'email invited'],
      [7, 'email taken'],
      [8, ' row-too-long'],
    ]);
    expect(checked.rows.map(({ invitation }) => invitation !== null)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['bytes that are no text', new Uint8Array([0x50, 0x4b, 0, 0xff]), 'encoding'],
    ['a quote that never closes', 'name,email,roles\n"x,y,z\n', 'csv'],
    ['a missing and an unknown column', 'name,roles,salary\nx,doctor,1\n', 'columns'],
    ['no rows', 'name,email,roles\n\n', 'empty'],
    ['too many rows', `name,email,roles\n${'x,y@z.test,doctor\n'.repeat(201)}`, 'rows'],
  ])('is refused as a whole: %s', async (_, file, rule) => {
    expect(await report(file)).toMatchObject({ failure: { rule }, rows: [] });
  });

  it('does not reveal which addresses belong to patients', async () => {
    const patient = await office.factory.patient(office.hospital);
    const { rows } = await test.database.admin.query<{ email: string | null }>(
      `UPDATE account SET email = 'patient-' || id || '@file.test' WHERE id = $1 RETURNING email`,
      [patient.accountId],
    );
    const checked = await report(`name,email,roles\nSomebody,${rows[0]?.email ?? ''},president\n`);
    expect(faultsOf(checked)).toEqual([[2]]);
  });
});

describe('the import', () => {
  it('invites everyone once, however often it is sent, and the person finds what was known', async () => {
    const code = `d${newId().slice(-8)}`;
    const name = { en: 'Travel', zh: '旅行' };
    await boss.ok(createDepartment, {
      body: { id: newId(), code, name, description: { en: '', zh: '' }, position: 9, active: true },
    });
    const email = `${newId()}@file.test`;
    const file = `name,email,roles,title_zh,licence_number,departments\n孙丽,${email},doctor,主治医师,D-9,${code}\n`;
    const invitations = (await report(file)).rows.flatMap(({ invitation }) => invitation ?? []);
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => boss.call(importStaff, { key, body: { invitations } })));
    expect(answers.filter(({ status }) => status === 200).map(({ value }) => value)).toContainEqual({ invited: 1 });
    expect(await invited(email)).toBe(1);
    const again = await boss.call(importStaff, { body: { invitations } });
    expect(again.problem.code).toBe('staff.import-changed');
    expect(faultsOf(await report(file))).toEqual([[2, 'email invited']]);
    const id = invitations[0]?.id ?? '';
    expect((await trailOf(test, id)).map(({ action }) => action)).toContain('staff.invited');
    const { rows } = await test.database.admin.query('SELECT prefilled FROM staff_invitation WHERE id = $1', [id]);
    expect(rows).toMatchObject([{ prefilled: { title: { zh: '主治医师' }, licenceNumber: 'D-9' } }]);
  });

  it('sends nothing when one of the file cannot be invited', async () => {
    const good = { ...office.invitation(['president']), practitioner: null };
    const bad = { ...office.invitation(['doctor', 'administrator']), practitioner: null };
    const answer = await boss.call(importStaff, { body: { invitations: [good, bad] } });
    expect(answer.problem.code).toBe('staff.roles-refused');
    expect(await invited(good.email)).toBe(0);
  });

  it('of the same list by two administrators at once invites each person once', async () => {
    const second = await office.factory.staff(office.hospital, 'administrator');
    await office.confirm(second);
    for (let round = 0; round < 3; round += 1) {
      const emails = [1, 2, 3].map(() => `${newId()}@file.test`);
      const file = `name,email,roles\n${emails.map((email) => `Same,${email},president`).join('\n')}\n`;
      const answers = await Promise.all(
        [boss, second.client].map(async (by) => {
          const invitations = (await report(file, by)).rows.flatMap(({ invitation }) => invitation ?? []);
          return by.call(importStaff, { body: { invitations } });
        }),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const email of emails) expect(await invited(email)).toBe(1);
    }
  });

  it('replaces an expired invitation by the one of the file, with a valid link', async () => {
    const { email, link } = await office.invite(['president']);
    await mail.next(email);
    const file = `name,email,roles\n赵新,${email.toUpperCase()},doctor\n`;
    expect(faultsOf(await report(file))).toEqual([[2, 'email invited']]);
    await test.database.admin.query('UPDATE staff_invitation SET expires_at = $2 WHERE id = $1', [
      link.invitationId,
      new Date(test.clock.now().getTime() - 1000),
    ]);
    const checked = await report(file);
    expect(faultsOf(checked)).toEqual([[2]]);
    const invitations = checked.rows.flatMap(({ invitation }) => invitation ?? []);
    await boss.ok(importStaff, { body: { invitations } });
    const { items } = await boss.ok(listStaffInvitations, { query: { q: email } });
    expect(items).toMatchObject([{ id: invitations[0]?.id, roles: ['doctor'], state: 'open' }]);
    expect((await mail.next(email, 1)).text).toContain(invitations[0]?.id);
    const trail = await trailOf(test, link.invitationId);
    expect(trail.map(({ action }) => action)).toContain('staff.invitation-withdrawn');
  });
});

describe('without mail', () => {
  it('the report says so, the import is refused, and no reminder is recorded', async () => {
    const silent = await startTestApi();
    const there = await Office.open(silent);
    const { client } = there.administrator;
    const file = `name,email,roles\n赵新,${newId()}@file.test,president\n`;
    const checked = await report(file, client, silent);
    expect(checked).toMatchObject({ canSend: false, failure: null, rows: [{ faults: [] }] });
    const invitations = checked.rows.flatMap(({ invitation }) => invitation ?? []);
    const answer = await client.call(importStaff, { body: { invitations } });
    expect([answer.status, answer.problem.code]).toEqual([503, 'account.channel-missing']);
    expect((await client.ok(listStaffInvitations, { query: {} })).items).toEqual([]);
    const body = there.invitation(['president']);
    await client.ok(inviteStaff, { body });
    await silent.database.admin.query('UPDATE staff_invitation SET expires_at = $2 WHERE id = $1', [
      body.id,
      new Date(silent.clock.now().getTime() + 36 * 3_600_000),
    ]);
    await runJob(silent, there.hospital.id, 'remind-invited-staff');
    expect((await trailOf(silent, body.id)).map(({ action }) => action)).toEqual(['staff.invited']);
    await silent.close();
  });
});

describe('the export', () => {
  it('has the columns of the import, runs no formula, and shows nothing of another hospital', async () => {
    const { email, link } = await office.invite(['pharmacist']);
    const joined = await completed(test.url, await office.accept(link), test.clock.now());
    expect((await joined.client.ok(readOwnApplication)).submittedAt).toBeNull();
    await test.database.admin.query(`UPDATE account SET display_name = '=HYPERLINK("x")' WHERE email = $1`, [email]);
    const answer = await send('/api/staff-file?locale=zh-CN');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text).toMatch(/^\uFEFF"姓名","拉丁字母姓名","邮箱","角色"/);
    expect(text).toContain(`"'=HYPERLINK(""x"")","Zhao Xin","${email}","pharmacist"`);
    const back = await report(bytes);
    expect(back.failure).toBeNull();
    expect(back.rows.find((row) => row.email === email)).toMatchObject({
      name: '=HYPERLINK("x")',
      faults: [{ column: 'email', rule: 'taken' }],
    });
    const theirs = await Office.open(test);
    const other = await send('/api/staff-file?locale=en', {}, theirs.administrator.client);
    expect(await other.text()).not.toContain(email);
  });
});
