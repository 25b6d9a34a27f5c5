import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { readAccount, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { readOwnApplication, submitApplication } from '../../../shared/src/directory/applications.contract.ts';
import { listDoctors } from '../../../shared/src/directory/directory.contract.ts';
import {
  disableStaffMember,
  enableStaffMember,
  inviteStaff,
  listStaff,
  listStaffInvitations,
  openStaffInvitation,
  readStaffMember,
  countMissingFactors,
  remindOfSecondFactor,
  renewStaffInvitation,
  savePractitioner,
  setStaffRoles,
  withdrawStaffInvitation,
} from '../../../shared/src/directory/staff.contract.ts';
import { TestClient } from '../../support/client.ts';
import type { TestPerson } from '../../support/factories.ts';
import { Office } from '../../support/office.ts';
import { listen } from '../../support/record-socket.ts';
import { completed } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let office: Office;
let boss: TestClient;
let anybody: TestClient;
beforeAll(async () => {
  test = await startTestApi();
  office = await Office.open(test);
  boss = office.administrator.client;
  anybody = new TestClient(test.url);
});
afterAll(() => test.close());

describe('a staff invitation', () => {
  it('creates one applicant, however often it is accepted at once; a confirmed one is in the directory and can sign', async () => {
    const { email, link } = await office.invite(['doctor']);
    expect(await anybody.ok(openStaffInvitation, { body: link })).toMatchObject({ email, roles: ['doctor'] });
    const answers = await Promise.all([office.accept(link), office.accept(link), office.accept(link)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410, 410]);
    const accepted = answers.find(({ status }) => status === 201) ?? expect.fail('one was accepted');
    const { grant: granted, client } = await completed(test.url, accepted, test.clock.now());
    expect(granted.account).toMatchObject({ email, roles: ['applicant'], displayName: '赵新', practitionerId: null });
    const details = office.practitioner();
    const { version } = await client.ok(readOwnApplication);
    await client.ok(submitApplication, { version, body: details });
    await office.confirmDetails(granted.account.id, details);
    const patient = await office.factory.patient(office.hospital);
    const { items } = await patient.client.ok(listDoctors, { query: { q: 'Zhao Xin' } });
    expect(items.map(({ departmentIds }) => departmentIds)).toEqual([[office.hospital.departmentId]]);
    const accountId = granted.account.id;
    const member = await boss.ok(readStaffMember, { params: { accountId } });
    expect(member.practitioner?.certificateUntil).not.toBeNull();
    expect((await trailOf(test, accountId)).map(({ action }) => action)).toContain('staff.joined');
  });

  it('is rejected with a wrong secret, at another hospital, or when withdrawn, renewed or expired', async () => {
    const [wrong, back, renewed, late] = await Promise.all([1, 2, 3, 4].map(() => office.invite(['president'])));
    if (!wrong || !back || !renewed || !late) throw new Error('expected four links');
    for (let click = 0; click < 2; click++)
      expect(
        (await boss.call(withdrawStaffInvitation, { params: { invitationId: back.link.invitationId } })).status,
      ).toBe(204);
    const again = await boss.ok(renewStaffInvitation, { params: { invitationId: renewed.link.invitationId } });
    await test.database.admin.query('UPDATE staff_invitation SET expires_at = now() WHERE id = $1', [
      late.link.invitationId,
    ]);
    const tried = [
      { ...wrong.link, secret: 'x'.repeat(43) },
      { ...wrong.link, hospital: (await Office.open(test)).hospital.slug },
      back.link,
      renewed.link,
      late.link,
    ];
    for (const link of tried) {
      expect((await anybody.call(openStaffInvitation, { body: link })).problem.code).toBe('invitation.unusable');
      expect((await office.accept(link)).problem.code).toBe('invitation.unusable');
    }
    expect((await office.accept({ ...renewed.link, secret: again.secret })).status).toBe(201);
    const open = await boss.ok(listStaffInvitations, { query: { q: late.email } });
    expect(open.items).toEqual([expect.objectContaining({ state: 'expired', mail: 'none' })]);
  });

  it('is created once per key and never shows its secret again', async () => {
    const body = office.invitation(['president']);
    const [one, two] = await Promise.all([boss.ok(inviteStaff, { body }), boss.ok(inviteStaff, { body })]);
    expect((await boss.ok(listStaffInvitations, { query: { q: body.email } })).items).toHaveLength(1);
    const good = await Promise.all(
      [one, two].map(({ secret }) =>
        anybody.call(openStaffInvitation, { body: { hospital: office.hospital.slug, invitationId: body.id, secret } }),
      ),
    );
    expect(good.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    const { rows } = await test.database.admin.query<{ whole: string }>(
      `SELECT (SELECT json_agg(i) FROM staff_invitation i)::text || coalesce((SELECT json_agg(k.answer) FROM idempotency_key k)::text, '') AS whole`,
    );
    expect(rows[0]?.whole).not.toContain(one.secret);
    expect(rows[0]?.whole).not.toContain(two.secret);
  });

  it('is rejected with incompatible roles or with a weak password', async () => {
    const refused = async (...given: Parameters<Office['invitation']>) =>
      (await boss.call(inviteStaff, { body: office.invitation(...given) })).problem.code;
    expect(await refused(['doctor', 'administrator'], office.practitioner())).toBe('staff.roles-refused');
    const { link } = await office.invite(['president']);
    expect((await office.accept(link, 'password1234')).problem.fields).toEqual([
      expect.objectContaining({ path: 'password', rule: 'password-common' }),
    ]);
  });

  it('requires the administrator’s second factor', async () => {
    const unconfirmed = await office.factory.unconfirmedSession(office.administrator);
    const answer = await unconfirmed.client.call(inviteStaff, { body: office.invitation(['president']) });
    expect(answer.problem.code).toBe('auth.second-factor-required');
  });
});

describe('staff roles', () => {
  it('are granted and removed, end the sessions that held them, and create a practitioner with a licence', async () => {
    const president = await office.factory.staff(office.hospital, 'president');
    const params = { accountId: president.accountId };
    const { version } = await boss.ok(readStaffMember, { params });
    const body = { roles: ['pharmacist', 'supervisor'] as const };
    const bare = await boss.call(setStaffRoles, { params, version, body: { roles: [...body.roles] } });
    expect(bare.problem.code).toBe('staff.practitioner-missing');
    const practitioner = office.practitioner({ departmentIds: [] });
    const changed = await boss.ok(setStaffRoles, { params, version, body: { roles: [...body.roles], practitioner } });
    expect(changed).toMatchObject({ roles: ['pharmacist', 'supervisor'], practitioner: { kind: 'pharmacist' } });
    expect((await president.client.call(readAccount)).problem.code).toBe('auth.session-expired');
    const stale = await boss.call(setStaffRoles, { params, version, body: { roles: ['president'] } });
    expect(stale.status).toBe(412);
  });

  it('leave the hospital at least one administrator, even when two remove each other at once', async () => {
    const here = await Office.open(test);
    const other = await here.factory.staff(here.hospital, 'administrator');
    await here.confirm(other);
    const take = (by: TestPerson, of: TestPerson) =>
      by.client.call(setStaffRoles, {
        params: { accountId: of.accountId },
        version: 1,
        body: { roles: ['president'] },
      });
    const answers = await Promise.all([take(here.administrator, other), take(other, here.administrator)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await test.database.admin.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM account WHERE hospital_id = $1 AND 'administrator' = ANY (roles)`,
      [here.hospital.id],
    );
    expect(rows).toEqual([{ left: 1 }]);
    const alone = await Office.open(test);
    const params = { accountId: alone.administrator.accountId };
    const own = await alone.administrator.client.call(setStaffRoles, {
      params,
      version: 1,
      body: { roles: ['president'] },
    });
    expect(own.problem.code).toBe('staff.last-administrator');
    expect((await alone.administrator.client.call(disableStaffMember, { params })).problem.code).toBe(
      'staff.last-administrator',
    );
  });
});

describe('a closed account', () => {
  it('loses its sessions and sockets at once and cannot sign in until it is reopened', async () => {
    const { email, link } = await office.invite(['president']);
    const { client: president, grant } = await completed(test.url, await office.accept(link), test.clock.now());
    const { accessToken, account } = grant;
    const { socket } = await listen(test.url, accessToken);
    const params = { accountId: account.id };
    const signInAgain = () =>
      anybody.call(signIn, { body: { hospital: office.hospital.slug, email, password: 'river stone lantern' } });
    const ended = new Promise<string>((done) => socket.once('session-ended', ({ reason }) => done(reason)));
    const key = newId();
    const closed = await Promise.all([
      boss.ok(disableStaffMember, { params, key }),
      boss.ok(disableStaffMember, { params, key }),
    ]);
    expect(closed[1]).toEqual(closed[0]);
    expect(await ended).toBe('signed-out');
    expect((await president.call(readAccount)).status).toBe(401);
    expect((await signInAgain()).status).toBe(401);
    const patient = await office.factory.patient(office.hospital);
    const { accountId, member } = await office.join(['doctor']);
    const shown = async () => (await patient.client.ok(listDoctors)).items.map(({ id }) => id);
    expect(await shown()).toContain(member.practitioner?.id);
    await boss.ok(disableStaffMember, { params: { accountId } });
    expect(await shown()).not.toContain(member.practitioner?.id);
    expect((await boss.ok(enableStaffMember, { params })).state).toBe('active');
    expect((await signInAgain()).status).toBe(201);
  });
});

describe('a practitioner', () => {
  it('is changed by one of two simultaneous requests; the other one gets a stale error', async () => {
    const doctor = await office.factory.doctor(office.hospital);
    const params = { accountId: doctor.accountId };
    const { version } = await boss.ok(readStaffMember, { params });
    const save = (yearsOfPractice: number) =>
      boss.call(savePractitioner, {
        params,
        version,
        body: office.practitioner({ yearsOfPractice }),
      });
    const answers = await Promise.all([save(8), save(9)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const other = (await Office.open(test)).hospital.departmentId;
    const { version: next } = await boss.ok(readStaffMember, { params });
    const body = office.practitioner({ departmentIds: [other] });
    expect((await boss.call(savePractitioner, { params, version: next, body })).status).toBe(404);
  });

  it('needs languages and, for a doctor, a department; the error names the field', async () => {
    const missing = async (answer: Promise<{ problem: { fields?: { path: string; rule: string }[] | undefined } }>) =>
      (await answer).problem.fields?.map(({ path, rule }) => [path, rule]);
    const bare = office.practitioner({ departmentIds: [] });
    const mute = office.practitioner({ languages: [] });
    const doctor = await office.factory.doctor(office.hospital);
    const president = await office.factory.staff(office.hospital, 'president');
    const params = { accountId: doctor.accountId };
    const { version } = await boss.ok(readStaffMember, { params });
    const save = (body: typeof bare) => boss.call(savePractitioner, { params, version, body });
    expect(await missing(save(bare))).toEqual([['departmentIds', 'required']]);
    expect(await missing(save(mute))).toEqual([['languages', 'required']]);
    const invite = (body: ReturnType<Office['invitation']>) => boss.call(inviteStaff, { body });
    const path = 'practitioner.departmentIds';
    const roles = { roles: ['doctor' as const], practitioner: bare };
    const become = boss.call(setStaffRoles, { params: { accountId: president.accountId }, version, body: roles });
    expect(await missing(become)).toEqual([[path, 'required']]);
    expect((await invite(office.invitation(['pharmacist'], bare))).status).toBe(201);
  });
});

describe('the staff list', () => {
  it('is searched, filtered, sorted and paged on the server without gaps or repeats', async () => {
    const here = await Office.open(test);
    const days = ['2036-12-01', '2020-01-01', '2040-01-01', '2036-12-01', '2033-05-05'];
    for (const licenceValidUntil of days) {
      await here.join(['doctor'], here.practitioner({ licenceValidUntil }));
    }
    const client = here.administrator.client;
    for (const order of ['asc', 'desc'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.ok(listStaff, {
          query: { role: 'doctor', sort: 'licence', order, limit: 2, cursor },
        });
        seen.push(...page.items.map(({ practitioner }) => practitioner?.licenceValidUntil ?? ''));
        cursor = page.next ?? undefined;
      } while (cursor);
      const sorted = days.toSorted();
      expect(seen).toEqual(order === 'asc' ? sorted : sorted.toReversed());
    }
    const ended = await client.ok(listStaff, { query: { licence: 'ended' } });
    expect(ended.items.map(({ practitioner }) => practitioner?.licence)).toEqual(['ended']);
    expect((await client.ok(listStaff, { query: { q: 'zhao XIN', state: 'disabled' } })).items).toEqual([]);
  });

  it('gives each member of staff without a second factor one reminder a day, and patients none', async () => {
    const here = await Office.open(test);
    const president = await here.factory.staff(here.hospital, 'president');
    await here.factory.patient(here.hospital);
    await test.database.admin.query('DELETE FROM second_factor WHERE account_id = $1', [president.accountId]);
    const { client } = here.administrator;
    const { missing } = await client.ok(remindOfSecondFactor);
    await client.ok(remindOfSecondFactor);
    const { rows } = await test.database.admin.query<{ account: string; count: number }>(
      `SELECT n.account_id AS account, count(*)::int AS count FROM notification n JOIN account a ON a.id = n.account_id
       WHERE n.template = 'account.second-factor-wanted' AND n.hospital_id = $1 AND NOT 'patient' = ANY (a.roles) GROUP BY n.account_id`,
      [here.hospital.id],
    );
    expect(rows).toContainEqual({ account: president.accountId, count: 1 });
    expect(rows).toHaveLength(missing);
    const actions = (await trailOf(test, president.accountId)).map(({ action }) => action);
    // The second press told nobody.
    expect(actions.filter((action) => action === 'staff.second-factor-reminded')).toHaveLength(1);
  });

  it('counts who of the whole staff lacks a second factor and may sign in, whatever a page of the list shows', async () => {
    const here = await Office.open(test);
    const { client } = here.administrator;
    const count = async () => (await client.ok(countMissingFactors)).missing;
    const before = await count();
    const members = [];
    for (let n = 0; n < 2; n++) members.push(await here.factory.staff(here.hospital, 'president'));
    const [lacking, disabled] = members.map(({ accountId }) => accountId);
    await test.database.admin.query('DELETE FROM second_factor WHERE account_id = ANY ($1)', [[lacking, disabled]]);
    expect(await count()).toBe(before + 2);
    await test.database.admin.query(`UPDATE account SET status = 'disabled' WHERE id = $1`, [disabled]);
    expect(await count()).toBe(before + 1);
    expect((await client.ok(remindOfSecondFactor)).missing).toBe(before + 1);
    const president = await here.factory.staff(here.hospital, 'president');
    expect((await president.client.call(countMissingFactors)).status).toBe(403);
  });

  it('is available to the administrator only and excludes other hospitals', async () => {
    const doctor = await office.factory.doctor(office.hospital);
    const theirs = (await Office.open(test)).administrator.client;
    const params = { accountId: doctor.accountId };
    const invitation = { params: { invitationId: (await office.invite(['president'])).link.invitationId } };
    const version = 1;
    const roles = { params, version, body: { roles: ['president' as const] } };
    const details = { params, version, body: office.practitioner() };
    for (const [client, status] of [
      [doctor.client, 403],
      [theirs, 404],
    ] as const) {
      const answers = [
        await client.call(readStaffMember, { params }),
        await client.call(setStaffRoles, roles),
        await client.call(savePractitioner, details),
        await client.call(disableStaffMember, { params }),
        await client.call(enableStaffMember, { params }),
        await client.call(renewStaffInvitation, invitation),
        await client.call(withdrawStaffInvitation, invitation),
      ];
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    }
    expect((await doctor.client.call(listStaff)).problem.code).toBe('auth.forbidden');
    expect((await theirs.ok(listStaff)).items.map(({ id }) => id)).not.toContain(doctor.accountId);
  });
});
