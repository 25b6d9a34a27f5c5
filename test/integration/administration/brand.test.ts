import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrandRepository } from '../../../server/src/api/administration/brand/brand.repository.ts';
import { appBrandingAt } from '../../../server/src/api/administration/brand/app-branding.ts';
import { logoForPaper } from '../../../server/src/api/administration/brand/hospital-brand.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { listHospitals, readAccount } from '../../../shared/src/accounts/auth.contract.ts';
import {
  addLogo,
  listBrandVersions,
  publishBrand,
  readBrand,
} from '../../../shared/src/administration/brand.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Office } from '../../support/office.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

const name = { en: 'Riverside', zh: '河畔医院' };
const picture = () =>
  sharp({ create: { width: 900, height: 300, channels: 4, background: { r: 10, g: 90, b: 160, alpha: 0.4 } } })
    .withExif({ IFD0: { Copyright: 'somewhere' } })
    .png()
    .toBuffer();
async function uploadLogo(client: TestClient, bytes: Uint8Array, type = 'image/png') {
  const answer = await fetch(test.url + addLogo.path, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.accessToken ?? ''}`, 'content-type': type },
    body: Buffer.from(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as { logo: string; code?: string } };
}
const callViewStateOf = async ({ hospital }: Office) =>
  (await new TestClient(test.url).ok(listHospitals)).hospitals.find(({ slug }) => slug === hospital.slug);

describe('a hospital’s branding', () => {
  it('is shown on public and signed-in pages once published, not before', async () => {
    const office = await Office.open(test);
    const { client } = office.administrator;
    const { body } = await uploadLogo(client, await picture());
    expect((await callViewStateOf(office))?.brand).toEqual({ palette: null, logo: null });
    const published = await client.ok(publishBrand, {
      version: 0,
      body: { name, colour: '#1D4ED8', logo: body.logo },
    });
    expect(published).toEqual({ version: 1, name, colour: '#1d4ed8', logo: body.logo });
    const address = `/api/hospitals/${office.hospital.slug}/logos/${body.logo}`;
    const shown = { name, brand: { palette: expect.objectContaining({ light: '#1d4ed8' }) as object, logo: address } };
    expect(await callViewStateOf(office)).toMatchObject(shown);
    expect((await client.ok(readAccount)).hospital).toMatchObject(shown);
    for (const [size, width, height] of [
      ['small', 96, 32],
      ['large', 512, 171],
    ] as const) {
      const answer = await fetch(`${test.url}${address}/${size}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const found = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([found.format, found.width, found.height, found.exif]).toEqual(['png', width, height, undefined]);
    }
    const trail = (await trailOf(test, office.hospital.id)).map(({ action }) => action);
    expect(trail).toEqual(expect.arrayContaining(['brand.logo-added', 'brand.published']));
  });

  it('is used in the icons of the installed app: the logo on white', async () => {
    const office = await Office.open(test);
    const { client } = office.administrator;
    const { slug } = office.hospital;
    /** Reads the branding of the address without the process’s cache. */
    const icons = async () => {
      const { rows } = await test.database.admin.query('SELECT id, slug, name, brand FROM hospital WHERE slug = $1', [
        slug,
      ]);
      const face = appBrandingAt('https://example.org', { bySlug: () => Promise.resolve(rows[0] as never) });
      return (await face(`${slug}.example.org`, 'en'))?.icons ?? null;
    };
    const cornerAndMiddle = async (address: string) => {
      const answer = await fetch(test.url + address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer()))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
      return { side: [info.width, info.height], corner: at(0, 0), middle: at(info.width >> 1, info.height >> 1) };
    };
    expect(await icons()).toBeNull();
    await client.ok(publishBrand, { version: 0, body: { name, colour: '#1d4ed8', logo: null } });
    expect(await icons()).toBeNull();
    const { logo } = (await uploadLogo(client, await picture())).body;
    await client.ok(publishBrand, { version: 1, body: { name, colour: '#1d4ed8', logo } });
    const white = [255, 255, 255, 255];
    for (const [icon, side] of [
      ['192', 192],
      ['512', 512],
      ['maskable-512', 512],
    ] as const) {
      const drawn = await cornerAndMiddle(`${await icons()}/${icon}`);
      expect(drawn).toMatchObject({ side: [side, side], corner: white });
      expect(drawn.middle).not.toEqual(white);
    }
    // Icons that are no longer in use and icons of another hospital are not found.
    const shown = await icons();
    const other = await Office.open(test);
    expect((await fetch(`${test.url}${shown?.replace(slug, other.hospital.slug)}/512`)).status).toBe(404);
    await client.ok(publishBrand, { version: 2, body: { name, colour: '#1d4ed8', logo: null } });
    expect((await fetch(`${test.url}${shown}/512`)).status).toBe(404);
  });

  it('needs a readable colour; a rejection names the nearest readable one', async () => {
    const { client } = (await Office.open(test)).administrator;
    const refused = await client.call(publishBrand, { version: 0, body: { name, colour: '#ffd400', logo: null } });
    expect(refused.problem).toMatchObject({ code: 'brand.colour-refused', facts: { nearest: expect.any(String) } });
    const colour = String(refused.problem.facts?.['nearest']);
    await client.ok(publishBrand, { version: 0, body: { name, colour, logo: null } });
    for (const wrong of ['red', '#12345', '#0f766e; background: url(x)'])
      expect((await client.call(publishBrand, { version: 1, body: { name, colour: wrong, logo: null } })).status).toBe(
        400,
      );
  });

  it('is published by one of two simultaneous requests, keeps its versions and can be reverted', async () => {
    const office = await Office.open(test);
    const { client } = office.administrator;
    const publish = (version: number, colour: string | null, of = name) =>
      client.call(publishBrand, { version, body: { name: of, colour, logo: null } });
    const both = await Promise.all([publish(0, '#1d4ed8'), publish(0, '#7c3aed')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const { items } = await client.ok(listBrandVersions);
    expect(items.map(({ version }) => version)).toEqual([1, 0]);
    expect(items[0]).toMatchObject({
      publishedBy: { name: 'administrator', nameLatin: '' },
      colour: both.find((each) => each.status === 200)?.value.colour,
    });
    expect(items[1]).toMatchObject({ name: { en: 'Test Hospital' }, colour: null, publishedBy: null });
    expect((await publish(1, items[1]?.colour ?? null, items[1]?.name)).status).toBe(200);
    expect((await callViewStateOf(office))?.name).toEqual({ en: 'Test Hospital', zh: '测试医院' });
    const first = await client.ok(listBrandVersions, { query: { limit: 2 } });
    const rest = await client.ok(listBrandVersions, { query: { limit: 2, cursor: first.next ?? '' } });
    expect([...first.items, ...rest.items].map(({ version }) => version)).toEqual([2, 1, 0]);
    expect(rest.next).toBeNull();
  });

  it('detects the type of a picture from its bytes and accepts only pictures of this hospital', async () => {
    const [office, other] = [await Office.open(test), await Office.open(test)];
    const { client } = office.administrator;
    expect((await uploadLogo(client, Buffer.from('<svg onload="alert(1)"/>'))).body.code).toBe(
      'attachment.type-refused',
    );
    expect((await uploadLogo(client, Buffer.from('<svg/>'), 'image/svg+xml')).status).toBe(415);
    expect((await uploadLogo(client, (await picture()).subarray(0, 200))).body.code).toBe('attachment.unsafe');
    const doctor = await office.factory.doctor(office.hospital);
    expect((await uploadLogo(doctor.client, await picture())).status).toBe(403);
    const { logo } = (await uploadLogo(client, await picture())).body;
    const theirs = other.administrator.client;
    expect((await theirs.call(publishBrand, { version: 0, body: { name, colour: null, logo } })).status).toBe(404);
    expect((await fetch(`${test.url}/api/hospitals/${other.hospital.slug}/logos/${logo}/small`)).status).toBe(404);
    expect((await theirs.ok(readBrand)).version).toBe(0);
  });

  it('appears on documents that are created after the publication', async () => {
    const office = await Office.open(test);
    const { client } = office.administrator;
    const onPaper = () => inHospital(test, office.hospital.id, (tx) => logoForPaper(tx));
    expect(await onPaper()).toBeNull();
    const { logo } = (await uploadLogo(client, await picture())).body;
    await client.ok(publishBrand, { version: 0, body: { name, colour: null, logo } });
    expect((await sharp(Buffer.from((await onPaper()) ?? [])).metadata()).format).toBe('png');
  });
});

describe('tenant isolation of branding', () => {
  it('covers every method that reads or writes', async () => {
    const [ours, theirs] = [await Office.open(test), await Office.open(test)];
    const { logo } = (await uploadLogo(ours.administrator.client, await picture())).body;
    await ours.administrator.client.ok(publishBrand, { version: 0, body: { name, colour: null, logo } });
    const brands = new BrandRepository();
    const every = { q: '', sort: 'published' as const, order: 'desc' as const, after: null, limit: 5 };
    const tries: Record<string, (tx: Tx) => Promise<unknown>> = {
      current: async (tx) => (await brands.current(tx)).version > 0,
      versions: async (tx) => (await brands.versions(tx, every)).length > 0,
      hasLogo: (tx) => brands.hasLogo(tx, logo),
      logo: (tx) => brands.logo(tx, logo, 'small'),
    };
    for (const attempt of Object.values(tries)) {
      expect(await inHospital(test, theirs.hospital.id, attempt)).toBeFalsy();
      expect(await inHospital(test, ours.hospital.id, attempt)).toBeTruthy();
    }
    // Writes belong to the transaction's own hospital, whatever hospital the arguments name.
    const addLogo = (tx: Tx) => brands.addLogo(tx, { sha256: logo, small: Buffer.from('x'), large: Buffer.from('x') });
    const publish = (tx: Tx) => brands.publish(tx, 0, { name, colour: null, palette: null, logo: null });
    await inHospital(test, theirs.hospital.id, addLogo);
    expect(await inHospital(test, theirs.hospital.id, publish)).toBe(true);
    expect(await inHospital(test, ours.hospital.id, (tx) => brands.logo(tx, logo, 'small'))).not.toEqual(
      Buffer.from('x'),
    );
    expect((await inHospital(test, ours.hospital.id, (tx) => brands.current(tx))).logo).toBe(logo);
    expectEveryMethodTried(BrandRepository, { ...tries, addLogo, publish });
  });
});
