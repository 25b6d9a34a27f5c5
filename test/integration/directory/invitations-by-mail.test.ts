import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptPharmacyInvitation,
  createPharmacy,
  inviteDispenser,
  listPharmacies,
  openPharmacyInvitation,
  renewPharmacyInvitation,
  withdrawPharmacyInvitation,
} from '../../../shared/src/dispensing/pharmacies.contract.ts';
import {
  inviteStaff,
  listStaffInvitations,
  openStaffInvitation,
  renewStaffInvitation,
  withdrawStaffInvitation,
  type StaffInvitationState,
} from '../../../shared/src/directory/staff.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClient } from '../../support/client.ts';
import { MailServer, type ReceivedMail } from '../../support/mail-server.ts';
import { Office } from '../../support/office.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let mail: MailServer;
let test: TestApi;
let office: Office;
let boss: TestClient;
let anybody: TestClient;
beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Yunzhen <no-reply@clinic.test>',
    PUBLIC_URL: 'https://clinic.test',
    HOSPITAL_SUBDOMAINS: 'true',
  });
  office = await Office.open(test);
  boss = office.administrator.client;
  anybody = new TestClient(test.url);
});
afterAll(async () => {
  await test.close();
  await mail.close();
});

/** Parses the link in a mail as the page does and checks that it leads to the hospital’s own address. */
function linkIn({ text }: ReceivedMail, kind: 'staff' | 'pharmacy') {
  const [, host, hospital = '', invitationId = '', secret = ''] =
    new RegExp(`https://([^/]+)/${kind}-invitation/([^/]+)/([^#]+)#(\\S+)`).exec(text) ?? [];
  expect(host).toBe(`${office.hospital.slug}.clinic.test`);
  return { hospital, invitationId, secret };
}
const invitationOf = async (q: string, state?: StaffInvitationState) =>
  (await boss.ok(listStaffInvitations, { query: { q, state } })).items[0];

describe('a staff invitation by mail', () => {
  it('is sent to the address in its language with a working link', async () => {
    const body = { ...office.invitation(['president']), locale: 'en' as const };
    const { secret, invitation } = await boss.ok(inviteStaff, { body });
    expect(invitation).toMatchObject({ state: 'open', mail: 'on-its-way', mailWords: null });
    const received = await mail.next(body.email);
    expect(received.subject).toBe('Your invitation to Test Hospital');
    const link = linkIn(received, 'staff');
    expect(link.secret).toBe(secret);
    await expect.poll(async () => (await invitationOf(body.email))?.mail).toBe('sent');
    expect(await invitationOf(body.email)).toMatchObject({ mailWords: 0 });
    expect((await office.accept(link)).status).toBe(201);
    expect(await invitationOf(body.email)).toBeUndefined();
    expect(await invitationOf(body.email, 'accepted')).toMatchObject({ state: 'accepted' });
    const { rows } = await test.database.admin.query<{ kept: string }>(
      'SELECT (SELECT json_agg(d) FROM message_delivery d)::text AS kept',
    );
    expect(rows[0]?.kept).not.toContain(secret);
  });

  it('invalidates the link of the first mail when it is sent again', async () => {
    const { email, link } = await office.invite(['president']);
    const first = await mail.next(email);
    expect(first.subject).toBe('测试医院邀请您加入');
    await boss.ok(renewStaffInvitation, { params: { invitationId: link.invitationId } });
    const second = linkIn(await mail.next(email, 1), 'staff');
    const open = (of: ReturnType<typeof linkIn>) => anybody.call(openStaffInvitation, { body: of });
    expect((await open(linkIn(first, 'staff'))).problem.code).toBe('invitation.unusable');
    expect((await open(second)).status).toBe(200);
  });

  it('shows when its mail could not be delivered', async () => {
    mail.refusals.push(550);
    const { email } = await office.invite(['president']);
    await expect.poll(async () => (await invitationOf(email))?.mail).toBe('failed');
  });

  it('that is withdrawn or resent before the mail was sent delivers no invalid link', async () => {
    const params = async (of: { link: { invitationId: string } }) => ({ invitationId: of.link.invitationId });
    const retryingInvitation = async () => {
      mail.refusals.push(451);
      const made = await office.invite(['president']);
      await expect.poll(() => mail.refusals.length).toBe(0);
      const attempts = async () =>
        (
          await test.database.admin.query<{ tries: number }>(
            `SELECT d.attempts AS tries FROM message_delivery d JOIN staff_invitation i ON i.delivery_id = d.id
             WHERE i.id = $1 AND d.state = 'waiting'`,
            [made.link.invitationId],
          )
        ).rows[0]?.tries;
      await expect.poll(attempts).toBe(1);
      return made;
    };
    const back = await retryingInvitation();
    await boss.call(withdrawStaffInvitation, { params: await params(back) });
    expect(await invitationOf(back.email, 'withdrawn')).toMatchObject({ state: 'withdrawn', mail: 'none' });
    const again = await retryingInvitation();
    await boss.ok(renewStaffInvitation, { params: await params(again) });
    const received = await mail.next(again.email);
    await expect.poll(async () => (await invitationOf(again.email))?.mail).toBe('sent');
    test.clock.advance(120_000);
    await runJob(test, office.hospital.id, 'deliver-due-messages');
    expect((await anybody.call(openStaffInvitation, { body: linkIn(received, 'staff') })).status).toBe(200);
    expect([mail.count(back.email), mail.count(again.email)]).toEqual([0, 1]);
  });
});

describe('a pharmacy invitation by mail', () => {
  it('is sent to the address, resent with a new link and withdrawn', async () => {
    const pharmacyId = newId();
    const here = new TestClient(test.url, office.factory.clientOf(office.administrator).accessToken);
    await here.ok(createPharmacy, { body: { id: pharmacyId, name: { en: 'Canal', zh: '运河药房' }, kind: 'outside' } });
    const email = `${newId()}@pharmacy.test`;
    const made = await here.ok(inviteDispenser, {
      params: { pharmacyId },
      body: { name: '沈青', email, locale: 'en' },
    });
    const first = await mail.next(email);
    expect(first.text).toMatch(/^Test Hospital invites you to work together\. Open this link by/);
    const params = { pharmacyId, invitationId: made.invitationId };
    await test.database.admin.query('UPDATE pharmacy_invitation SET expires_at = $1', [test.clock.now()]);
    const [over] = (await here.ok(listPharmacies)).items;
    expect(over?.invitations).toMatchObject([{ expired: true }]);
    await here.ok(renewPharmacyInvitation, { params });
    const second = linkIn(await mail.next(email, 1), 'pharmacy');
    const open = (body: ReturnType<typeof linkIn>) => anybody.call(openPharmacyInvitation, { body });
    expect((await open(linkIn(first, 'pharmacy'))).problem.code).toBe('invitation.unusable');
    expect((await open(second)).status).toBe(200);
    await expect
      .poll(async () => (await here.ok(listPharmacies)).items[0]?.invitations)
      .toMatchObject([{ expired: false, mail: 'sent' }]);
    await here.ok(withdrawPharmacyInvitation, { params });
    const body = { ...second, password: 'river stone lantern', locale: 'en' as const };
    expect((await anybody.call(acceptPharmacyInvitation, { body })).problem.code).toBe('invitation.unusable');
    expect((await here.call(renewPharmacyInvitation, { params })).status).toBe(404);
  });
});
