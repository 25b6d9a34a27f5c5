import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { listBrandVersions, publishBrand, readBrand } from '../../../shared/src/administration/brand.contract.ts';
import {
  discardConsentDraft,
  listConsentVersions,
  publishConsentDraft,
  readConsentDraft,
  saveConsentDraft,
} from '../../../shared/src/administration/consent-texts.contract.ts';
import {
  listMessageVersions,
  publishMessageDraft,
  readMessageWords,
  resetMessageWords,
  saveMessageDraft,
} from '../../../shared/src/administration/message-words.contract.ts';
import { listPriceLists, publishPriceList } from '../../../shared/src/administration/prices.contract.ts';
import type { QueryInputOf } from '../../../shared/src/core/route.ts';
import type { TestClient } from '../../support/client.ts';
import { everyPage } from '../../support/every-page.ts';
import { Office } from '../../support/office.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let office: Office;
let boss: TestClient;
let theirs: TestClient;
const zhou = { name: '周敏', nameLatin: 'Zhou Min' };
beforeAll(async () => {
  test = await startTestApi();
  office = await Office.open(test);
  boss = office.administrator.client;
  await test.database.admin.query(`UPDATE account SET display_name = $2, display_name_latin = $3 WHERE id = $1`, [
    office.administrator.accountId,
    zhou.name,
    zhou.nameLatin,
  ]);
  theirs = (await Office.open(test)).administrator.client;
});
afterAll(() => test.close());
const later = (days: number) => new Date(test.clock.now().getTime() + days * DAY_MS).toISOString();

it('version lists name publisher and author in both scripts', async () => {
  const { version, ...look } = await boss.ok(readBrand);
  await boss.ok(publishBrand, { version, body: look });
  expect((await boss.ok(listBrandVersions)).items.map(({ publishedBy }) => publishedBy)).toEqual([zhou, null]);
  const body = { en: { title: 'T', paragraphs: [] }, 'zh-CN': { title: '题', paragraphs: [] } };
  const draft = await boss.ok(saveConsentDraft, { version: 0, body });
  expect(draft.savedBy).toEqual(zhou);
  await boss.ok(discardConsentDraft, { version: draft.version });
  const params = { template: 'appointment.reminder' };
  const { house } = await boss.ok(readMessageWords, { params });
  const words = await boss.ok(saveMessageDraft, { params, version: 0, body: house });
  expect(words.draft?.savedBy).toEqual(zhou);
  await boss.ok(publishMessageDraft, { params, version: 1 });
  const published = (await boss.ok(listMessageVersions, { params })).items;
  expect(published.map(({ publishedBy }) => publishedBy)).toEqual([zhou]);
});

describe('price lists', () => {
  const base = { departmentId: null, title: null, kind: null, amount: '30' };
  const numbers = async (query: QueryInputOf<typeof listPriceLists>, client = boss) =>
    (await everyPage((page) => client.ok(listPriceLists, { query: { ...query, ...page } }))).map(
      ({ number }) => number,
    );
  beforeAll(async () => {
    const { departmentId } = office.hospital;
    const lists = [
      { currency: 'CNY', validFrom: later(9), entries: [base, { ...base, kind: 'booked' }] },
      { currency: 'EUR', validFrom: later(1), entries: [{ ...base, title: { en: 'Chief', zh: '主任医师' } }] },
      { currency: 'CNY', validFrom: later(5), entries: [base, { ...base, kind: 'booked' }, { ...base, departmentId }] },
    ] as const;
    for (const [basedOn, list] of lists.entries())
      await boss.ok(publishPriceList, { body: { id: newId(), basedOn, ...list, entries: [...list.entries] } });
  });

  it('are listed newest first or in the requested order, in both directions across pages', async () => {
    expect(await numbers({})).toEqual([3, 2, 1]);
    expect(await numbers({ order: 'asc' })).toEqual([1, 2, 3]);
    expect((await boss.ok(listPriceLists)).items[0]?.createdBy).toEqual(zhou);
    expect(await numbers({ sort: 'valid-from', order: 'asc' })).toEqual([2, 3, 1]);
    expect(await numbers({ sort: 'valid-from' })).toEqual([1, 3, 2]);
    expect(await numbers({ sort: 'size', order: 'asc' })).toEqual([2, 1, 3]);
    expect(await numbers({ sort: 'size' })).toEqual([3, 1, 2]);
  });

  it('are found by currency, title, department in both languages and publisher', async () => {
    expect(await numbers({ q: 'eur' })).toEqual([2]);
    expect(await numbers({ q: '主任' })).toEqual([2]);
    expect(await numbers({ q: 'CHIEF' })).toEqual([2]);
    const [row] = await test.source.query<{ en: string; zh: string }[]>(
      `SELECT name->>'en' AS en, name->>'zh' AS zh FROM department WHERE id = $1`,
      [office.hospital.departmentId],
    );
    for (const name of Object.values(row ?? {})) expect(await numbers({ q: name })).toEqual([3]);
    for (const name of ['周敏', 'zhou min']) expect(await numbers({ q: name, order: 'asc' })).toEqual([1, 2, 3]);
    expect(await numbers({ q: 'nothing like it' })).toEqual([]);
    expect(await numbers({ q: '%' })).toEqual([]);
  });

  it('of another hospital are not found, also not through a cursor', async () => {
    const { next } = await boss.ok(listPriceLists, { query: { limit: 1 } });
    expect(await numbers({ q: 'eur' }, theirs)).toEqual([]);
    expect((await theirs.ok(listPriceLists, { query: { cursor: next ?? '' } })).items).toEqual([]);
    const forged = await boss.call(listPriceLists, { query: { cursor: 'bm90aGluZw' } });
    expect(forged.problem.fields).toEqual([expect.objectContaining({ path: 'cursor' })]);
  });
});

describe('versions of the consent text', () => {
  const labels = async (query: QueryInputOf<typeof listConsentVersions>, client = boss) =>
    (await everyPage((page) => client.ok(listConsentVersions, { query: { ...query, ...page } }))).map(
      ({ label }) => label,
    );
  beforeAll(async () => {
    const versions = [
      ['b', 9, 'You may withdraw.', '您可以撤回。'],
      ['c', 2, 'You agree.', '您同意。'],
      ['a', 5, 'You agree to calls.', '您同意通话。'],
    ] as const;
    for (const [label, days, en, zh] of versions) {
      const wordings = {
        en: { title: 'Consent', paragraphs: ['First.', en] },
        'zh-CN': { title: '知情同意书', paragraphs: [zh] },
      };
      const { version } = await boss.ok(saveConsentDraft, { version: 0, body: wordings });
      await boss.ok(publishConsentDraft, { version, body: { label, validFrom: later(days) } });
    }
    expect((await boss.ok(readConsentDraft)).draft).toBeNull();
  });

  it('are listed latest first or in the requested order, in both directions across pages', async () => {
    expect(await labels({})).toEqual(['b', 'a', 'c', '2026-1']);
    expect(await labels({ order: 'asc' })).toEqual(['2026-1', 'c', 'a', 'b']);
    expect(await labels({ sort: 'label', order: 'asc' })).toEqual(['2026-1', 'a', 'b', 'c']);
    expect(await labels({ sort: 'label' })).toEqual(['c', 'b', 'a', '2026-1']);
  });

  it('are found by their text in both languages and by label, not by their JSON keys', async () => {
    expect(await labels({ q: 'AGREE' })).toEqual(['a', 'c']);
    expect(await labels({ q: '撤回' })).toEqual(['b']);
    expect(await labels({ q: '2026' })).toEqual(['2026-1']);
    expect(await labels({ label: 'a' })).toEqual(['a']);
    expect(await labels({ q: 'paragraphs' })).toEqual([]);
    expect(await labels({ q: '撤回' }, theirs)).toEqual([]);
    expect(await labels({ label: 'a' }, theirs)).toEqual([]);
  });

  it('name the version they follow in every order and search', async () => {
    const { items } = await boss.ok(listConsentVersions, { query: { q: 'agree', sort: 'label', order: 'asc' } });
    expect(items.map(({ label, follows }) => [label, follows])).toEqual([
      ['a', 'c'],
      ['c', '2026-1'],
    ]);
    const [first] = (await boss.ok(listConsentVersions, { query: { label: '2026-1' } })).items;
    expect(first?.follows).toBeNull();
    const wordings = { title: 'T', paragraphs: ['P'] };
    const { version } = await boss.ok(saveConsentDraft, { version: 0, body: { en: wordings, 'zh-CN': wordings } });
    const between = { label: 'between', validFrom: later(6) };
    expect((await boss.ok(publishConsentDraft, { version, body: between })).follows).toBe('a');
    const [after] = (await boss.ok(listConsentVersions, { query: { label: 'b' } })).items;
    expect(after?.follows).toBe('between');
  });
});

describe('versions of a hospital’s branding', () => {
  const named = async (query: QueryInputOf<typeof listBrandVersions>, client = boss) =>
    (await everyPage((page) => client.ok(listBrandVersions, { query: { ...query, ...page } }))).map(
      ({ name }) => name.en,
    );
  let founded: string;
  beforeAll(async () => {
    founded = (await boss.ok(readBrand)).name.en;
    for (const [en, zh] of [
      ['Willow Hospital', '柳医院'],
      ['Alder Hospital', '桤医院'],
      ['Willow Hospital', '柳医院'],
    ] as const) {
      const { version } = await boss.ok(readBrand);
      await boss.ok(publishBrand, { version, body: { name: { en, zh }, colour: '#0f766e', logo: null } });
    }
  });

  it('are listed newest first, or by name and author in both directions, with equal ones across pages', async () => {
    const newest = await named({});
    expect(newest.slice(0, 3)).toEqual(['Willow Hospital', 'Alder Hospital', 'Willow Hospital']);
    // The branding from the creation of the hospital has no publisher.
    expect(newest.at(-1)).toBe(founded);
    expect(await named({ order: 'asc' })).toEqual(newest.toReversed());
    const byName = await named({ sort: 'name', order: 'asc' });
    expect(byName.filter((name) => !name.startsWith(founded))).toEqual([
      'Alder Hospital',
      'Willow Hospital',
      'Willow Hospital',
    ]);
    expect(await named({ sort: 'name' })).toEqual(byName.toReversed());
    expect((await named({ sort: 'author', order: 'asc' }))[0]).toBe(founded);
    expect((await named({ sort: 'author' })).at(-1)).toBe(founded);
  });

  it('are found by name in both languages, colour and author, and never for another hospital', async () => {
    expect(await named({ q: 'alder' })).toEqual(['Alder Hospital']);
    expect(await named({ q: '柳医院' })).toHaveLength(2);
    expect(await named({ q: '#0F766E' })).toHaveLength(3);
    expect((await named({ q: 'zhou min' })).length).toBeGreaterThanOrEqual(3);
    expect(await named({ q: 'alder' }, theirs)).toEqual([]);
    const { next } = await boss.ok(listBrandVersions, { query: { limit: 1 } });
    expect((await theirs.ok(listBrandVersions, { query: { cursor: next ?? '' } })).items).toEqual([]);
  });
});

describe('versions of message texts', () => {
  const params = { template: 'appointment.late' };
  const numbers = async (query: QueryInputOf<typeof listMessageVersions>, client = boss) =>
    (await everyPage((page) => client.ok(listMessageVersions, { params, query: { ...query, ...page } }))).map(
      ({ version }) => version,
    );
  beforeAll(async () => {
    const { house } = await boss.ok(readMessageWords, { params });
    for (const title of ['First of all', 'Second thoughts']) {
      const body = { ...house, en: { ...house.en, title } };
      await boss.ok(saveMessageDraft, { params, version: 0, body });
      await boss.ok(publishMessageDraft, { params, version: 1 });
    }
    await boss.ok(resetMessageWords, { params, version: 2 });
  });

  it('are listed newest or oldest first and by author', async () => {
    expect(await numbers({})).toEqual([3, 2, 1]);
    expect(await numbers({ order: 'asc' })).toEqual([1, 2, 3]);
    expect(await numbers({ sort: 'author', order: 'asc' })).toEqual([1, 2, 3]);
  });

  it('are found by their text, not by their JSON keys, and never for another hospital', async () => {
    expect(await numbers({ q: 'second THOUGHTS' })).toEqual([2]);
    expect(await numbers({ q: '周敏' })).toEqual([3, 2, 1]);
    expect(await numbers({ q: 'zh-CN' })).toEqual([]);
    expect(await numbers({}, theirs)).toEqual([]);
  });
});

it('price lists are sorted by publisher too', async () => {
  const authors = async (order: 'asc' | 'desc') =>
    (await everyPage((page) => boss.ok(listPriceLists, { query: { sort: 'author', order, ...page } }))).map(
      ({ number }) => number,
    );
  expect((await authors('asc')).toSorted()).toEqual([1, 2, 3]);
  expect(await authors('desc')).toEqual((await authors('asc')).toReversed());
});
