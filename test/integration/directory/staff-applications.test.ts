import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import {
  readOwnApplication,
  removeApplicationPortrait,
  submitApplication,
  type OwnApplication,
} from '../../../shared/src/directory/applications.contract.ts';
import { listDoctors, setDuty } from '../../../shared/src/directory/directory.contract.ts';
import {
  confirmApplication,
  inviteStaff,
  listStaff,
  openStaffInvitation,
  readStaffMember,
  returnApplication,
  setStaffRoles,
  withdrawStaffInvitation,
} from '../../../shared/src/directory/staff.contract.ts';
import { listNotifications } from '../../../shared/src/notifications/notifications.contract.ts';
import { searchPatients } from '../../../shared/src/visits/patient-search.contract.ts';
import { TestClient } from '../../support/client.ts';
import { MailServer } from '../../support/mail-server.ts';
import { Office } from '../../support/office.ts';
import { runJob } from '../../support/run-job.ts';
import { completed } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';
import { photo } from '../chat/sample-files.ts';

let mail: MailServer;
let test: TestApi;
let office: Office;
let boss: TestClient;
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

const member = (accountId: string) => boss.ok(readStaffMember, { params: { accountId } });
const stateOf = async (q: string) => (await boss.ok(listStaff, { query: { q } })).items.map(({ state }) => state);
const titles = async (client: TestClient) =>
  (await client.ok(listNotifications, { query: {} })).items.map(({ template }) => template);

/** An invited doctor who sent these details. */
async function applicant(details = office.practitioner()) {
  const { email, link } = await office.invite(['doctor']);
  return { email, link, details, ...(await office.apply(link, details)) };
}

/** Uploads a photo for the confirmation. */
async function uploaded(client: TestClient): Promise<OwnApplication> {
  const answer = await fetch(`${test.url}/api/staff-applications/own/portrait`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${String(client.accessToken)}`, 'content-type': 'image/jpeg' },
    body: Buffer.from(await photo()),
  });
  return (await answer.json()) as OwnApplication;
}

describe('an invited doctor', () => {
  it('is invited with name, address and role, and has no right before the confirmation', async () => {
    const { email, link } = await office.invite(['doctor']);
    expect(await stateOf(email)).toEqual(['invited']);
    const { client, grant } = await completed(test.url, await office.accept(link), test.clock.now());
    expect(await stateOf(email)).toEqual(['joining']);
    expect((await boss.ok(listStaff, { query: { q: email, role: 'doctor' } })).items).toHaveLength(1);
    const details = office.practitioner();
    const { version } = await client.ok(readOwnApplication);
    await client.ok(submitApplication, { version, body: details });
    expect(await stateOf(email)).toEqual(['to-confirm']);
    for (const call of [
      await client.call(setDuty, { body: { onDuty: true } }),
      await client.call(searchPatients, { query: { q: '李伟' } }),
      await client.call(listStaff),
    ])
      expect(call.problem.code).toBe('auth.forbidden');
    const { rows } = await test.database.admin.query('SELECT 1 FROM practitioner WHERE account_id = $1', [
      grant.account.id,
    ]);
    expect(rows).toEqual([]);
    expect(await titles(boss)).toContain('staff.details-sent');
  });

  it('practises once an administrator has confirmed the details, corrected where needed', async () => {
    const { accountId, client, email, details } = await applicant(office.practitioner({ departmentIds: [] }));
    const { version } = await member(accountId);
    const params = { accountId };
    const without = await boss.call(confirmApplication, { params, version, body: details });
    expect(without.problem.fields).toEqual([expect.objectContaining({ path: 'departmentIds', rule: 'required' })]);
    const body = { ...details, departmentIds: [office.hospital.departmentId] };
    const answers = await Promise.all([1, 2].map(() => boss.call(confirmApplication, { params, version, body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await stateOf(email)).toEqual(['active']);
    expect((await client.call(readOwnApplication)).status).toBe(401);
    const confirmed = await member(accountId);
    expect(confirmed).toMatchObject({ roles: ['doctor'], application: null, practitioner: { licence: 'valid' } });
    expect(confirmed.practitioner?.certificateUntil).not.toBeNull();
    const trail = await trailOf(test, accountId);
    expect(trail.find(({ action }) => action === 'staff.confirmed')).toMatchObject({
      details: { roles: 'doctor', changed: 'departmentIds' },
    });
    expect((await mail.next(email, 2)).text).toContain('/sign-in');
  });

  it('corrects what was returned; neither side can act on an outdated version', async () => {
    const { accountId, client, details } = await applicant();
    const params = { accountId };
    const { version } = await member(accountId);
    const note = 'The licence number does not match the register.';
    await boss.ok(returnApplication, { params, version, body: { note } });
    const nothing = await boss.call(confirmApplication, { params, version: version + 1, body: details });
    expect(nothing.problem.code).toBe('staff.nothing-to-confirm');
    expect(await client.ok(readOwnApplication)).toMatchObject({ submittedAt: null, note });
    expect((await client.call(submitApplication, { version, body: details })).status).toBe(412);
    const sent = await client.ok(submitApplication, {
      version: version + 1,
      body: { ...details, licenceNumber: 'D-77' },
    });
    expect(sent).toMatchObject({ note: '', draft: { licenceNumber: 'D-77' } });
    expect((await boss.call(confirmApplication, { params, version, body: details })).status).toBe(412);
    expect((await member(accountId)).application?.draft.licenceNumber).toBe('D-77');
  });

  it('shows the picture to patients only after the confirmation', async () => {
    const { accountId, client, details } = await applicant();
    const { portrait } = await uploaded(client);
    expect(portrait).toMatch(/portraits/);
    const patient = await office.factory.patient(office.hospital);
    const shown = async () => (await patient.client.ok(listDoctors)).items.map((doctor) => doctor.portrait);
    expect(await shown()).not.toContain(portrait);
    await office.confirmDetails(accountId, details);
    expect(await shown()).toContain(portrait);
  });

  it('removes the picture, of which nothing stays; doing it again changes nothing', async () => {
    const { accountId, client } = await applicant();
    expect((await uploaded(client)).portrait).toMatch(/portraits/);
    const { version } = await client.ok(removeApplicationPortrait);
    expect(await client.ok(removeApplicationPortrait)).toMatchObject({ portrait: null, version });
    const { rows } = await test.database.admin.query(
      'SELECT portrait_sha256, portrait_small, portrait_large FROM staff_application WHERE account_id = $1',
      [accountId],
    );
    expect(rows).toEqual([{ portrait_sha256: null, portrait_small: null, portrait_large: null }]);
    const trail = await trailOf(test, accountId);
    expect(trail.filter(({ action }) => action === 'portrait.removed')).toHaveLength(1);
    expect((await boss.call(removeApplicationPortrait)).status).toBe(403);
  });

  it('gets no role by other ways, and none from another hospital', async () => {
    const { accountId, details } = await applicant();
    const params = { accountId };
    const { version } = await member(accountId);
    const roles = { roles: ['doctor' as const], practitioner: details };
    expect((await boss.call(setStaffRoles, { params, version, body: roles })).problem.code).toBe('staff.not-confirmed');
    const theirs = (await Office.open(test)).administrator.client;
    expect((await theirs.call(confirmApplication, { params, version, body: details })).status).toBe(404);
    const unconfirmed = await office.factory.unconfirmedSession(office.administrator);
    const answer = await unconfirmed.client.call(confirmApplication, { params, version, body: details });
    expect(answer.problem.code).toBe('auth.second-factor-required');
  });
});

describe('a reminder', () => {
  it('is mailed once before the invitation ends, with a link that works beside the first one until then', async () => {
    const body = { ...office.invitation(['president']), locale: 'en' as const };
    const { secret } = await boss.ok(inviteStaff, { body });
    await mail.next(body.email);
    const job = () => runJob(test, office.hospital.id, 'remind-invited-staff');
    await job();
    expect(mail.count(body.email)).toBe(1);
    await test.database.admin.query('UPDATE staff_invitation SET expires_at = $2 WHERE id = $1', [
      body.id,
      new Date(test.clock.now().getTime() + 36 * 3_600_000),
    ]);
    await job();
    await job();
    const { subject, text } = await mail.next(body.email, 1);
    expect(subject).toBe('Reminder: your invitation to Test Hospital');
    expect(mail.count(body.email)).toBe(2);
    const anybody = new TestClient(test.url);
    const open = (of: string) =>
      anybody.call(openStaffInvitation, {
        body: { hospital: office.hospital.slug, invitationId: body.id, secret: of },
      });
    const second = /#(\S+)/.exec(text)?.[1] ?? '';
    expect(second).not.toBe(secret);
    expect([(await open(secret)).status, (await open(second)).status]).toEqual([200, 200]);
    await boss.call(withdrawStaffInvitation, { params: { invitationId: body.id } });
    expect((await open(second)).problem.code).toBe('invitation.unusable');
    expect(await stateOf(body.email)).toEqual([]);
  });

  it('asks a person once who joined three days ago and sent nothing', async () => {
    const { email, link } = await office.invite(['pharmacist']);
    const { client, grant } = await completed(test.url, await office.accept(link), test.clock.now());
    await test.database.admin.query('UPDATE staff_application SET started_at = $2 WHERE account_id = $1', [
      grant.account.id,
      new Date(test.clock.now().getTime() - 73 * 3_600_000),
    ]);
    for (let n = 0; n < 2; n++) await runJob(test, office.hospital.id, 'remind-invited-staff');
    expect((await titles(client)).filter((name) => name === 'staff.details-missing')).toHaveLength(1);
    const body = { hospital: office.hospital.slug, email, password: 'river stone lantern' };
    expect((await new TestClient(test.url).call(signIn, { body })).status).toBe(201);
  });
});
