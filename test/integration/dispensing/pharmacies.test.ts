import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { beginAuthenticator, proveEnrolment } from '../../../shared/src/accounts/second-factor.contract.ts';
import {
  answerCancellation,
  claimPrescription,
  dispense,
  readClaim,
  readOwnPharmacy,
  releaseClaim,
} from '../../../shared/src/dispensing/dispensing.contract.ts';
import {
  acceptPharmacyInvitation,
  createPharmacy,
  inviteDispenser,
  listPharmacies,
  makePharmacyKey,
  openCounter,
  openPharmacyInvitation,
  resetDispenserFactor,
  withdrawDispenser,
  withdrawPharmacyInvitation,
  withdrawPharmacy,
  withdrawPharmacyKey,
} from '../../../shared/src/dispensing/pharmacies.contract.ts';
import { readReceipt } from '../../../shared/src/dispensing/receipts.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import { TestClient } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { everyPage } from '../../support/every-page.ts';
import { holdSealing } from '../../support/held-jobs.ts';
import { Office } from '../../support/office.ts';
import { atTheCounter, pack, PharmacyCounters } from '../../support/pharmacy-counter.ts';
import { completed } from '../../support/staff-sign-in.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let clinic: Clinic;
let counters: PharmacyCounters;
let administrator: TestClient;
let anybody: TestClient;
const password = 'corner-of-the-street';

beforeAll(async () => {
  test = await startTestApi();
  await holdSealing(test.database);
  clinic = await Clinic.open(test);
  counters = new PharmacyCounters(test, clinic);
  administrator = await counters.administrator();
  anybody = new TestClient(test.url);
});
afterAll(() => test.close());

async function invited() {
  const { id: pharmacyId } = await counters.counter();
  const email = `${newId()}@pharmacy.test`;
  const { invitationId, secret } = await administrator.ok(inviteDispenser, {
    params: { pharmacyId },
    body: { name: '张敏', email },
  });
  return { pharmacyId, email, link: { hospital: clinic.hospital.slug, invitationId, secret } };
}
const accept = (link: { hospital: string; invitationId: string; secret: string }) =>
  anybody.call(acceptPharmacyInvitation, { body: { ...link, password, locale: 'zh-CN' } });
const signInAs = (email: string) => anybody.call(signIn, { body: { hospital: clinic.hospital.slug, email, password } });

describe('the list of pharmacies', () => {
  it('is searched in both languages and paged, and a repeated command adds one pharmacy', async () => {
    const ids = Array.from({ length: 3 }, newId);
    for (const [at, id] of ids.entries()) {
      const body = { id, name: { en: `Linden ${at}`, zh: `菩提 ${at}` }, kind: 'outside' as const };
      await Promise.all([administrator.ok(createPharmacy, { body }), administrator.ok(createPharmacy, { body })]);
    }
    const first = await administrator.ok(listPharmacies, { query: { q: 'linden', limit: 2 } });
    const rest = await administrator.ok(listPharmacies, { query: { q: '菩提', limit: 2, cursor: first.next ?? '' } });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(rest.next).toBeNull();
  });

  it('is sorted by creation, name and state in both directions across pages', async () => {
    const ids: Record<string, string> = {};
    for (const en of ['Reed b', 'Reed C', 'Reed a']) {
      const id = (ids[en] = newId());
      await administrator.ok(createPharmacy, {
        body: { id, name: { en, zh: '芦苇' }, kind: 'outside', phone: '0573' },
      });
    }
    await administrator.ok(withdrawPharmacy, { params: { pharmacyId: ids['Reed b'] ?? '' } });
    // Two pharmacies that were added in the same instant.
    await test.database.admin.query(
      `UPDATE pharmacy SET created_at = (SELECT p.created_at FROM pharmacy p WHERE p.id = $1) WHERE id = $2`,
      [ids['Reed b'], ids['Reed C']],
    );
    const named = async (query: QueryInputOf<typeof listPharmacies>, client = administrator) =>
      (await everyPage((page) => client.ok(listPharmacies, { query: { q: '芦苇', ...query, ...page } }))).map(
        ({ name }) => name.en,
      );
    const newest = await named({});
    expect(newest[0]).toBe('Reed a');
    expect(newest.toSorted()).toEqual(['Reed C', 'Reed a', 'Reed b']);
    expect(await named({ order: 'asc' })).toEqual(newest.toReversed());
    expect(await named({ sort: 'name', order: 'asc' })).toEqual(['Reed a', 'Reed b', 'Reed C']);
    expect(await named({ sort: 'name' })).toEqual(['Reed C', 'Reed b', 'Reed a']);
    expect(await named({ sort: 'state', order: 'asc' })).toEqual(['Reed a', 'Reed C', 'Reed b']);
    expect(await named({ sort: 'state' })).toEqual(['Reed b', 'Reed C', 'Reed a']);
    expect(await named({ state: 'withdrawn' })).toEqual(['Reed b']);
    expect(await named({ q: '0573', state: 'in-force', sort: 'name', order: 'asc' })).toEqual(['Reed a', 'Reed C']);
    const theirs = (await Office.open(test)).administrator.client;
    expect(await named({}, theirs)).toEqual([]);
  });

  it('finds a pharmacy by its people', async () => {
    const { pharmacyId, email, link } = await invited();
    const found = async () =>
      (await administrator.ok(listPharmacies, { query: { q: email } })).items.map(({ id }) => id);
    expect(await found()).toEqual([]);
    expect((await accept(link)).status).toBe(201);
    expect(await found()).toEqual([pharmacyId]);
  });

  it('is available to the administrator only', async () => {
    const { client } = await counters.counter();
    for (const person of [client, clinic.doctor.client, clinic.pharmacist.client])
      expect((await person.call(listPharmacies)).problem.code).toBe('auth.forbidden');
  });
});

describe('an invitation to a pharmacy', () => {
  it('shows its purpose only to its link, and creates one account however often it is accepted at once', async () => {
    const { pharmacyId, email, link } = await invited();
    expect(await anybody.ok(openPharmacyInvitation, { body: link })).toMatchObject({ name: '张敏', email });
    for (const wrong of [
      { ...link, secret: 'x'.repeat(43) },
      { ...link, invitationId: newId() },
      { ...link, hospital: 'nowhere' },
    ]) {
      expect((await anybody.call(openPharmacyInvitation, { body: wrong })).problem.code).toBe('invitation.unusable');
      expect((await accept(wrong)).problem.code).toBe('invitation.unusable');
    }
    const answers = await Promise.all([accept(link), accept(link), accept(link)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410, 410]);
    const accepted = answers.find(({ status }) => status === 201);
    if (!accepted) throw new Error('no acceptance succeeded');
    const { client } = await completed(test.url, accepted, test.clock.now());
    expect(await client.ok(readOwnPharmacy)).toMatchObject({ id: pharmacyId, counter: false });
    expect((await anybody.call(openPharmacyInvitation, { body: link })).problem.code).toBe('invitation.unusable');
  });

  it('is rejected when it was withdrawn, has expired or its pharmacy was withdrawn', async () => {
    const [back, late, gone] = await Promise.all([invited(), invited(), invited()]);
    const params = { pharmacyId: back.pharmacyId, invitationId: back.link.invitationId };
    for (let click = 0; click < 2; click++)
      expect((await administrator.ok(withdrawPharmacyInvitation, { params })).invitations).toEqual([]);
    await test.database.admin.query('UPDATE pharmacy_invitation SET expires_at = now() WHERE id = $1', [
      late.link.invitationId,
    ]);
    await administrator.ok(withdrawPharmacy, { params: { pharmacyId: gone.pharmacyId } });
    for (const { link } of [back, late, gone]) expect((await accept(link)).problem.code).toBe('invitation.unusable');
  });
});

it('gets a first second factor with a code of the administrator, however long ago a person joined', async () => {
  const { link, pharmacyId, email } = await invited();
  const accountId = (await accept(link)).value.account.id;
  await test.database.admin.query(`UPDATE account SET created_at = now() - interval '25 hours' WHERE id = $1`, [
    accountId,
  ]);
  const params = { pharmacyId, accountId };
  const { code, pharmacy } = await administrator.ok(resetDispenserFactor, { params });
  expect(pharmacy.dispensers.map((each) => each.accountId)).toEqual([accountId]);
  const opened = await signInAs(email);
  const client = new TestClient(test.url, opened.value.accessToken);
  const begun = await client.call(beginAuthenticator, { body: { name: 'Phone' } });
  expect(begun.problem.code).toBe('auth.first-factor-unproven');
  await client.ok(proveEnrolment, { body: { code } });
  const { client: own } = await completed(test.url, opened, test.clock.now());
  expect(await own.ok(readOwnPharmacy)).toMatchObject({ id: pharmacyId });
  const [entry] = (await trailOf(test, accountId)).filter(({ action }) => action === 'second-factor.reset');
  expect(entry).toBeDefined();

  const counter = await counters.counter();
  const { rows } = await test.database.admin.query<{ id: string }>(
    'SELECT counter_account_id AS id FROM pharmacy WHERE id = $1',
    [counter.id],
  );
  const refused = [
    { pharmacyId: counter.id, accountId },
    { pharmacyId: counter.id, accountId: rows[0]?.id ?? '' },
  ];
  await administrator.ok(withdrawDispenser, { params });
  for (const wrong of [...refused, params])
    expect((await administrator.call(resetDispenserFactor, { params: wrong })).status).toBe(404);
});

describe('a withdrawal at a pharmacy', () => {
  it('of a person ends only that person’s session and sign-in', async () => {
    const [one, two] = await Promise.all([invited(), invited()]);
    const [own, other] = await Promise.all(
      [one, two].map(async ({ link }) => {
        const { client, grant } = await completed(test.url, await accept(link), test.clock.now());
        return { client, accountId: grant.account.id };
      }),
    );
    const params = { pharmacyId: one.pharmacyId, accountId: own?.accountId ?? '' };
    for (let click = 0; click < 2; click++)
      expect((await administrator.ok(withdrawDispenser, { params })).dispensers).toEqual([]);
    expect((await own?.client.call(readOwnPharmacy))?.status).toBe(401);
    expect((await signInAs(one.email)).status).toBe(401);
    expect((await other?.client.call(readOwnPharmacy))?.status).toBe(200);
    const wrong = { pharmacyId: one.pharmacyId, accountId: other?.accountId ?? '' };
    expect((await administrator.call(withdrawDispenser, { params: wrong })).status).toBe(404);
  });

  it('of a key, or its renewal, signs the counter out and invalidates the old key', async () => {
    const { id: pharmacyId, key, client } = await counters.counter();
    const { key: next } = await administrator.ok(makePharmacyKey, { params: { pharmacyId } });
    expect((await client.call(readOwnPharmacy)).status).toBe(401);
    const open = (tried: string) => anybody.call(openCounter, { body: { hospital: clinic.hospital.slug, key: tried } });
    expect((await open(key)).problem.code).toBe('dispensing.key-refused');
    expect((await open(next.toLowerCase())).status).toBe(201);
    for (let click = 0; click < 2; click++)
      expect((await administrator.ok(withdrawPharmacyKey, { params: { pharmacyId } })).keyMadeAt).toBeNull();
    expect((await open(next)).problem.code).toBe('dispensing.key-refused');
  });

  it('of the pharmacy releases its claims so that another can claim them', async () => {
    const [one, two] = await Promise.all([counters.counter(), counters.counter()]);
    const { code } = await counters.approved();
    await one.client.ok(claimPrescription, { body: code });
    const params = { pharmacyId: one.id };
    for (let click = 0; click < 2; click++)
      expect((await administrator.ok(withdrawPharmacy, { params })).openClaims).toBe(0);
    expect((await one.client.call(readOwnPharmacy)).status).toBe(401);
    expect((await two.client.ok(claimPrescription, { body: code })).endedAt).toBeNull();
    const late = await administrator.call(makePharmacyKey, { params });
    expect(late.problem.code).toBe('dispensing.pharmacy-withdrawn');
  });
});

it('is not found for another hospital on any route, and each attempt is audited', async () => {
  const ours = await invited();
  const { client, id: pharmacyId } = await counters.counter();
  const { code } = await counters.approved();
  const claim = await client.ok(claimPrescription, { body: code });
  const item = { ...pack, itemId: claim.lines[0]?.item.id ?? '', quantity: '1' };
  const given = await client.ok(dispense, {
    params: { claimId: claim.id },
    body: { ...atTheCounter, id: newId(), lines: [item] },
  });
  const elsewhere = await Clinic.open(test);
  const theirs = new PharmacyCounters(test, elsewhere);
  const boss = await theirs.administrator();
  const counter = (await theirs.counter()).client;
  const params = { claimId: claim.id };
  const of = { params: { pharmacyId } };
  const invitation = { pharmacyId: ours.pharmacyId, invitationId: ours.link.invitationId };
  const after = new Dispensary(test, clinic);
  const before = await after.denials('resource.not-found');
  const name = { en: 'Theirs', zh: '他们的' };
  const answers = [
    await counter.call(readClaim, { params }),
    await counter.call(dispense, { params, body: { ...atTheCounter, id: newId(), lines: [item] } }),
    await counter.call(releaseClaim, { params, body: { reason: 'other' } }),
    await counter.call(answerCancellation, { params, body: { agree: true } }),
    await counter.call(readReceipt, { params: { dispenseId: given.dispenses[0]?.id ?? '' } }),
    await boss.call(createPharmacy, { body: { id: pharmacyId, name, kind: 'own' } }),
    await boss.call(withdrawPharmacy, of),
    await boss.call(makePharmacyKey, of),
    await boss.call(withdrawPharmacyKey, of),
    await boss.call(inviteDispenser, { ...of, body: { name: '张敏', email: 'a@b.test' } }),
    await boss.call(withdrawPharmacyInvitation, { params: invitation }),
    await boss.call(withdrawDispenser, { params: { pharmacyId, accountId: newId() } }),
    await boss.call(resetDispenserFactor, { params: { pharmacyId, accountId: newId() } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  expect(await after.denials('resource.not-found')).toBe(before + answers.length);
  expect((await counter.call(claimPrescription, { body: code })).problem.code).toBe('verification.unknown');
  expect((await boss.ok(listPharmacies)).items.map(({ id }) => id)).not.toContain(pharmacyId);
  const link = { ...ours.link, hospital: elsewhere.hospital.slug };
  expect((await anybody.call(openPharmacyInvitation, { body: link })).problem.code).toBe('invitation.unusable');
  expect(await client.ok(readClaim, { params })).toEqual(given);
});
