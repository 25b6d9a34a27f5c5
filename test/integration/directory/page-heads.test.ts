import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locales } from '../../../shared/src/core/locale.ts';
import { createTestDatabase } from '../../support/database.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startApiOver, type TestApi } from '../../support/test-api.ts';

let folder: string;
let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-page-heads-'));
  await copyFile(fileURLToPath(new URL('../../../web/index.html', import.meta.url)), join(folder, 'index.html'));
  for (const locale of locales) await writeFile(join(folder, `${locale}.webmanifest`), '{}');
  const settings = { PUBLIC_URL: 'https://example.org', HOSPITAL_SUBDOMAINS: 'true' };
  test = await startApiOver(await createTestDatabase(), settings, undefined, undefined, folder);
  factory = new Factory(test);
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
});

const get = (path: string, headers: Record<string, string> = { 'accept-language': 'en' }) =>
  fetch(`${test.url}${path}`, { headers: { 'accept-encoding': 'identity', ...headers } });
/** Sends a host that `fetch` would replace. */
const getAt = (host: string, path: string) =>
  new Promise<string>((resolve, reject) => {
    request(`${test.url}${path}`, { headers: { host, 'accept-language': 'en' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString()));
    })
      .on('error', reject)
      .end();
  });
const shown = (html: string) => ({
  locale: /<html lang="([^"]*)"/.exec(html)?.[1],
  title: /<title>([^<]*)<\/title>/.exec(html)?.[1],
  description: /<meta name="description" content="([^"]*)"/.exec(html)?.[1],
  canonical: /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1],
  data: JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? 'null') as unknown,
});
const headAt = async (path: string, headers?: Record<string, string>) => shown(await (await get(path, headers)).text());
const plain = 'Yunzhen 云诊';
const ownPage = () => `https://${hospital.slug}.example.org/hospitals/${hospital.slug}`;

describe('the page of a hospital, as sent to readers that run no script', () => {
  it('has title, description, address and structured data of the hospital', async () => {
    expect(await headAt(`/hospitals/${hospital.slug}`)).toEqual({
      locale: 'en',
      title: 'Test Hospital – online visits',
      description: 'See a doctor at Test Hospital by video. Departments: General practice.',
      canonical: ownPage(),
      data: {
        '@context': 'https://schema.org',
        '@type': 'Hospital',
        name: 'Test Hospital',
        url: ownPage(),
        department: [{ '@type': 'MedicalClinic', name: 'General practice' }],
        employee: [
          { '@type': 'Physician', name: expect.any(String), url: `${ownPage()}/doctors/${doctor.practitionerId}` },
        ],
      },
    });
  });

  it('is in the language of the reader, else of the hospital, and caches tell them apart', async () => {
    const path = `/hospitals/${hospital.slug}`;
    for (const languages of ['zh-CN,zh;q=0.9,en;q=0.8', 'fr', '*']) {
      const head = await headAt(path, { 'accept-language': languages });
      expect(head, languages).toMatchObject({ locale: 'zh-CN', title: '测试医院 – 互联网诊疗' });
      expect(head.description).toBe('在测试医院视频看医生。科室：全科。');
    }
    expect((await get(path)).headers.get('vary')).toContain('accept-language');
  });

  it('is compressed for browsers, and sent once as long as it stays the same', async () => {
    const path = `/hospitals/${hospital.slug}`;
    const answer = await get(path, { 'accept-encoding': 'br', 'accept-language': 'en' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(shown(await answer.text()).title).toBe('Test Hospital – online visits');
    const known = { 'accept-language': 'en', 'if-none-match': answer.headers.get('etag') ?? '' };
    expect((await get(path, known)).status).toBe(304);
    expect((await get(path, { ...known, 'accept-language': 'zh-CN' })).status).toBe(200);
  });

  it('contains what people typed as text only', async () => {
    const name = `"$&'><script>alert(1)</script><!--&amp;`;
    await test.database.admin.query('UPDATE hospital SET name = $2 WHERE id = $1', [
      hospital.id,
      JSON.stringify({ en: name, zh: name }),
    ]);
    await test.database.admin.query('UPDATE practitioner SET name = $2, name_latin = $2, bio = $3 WHERE id = $1', [
      doctor.practitionerId,
      name,
      JSON.stringify({ en: name, zh: '' }),
    ]);
    const untouched = (await (await get('/')).text()).match(/<(script|!--|\/head)/g)?.length ?? 0;
    for (const [path, type] of [
      [`/hospitals/${hospital.slug}`, 'Hospital'],
      [`/hospitals/${hospital.slug}/doctors/${doctor.practitionerId}`, 'Physician'],
    ] as const) {
      const html = await (await get(path)).text();
      const head = shown(html);
      // One more script, that of the structured data.
      expect(html.match(/<(script|!--|\/head)/g)).toHaveLength(untouched + 1);
      expect(head.data).toMatchObject({ '@type': type, name });
      for (const text of [head.title, head.description])
        expect(text).toContain("&quot;$&amp;'&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&amp;amp;");
    }
  });
});

describe('the other public pages', () => {
  it('are described too: doctors with their position, the legal texts with their title', async () => {
    const bio = JSON.stringify({ en: 'Treats coughs.', zh: '' });
    await test.database.admin.query(
      `UPDATE practitioner SET name_latin = 'Wang Fang', title = '{"en":"Consultant","zh":"主任医师"}', bio = $2 WHERE id = $1`,
      [doctor.practitionerId, bio],
    );
    const path = `/doctors/${doctor.practitionerId}`;
    expect(await headAt(`/hospitals/${hospital.slug}${path}`)).toMatchObject({
      title: 'Wang Fang – Test Hospital',
      description: 'Consultant, General practice, Test Hospital. Treats coughs.',
      canonical: `${ownPage()}${path}`,
      data: {
        '@type': 'Physician',
        name: 'Wang Fang',
        alternateName: '王芳',
        medicalSpecialty: ['General practice'],
        hospitalAffiliation: { '@type': 'Hospital', name: 'Test Hospital', url: ownPage() },
      },
    });
    expect(await headAt(`/hospitals/${hospital.slug}/privacy`)).toMatchObject({
      title: 'Privacy notice – Test Hospital',
      canonical: `${ownPage()}/privacy`,
      data: null,
    });
  });

  it('lead from the first page at a hospital’s own address to its page', async () => {
    const head = { title: 'Test Hospital – online visits', canonical: ownPage(), data: null };
    // The list of hospitals is kept for some seconds.
    await getAt('example.org', '/');
    const later = await factory.hospital();
    const firstPage = () => getAt(`${later.slug}.example.org`, '/');
    expect(shown(await firstPage())).toMatchObject({ title: plain });
    test.clock.advance(15_000);
    expect(shown(await firstPage()).title).toBe(head.title);
    expect(shown(await getAt(`${hospital.slug}.example.org`, '/'))).toMatchObject(head);
    expect(shown(await getAt('example.org', '/'))).toMatchObject({ title: plain, data: null });
  });

  it('are sent to one network ten times as often as the answers of one route', async () => {
    const limited = await startApiOver(
      await createTestDatabase(),
      { RATE_LIMIT_FACTOR: '1', RATE_LIMIT: '10' },
      undefined,
      undefined,
      folder,
    );
    const statuses: number[] = [];
    for (let n = 0; n < 101; n++) statuses.push((await fetch(`${limited.url}/`)).status);
    await limited.close();
    expect(statuses.slice(0, 100)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
  });

  it('are not shown by search engines in a demo', async () => {
    const demo = await startApiOver(await createTestDatabase(), { DEMO_MODE: 'true' }, undefined, undefined, folder);
    const { slug } = await new Factory(demo).hospital();
    const html = await (await fetch(`${demo.url}/hospitals/${slug}`)).text();
    await demo.close();
    expect(shown(html)).toMatchObject({ title: expect.stringContaining('测试医院') });
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(await (await get(`/hospitals/${hospital.slug}`)).text()).not.toContain('noindex');
  });

  it('are plain where nothing is known of them', async () => {
    const closed = await factory.hospital();
    await test.database.admin.query('UPDATE hospital SET suspended_at = now() WHERE id = $1', [closed.id]);
    for (const path of [
      '/hospitals/no-such-hospital',
      `/hospitals/${closed.slug}`,
      `/hospitals/${hospital.slug}/doctors/00000000-0000-7000-8000-000000000000`,
      `/hospitals/${hospital.slug}/nothing`,
      '/hospitals/%00',
      `/hospitals/${'x'.repeat(300)}`,
      '/sign-in',
    ]) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(shown(await answer.text()), path).toMatchObject({ title: plain, canonical: undefined, data: null });
    }
  });
});
