import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApp } from './static-app.ts';

const noHead = () => Promise.resolve(null);
let root: string;
let app: FastifyInstance;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yunzhen-static-app-'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'index.html.br'), 'compressed page');
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'assets', 'view-1.js'), 'export {};');
  await writeFile(join(root, 'assets', 'view-1.js.br'), 'compressed view');
  for (const [locale, name] of [
    ['en', 'Yunzhen'],
    ['zh-CN', '云诊'],
  ])
    await writeFile(
      join(root, `${locale}.webmanifest`),
      JSON.stringify({
        id: '/',
        name,
        short_name: name,
        theme_color: '#faf9f7',
        icons: [{ src: '/icons/icon-192.png' }],
      }),
    );
  app = Fastify();
  const face = (host: string, locale: string) => {
    if (!host.startsWith('lakeside.')) return Promise.resolve(null);
    const [name, colour, icons] =
      locale === 'en' ? ['Lakeside', '#7d6701', '/icons-of/lakeside'] : ['湖畔', null, null];
    return Promise.resolve({ name, colour, icons });
  };
  await serveApp(app, { branding: face, pageHead: noHead, settings: { ISOLATED: false, RATE_LIMIT: 100 }, root });
});
afterAll(async () => {
  await app.close();
  await rm(root, { recursive: true, force: true });
});

describe('the files of the app', () => {
  const get = (url: string, encoding = 'identity') => app.inject({ url, headers: { 'accept-encoding': encoding } });

  it('are served by their exact names, for a year where the name has a hash', async () => {
    const file = await get('/assets/view-1.js');
    expect(file.body).toBe('export {};');
    expect(file.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
    expect((await app.inject({ method: 'HEAD', url: '/assets/view-1.js' })).headers['content-length']).toBe('10');
    expect((await get('/index.html')).headers).toMatchObject({ 'cache-control': 'no-cache' });
  });

  it('are sent as the build compressed them to those who accept it', async () => {
    const file = await get('/assets/view-1.js', 'gzip, br');
    expect(file.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': expect.stringContaining('script') });
    expect(file.body).toBe('compressed view');
    expect((await get('/sign-in', 'br')).body).toBe('compressed page');
  });

  it('end at their folder, and an address that is none of them is a page or not found', async () => {
    const outside = join('..', root.split('/').at(-1) ?? '', 'index.html');
    for (const url of [
      '/assets/view-2.js',
      '/assets/VIEW-1.js',
      `/${encodeURIComponent(outside)}`,
      '/assets//view-1.js',
      '/assets/%00',
    ])
      expect((await get(url)).statusCode, url).toBeGreaterThanOrEqual(400);
    for (const url of ['/', '/sign-in', '/visits/1']) expect((await get(url)).body, url).toBe('<!doctype html>');
  });
});

describe('a page whose address is not that of a file', () => {
  it('takes few listeners of its response, so that those of limits and traces fit below the warning of Node', async () => {
    const listeners: number[] = [];
    const counting = Fastify();
    counting.addHook('onRequest', (_request, { raw }, done) => {
      raw.once('finish', () => listeners.push(raw.listenerCount('close')));
      done();
    });
    await serveApp(counting, {
      branding: () => Promise.resolve(null),
      pageHead: noHead,
      settings: { ISOLATED: false, RATE_LIMIT: 100 },
      root,
    });
    const address = await counting.listen({ port: 0, host: '127.0.0.1' });
    expect(await (await fetch(`${address}/sign-in`)).text()).toBe('<!doctype html>');
    await counting.close();
    expect(listeners).toEqual([expect.any(Number)]);
    expect(listeners[0]).toBeLessThan(8);
  });
});

async function manifestAt(host: string, locale: string) {
  const answer = await app.inject({ url: `/${locale}.webmanifest`, headers: { host } });
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache' });
  expect(answer.headers['content-type']).toContain('application/manifest+json');
  return answer.json<Record<string, unknown>>();
}

describe('the pages of a restored copy', () => {
  const page = (html: string) => writeFile(join(copyRoot, 'index.html'), html);
  const start = async () => {
    copy = Fastify();
    await serveApp(copy, {
      branding: () => Promise.resolve(null),
      pageHead: noHead,
      settings: { ISOLATED: true, RATE_LIMIT: 100 },
      root: copyRoot,
    });
  };
  let copyRoot: string;
  let copy: FastifyInstance;
  beforeAll(async () => {
    copyRoot = await mkdtemp(join(tmpdir(), 'yunzhen-isolated-app-'));
    for (const locale of ['en', 'zh-CN']) await writeFile(join(copyRoot, `${locale}.webmanifest`), '{}');
    await writeFile(join(copyRoot, 'index.html.br'), 'a page without a banner');
  });
  afterAll(() => rm(copyRoot, { recursive: true, force: true }));

  it('all have the banner above the app, in both languages, and load its styles', async () => {
    await page(await readFile(fileURLToPath(new URL('../../../../web/index.html', import.meta.url)), 'utf8'));
    await start();
    for (const url of ['/', '/index.html', '/sign-in', '/verify/ABC', '/operator', '/visits/1']) {
      const answer = await copy.inject({ url, headers: { 'accept-encoding': 'br' } });
      expect(answer.headers['content-type'], url).toContain('text/html');
      const banner = answer.body.indexOf('<aside class="isolated-banner">');
      expect(banner, url).toBeGreaterThan(answer.body.indexOf('<body>'));
      expect(banner, url).toBeLessThan(answer.body.indexOf('<div id="app"'));
      for (const part of ['Restored copy.', '恢复副本', '<html data-isolated ', 'href="/isolated.css"'])
        expect(answer.body, url).toContain(part);
    }
    await copy.close();
  });

  it('do not start without a place for the banner', async () => {
    await page('<!doctype html>');
    await expect(start()).rejects.toThrow('no place for the banner');
    await copy.close();
  });
});

describe('the manifest of the installed app', () => {
  it('has the name, colour and icons of the hospital whose address it is installed from', async () => {
    const png = (name: string, sizes: string) => ({ src: `/icons-of/lakeside/${name}`, sizes, type: 'image/png' });
    const icons = [
      png('192', '192x192'),
      png('512', '512x512'),
      { ...png('maskable-512', '512x512'), purpose: 'maskable' },
    ];
    expect(await manifestAt('lakeside.example.org', 'en')).toEqual({
      id: '/',
      name: 'Lakeside',
      short_name: 'Lakeside',
      theme_color: '#7d6701',
      icons,
    });
    expect(await manifestAt('lakeside.example.org', 'zh-CN')).toMatchObject({
      name: '湖畔',
      theme_color: '#faf9f7',
      icons: [{ src: '/icons/icon-192.png' }],
    });
  });

  it('has the product’s own at the installation’s address', async () => {
    expect(await manifestAt('example.org', 'en')).toMatchObject({ name: 'Yunzhen', theme_color: '#faf9f7' });
    expect(await manifestAt('example.org', 'zh-CN')).toMatchObject({ name: '云诊' });
  });
});
