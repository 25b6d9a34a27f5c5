import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  listConsentVersions,
  publishConsentDraft,
  readConsentDraft,
  readPublicText,
  saveConsentDraft,
} from '../../../shared/src/administration/consent-texts.contract.ts';
import { publicTextKinds, type HospitalTextKind } from '../../../shared/src/administration/consent-texts.constants.ts';
import { readConsentText } from '../../../shared/src/directory/directory.contract.ts';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let office: Office;
let stranger: TestClient;
beforeAll(async () => {
  test = await startTestApi();
  office = await Office.open(test);
  stranger = new TestClient(test.url);
});
afterAll(() => test.close());

const own = (title: string) => ({
  en: { title, paragraphs: ['# Of {hospital}', 'One.'] },
  'zh-CN': { title: `${title}（中文）`, paragraphs: ['一。'] },
});
const publicText = (slug: string, kind: (typeof publicTextKinds)[number], locale: 'en' | 'zh-CN' = 'en') =>
  stranger.ok(readPublicText, { params: { hospital: slug, kind }, query: { locale } });

async function publish(here: Office, kind: HospitalTextKind, label: string) {
  const { client } = here.administrator;
  const { version } = await client.ok(saveConsentDraft, { query: { kind }, version: 0, body: own(label) });
  const body = { label, validFrom: test.clock.now().toISOString() };
  return client.ok(publishConsentDraft, { query: { kind }, version, body });
}

it('shows strangers a standard text of each kind in both languages, with the hospital’s name and contacts', async () => {
  const client = office.administrator.client;
  const { version, settings } = await client.ok(readHospitalSettings);
  const publicDetails = { ...settings.publicDetails, address: { en: '1 Canal Road', zh: '运河路1号' } };
  await client.ok(saveHospitalSettings, { version, body: { ...settings, phone: '0573-1', publicDetails } });
  for (const kind of publicTextKinds) {
    const [en, zh] = [
      await publicText(office.hospital.slug, kind),
      await publicText(office.hospital.slug, kind, 'zh-CN'),
    ];
    expect([en.locale, zh.locale, en.validFrom]).toEqual(['en', 'zh-CN', null]);
    expect(en.paragraphs.join()).toContain(en.hospital.name.en);
    expect(zh.paragraphs.join()).toContain(zh.hospital.name.zh);
    for (const { paragraphs } of [en, zh]) expect(paragraphs.join()).not.toContain('{');
    expect(en.hospital).toMatchObject({ phone: '0573-1', address: { en: '1 Canal Road' } });
  }
});

it('shows the hospital’s own version from its time on, and another hospital’s page keeps the standard text', async () => {
  const here = await Office.open(test);
  const other = await Office.open(test);
  const { standard } = await here.administrator.client.ok(readConsentDraft, { query: { kind: 'terms' } });
  expect(standard?.wordings.en.title).toBe('Terms of use');
  await publish(here, 'terms', '2027-1');
  const shown = await publicText(here.hospital.slug, 'terms');
  expect(shown).toMatchObject({
    version: '2027-1',
    title: '2027-1',
    paragraphs: [`# Of ${shown.hospital.name.en}`, 'One.'],
  });
  expect((await publicText(other.hospital.slug, 'terms')).version).toBe(standard?.label);
  expect((await publicText(here.hospital.slug, 'privacy')).version).toBe(standard?.label);
  await publish(here, 'terms', '2027-2');
  const earlier = (version: string) =>
    stranger.call(readPublicText, {
      params: { hospital: here.hospital.slug, kind: 'terms' },
      query: { locale: 'en', version },
    });
  expect((await earlier('2027-1')).value.title).toBe('2027-1');
  expect((await earlier(standard?.label ?? '')).value.title).toBe('Terms of use');
  expect((await earlier('2099-1')).problem.code).toBe('resource.not-found');
  const trail = await trailOf(test, '2027-1');
  expect(trail.find(({ action }) => action === 'consent.published')?.details).toMatchObject({ kind: 'terms' });
});

it('keeps each kind apart: drafts, labels and what patients agree to before a visit', async () => {
  const here = await Office.open(test);
  const { client } = here.administrator;
  const patient = await here.factory.patient(here.hospital);
  const before = await patient.client.ok(readConsentText, { query: { locale: 'en' } });
  await client.ok(saveConsentDraft, { query: { kind: 'privacy' }, version: 0, body: own('Draft') });
  expect((await client.ok(readConsentDraft, { query: { kind: 'terms' } })).draft).toBeNull();
  expect((await client.ok(readConsentDraft, {})).draft).toBeNull();
  for (const kind of ['terms', 'complaints'] as const) await publish(here, kind, 'same-label');
  expect(await patient.client.ok(readConsentText, { query: { locale: 'en' } })).toEqual(before);
  const labels = async (kind: HospitalTextKind) =>
    (await client.ok(listConsentVersions, { query: { kind } })).items.map(({ label }) => label);
  expect([await labels('terms'), await labels('privacy')]).toEqual([['same-label'], []]);
});

it('refuses a label that belongs to the standard texts, and a stranger’s look at an unknown hospital', async () => {
  const { client } = office.administrator;
  const query = { kind: 'accessibility' } as const;
  const { version } = await client.ok(saveConsentDraft, { query, version: 0, body: own('Ours') });
  const body = { label: 'standard-2026-11', validFrom: test.clock.now().toISOString() };
  const answer = await client.call(publishConsentDraft, { query, version, body });
  expect(answer.problem.fields).toEqual([{ path: 'label', rule: 'taken' }]);
  const nowhere = await stranger.call(readPublicText, {
    params: { hospital: 'nowhere', kind: 'privacy' },
    query: { locale: 'en' },
  });
  expect(nowhere.problem.code).toBe('resource.not-found');
});
