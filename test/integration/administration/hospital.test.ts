import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import {
  discardConsentDraft,
  listConsentVersions,
  publishConsentDraft,
  readConsentDraft,
  saveConsentDraft,
} from '../../../shared/src/administration/consent-texts.contract.ts';
import { listDoctors, readConsentText } from '../../../shared/src/directory/directory.contract.ts';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import {
  listPriceLists,
  publishPriceList,
  readPriceList,
  withdrawPriceList,
} from '../../../shared/src/administration/prices.contract.ts';
import { readSecondFactors } from '../../../shared/src/accounts/second-factor.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let office: Office;
let boss: TestClient;
beforeAll(async () => {
  test = await startTestApi();
  office = await Office.open(test);
  boss = office.administrator.client;
});
afterAll(() => test.close());
const later = (days: number) => new Date(test.clock.now().getTime() + days * DAY_MS).toISOString();
const now = () => test.clock.now().toISOString();

describe('hospital settings', () => {
  it('are changed by one of two simultaneous requests, apply at once and are audited by name', async () => {
    const { version, settings } = await boss.ok(readHospitalSettings);
    const save = (signingMinutes: number) =>
      boss.call(saveHospitalSettings, { version, body: { ...settings, signingMinutes } });
    const answers = await Promise.all([save(11), save(12)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const kept = answers.find(({ status }) => status === 200)?.value.settings.signingMinutes;
    expect((await boss.ok(readSecondFactors)).minutes).toBe(kept);
    const changes = (await trailOf(test, office.hospital.id)).filter(({ action }) => action === 'settings.changed');
    expect(changes.map(({ details }) => details['changed'])).toEqual(['signingMinutes']);
  });

  it('are rejected when out of bounds and never change another hospital', async () => {
    const { version, settings } = await boss.ok(readHospitalSettings);
    const wrong = await boss.call(saveHospitalSettings, { version, body: { ...settings, signingMinutes: 61 } });
    expect(wrong.problem.fields).toEqual([expect.objectContaining({ path: 'signingMinutes' })]);
    const other = await Office.open(test);
    await boss.ok(saveHospitalSettings, { version, body: { ...settings, phone: '0573' } });
    expect((await other.administrator.client.ok(readHospitalSettings)).settings.phone).toBe('');
    const client = await test.source.query<unknown[]>(
      `SELECT has_table_privilege('yunzhen_app', 'hospital', 'UPDATE') AS may`,
    );
    expect(client).toEqual([{ may: false }]);
  });
});

describe('a price list', () => {
  const base = { departmentId: null, title: null, kind: null };
  const publish = (client: TestClient, basedOn: number, over: object = {}) =>
    client.call(publishPriceList, {
      body: { id: newId(), basedOn, currency: 'CNY', validFrom: now(), entries: [{ ...base, amount: '30' }], ...over },
    });

  it('shows a patient the most specific price for their visit from its start time on', async () => {
    const here = await Office.open(test);
    const client = here.administrator.client;
    await here.factory.doctor(here.hospital);
    const patient = await here.factory.patient(here.hospital);
    const price = async () => (await patient.client.ok(listDoctors)).items[0]?.price;
    expect(await price()).toEqual({ 'walk-in': null, booked: null });
    const entries = [
      { ...base, amount: '30' },
      { ...base, title: { en: 'Attending', zh: 'Attending' }, amount: '45.5' },
      { ...base, departmentId: here.hospital.departmentId, kind: 'booked' as const, amount: '60' },
    ];
    expect((await publish(client, 0, { entries })).status).toBe(201);
    const before = { 'walk-in': { amount: '45.50', currency: 'CNY' }, booked: { amount: '60.00', currency: 'CNY' } };
    expect(await price()).toEqual(before);
    const coming = (await publish(client, 1, { validFrom: later(2) })).value;
    expect(coming.state).toBe('coming');
    expect(await price()).toEqual(before);
    test.clock.advance(3 * DAY_MS);
    const fresh = await here.factory.patient(here.hospital);
    const [doctor] = (await fresh.client.ok(listDoctors)).items;
    expect(doctor?.price.booked).toEqual({ amount: '30.00', currency: 'CNY' });
    const states = (await here.factory.staff(here.hospital, 'administrator')).client;
    expect((await states.ok(listPriceLists)).items.map(({ state }) => state)).toEqual(['in-force', 'over']);
    expect((await states.call(withdrawPriceList, { params: { priceListId: coming.id } })).problem.code).toBe(
      'price.in-force',
    );
    test.clock.advance(-3 * DAY_MS);
  });

  it('is published by one of two simultaneous requests, once when repeated, and can be withdrawn before it starts', async () => {
    const here = await Office.open(test);
    const client = here.administrator.client;
    const answers = await Promise.all([publish(client, 0), publish(client, 0)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412]);
    const id = newId();
    const doubled = await Promise.all([1, 2].map(() => publish(client, 1, { id, validFrom: later(1) })));
    expect(doubled.map(({ status }) => status)).toEqual([201, 201]);
    for (let click = 0; click < 2; click++)
      expect((await client.ok(withdrawPriceList, { params: { priceListId: id } })).state).toBe('withdrawn');
    expect((await client.ok(listPriceLists)).items).toHaveLength(2);
  });

  it('is rejected with an amount below the smallest coin, a duplicate entry, a past start or a foreign department', async () => {
    const other = await Office.open(test);
    const basedOn = (await boss.ok(listPriceLists)).items[0]?.number ?? 0;
    const refused = async (over: object) => (await publish(boss, basedOn, over)).problem;
    expect((await refused({ currency: 'JPY', entries: [{ ...base, amount: '1.5' }] })).fields?.[0]?.rule).toBe(
      'decimal',
    );
    const twice = [
      { ...base, amount: '1' },
      { ...base, amount: '2' },
    ];
    expect((await refused({ entries: twice })).fields?.[0]?.path).toBe('entries.1');
    expect((await refused({ validFrom: later(-1) })).fields?.[0]?.rule).toBe('date-too-early');
    const foreign = [{ ...base, departmentId: other.hospital.departmentId, amount: '1' }];
    expect((await refused({ entries: foreign })).code).toBe('resource.not-found');
  });
});

describe('the consent text', () => {
  const wordings = (en = 'You agree.', zh = '您同意。') => ({
    en: { title: 'Consent', paragraphs: [en] },
    'zh-CN': { title: '知情同意书', paragraphs: [zh] },
  });

  it('is drafted by one of two simultaneous requests, published in both languages and valid from its start time', async () => {
    const here = await Office.open(test);
    const client = here.administrator.client;
    const begun = await Promise.all([1, 2].map(() => client.call(saveConsentDraft, { version: 0, body: wordings() })));
    expect(begun.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const half = await client.ok(saveConsentDraft, { version: 1, body: wordings('You agree.', ' ') });
    const publication = { label: '2027-1', validFrom: later(1) };
    const incomplete = await client.call(publishConsentDraft, { version: half.version, body: publication });
    expect(incomplete.problem).toMatchObject({ code: 'consent.incomplete', facts: { locale: 'zh-CN' } });
    const { version } = await client.ok(saveConsentDraft, { version: half.version, body: wordings() });
    expect((await client.call(publishConsentDraft, { version: 1, body: publication })).status).toBe(412);
    const taken = await client.call(publishConsentDraft, { version, body: { ...publication, label: '2026-1' } });
    expect(taken.problem.fields).toEqual([{ path: 'label', rule: 'taken' }]);
    expect((await client.ok(publishConsentDraft, { version, body: publication })).state).toBe('coming');
    expect((await client.ok(readConsentDraft)).draft).toBeNull();
    const patient = await here.factory.patient(here.hospital);
    const inForce = async () => (await patient.client.ok(readConsentText, { query: { locale: 'zh-CN' } })).version;
    expect(await inForce()).toBe('2026-1');
    expect((await client.ok(listConsentVersions)).items.map(({ label, state }) => `${label} ${state}`)).toEqual([
      '2027-1 coming',
      '2026-1 in-force',
    ]);
    const page = await client.ok(listConsentVersions, { query: { limit: 1 } });
    const rest = await client.ok(listConsentVersions, { query: { limit: 1, cursor: page.next ?? '' } });
    expect([rest.items[0]?.label, rest.next]).toEqual(['2026-1', null]);
  });

  it('requires a second factor to be published; a draft is discarded only at its newest version', async () => {
    const here = await Office.open(test);
    const client = here.administrator.client;
    const { version } = await client.ok(saveConsentDraft, { version: 0, body: wordings() });
    const unconfirmed = (await here.factory.unconfirmedSession(here.administrator)).client;
    const body = { label: 'next', validFrom: now() };
    expect((await unconfirmed.call(publishConsentDraft, { version, body })).problem.code).toBe(
      'auth.second-factor-required',
    );
    expect((await client.call(discardConsentDraft, { version: version + 1 })).status).toBe(412);
    expect((await client.call(discardConsentDraft, { version })).status).toBe(204);
  });
});

it('settings, prices and consent are forbidden to doctors and isolated from other hospitals', async () => {
  const doctor = (await office.factory.doctor(office.hospital)).client;
  const { version, settings } = await boss.ok(readHospitalSettings);
  const list = await boss.ok(publishPriceList, {
    body: {
      id: newId(),
      basedOn: (await boss.ok(listPriceLists)).items[0]?.number ?? 0,
      currency: 'EUR',
      validFrom: later(5),
      entries: [{ departmentId: null, title: null, kind: null, amount: '9.99' }],
    },
  });
  const answers = [
    await doctor.call(readHospitalSettings),
    await doctor.call(saveHospitalSettings, { version, body: settings }),
    await doctor.call(listPriceLists),
    await doctor.call(readConsentDraft),
    await doctor.call(publishConsentDraft, { version: 1, body: { label: 'x', validFrom: now() } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  const theirs = (await Office.open(test)).administrator.client;
  const params = { priceListId: list.id };
  expect((await theirs.call(readPriceList, { params })).status).toBe(404);
  expect((await theirs.call(withdrawPriceList, { params })).status).toBe(404);
  expect((await theirs.ok(listPriceLists)).items).toEqual([]);
});
