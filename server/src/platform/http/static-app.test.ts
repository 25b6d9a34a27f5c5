import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApp } from './static-app.ts';

let root: string;
let app: FastifyInstance;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yunzhen-static-app-'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
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
    return Promise.resolve({ name: locale === 'en' ? 'Lakeside' : '湖畔', colour: locale === 'en' ? '#7d6701' : null });
  };
  await serveApp(app, face, root);
});
afterAll(async () => {
  await app.close();
  await rm(root, { recursive: true, force: true });
});

async function manifestAt(host: string, locale: string) {
  const answer = await app.inject({ url: `/${locale}.webmanifest`, headers: { host } });
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache' });
  expect(answer.headers['content-type']).toContain('application/manifest+json');
  return answer.json<Record<string, unknown>>();
}

describe('the installed app', () => {
  it('has the name and the colour of the hospital whose address it is installed from', async () => {
    const icons = [{ src: '/icons/icon-192.png' }];
    expect(await manifestAt('lakeside.example.org', 'en')).toEqual({
      ...{ id: '/', name: 'Lakeside', short_name: 'Lakeside', theme_color: '#7d6701', icons },
    });
    expect(await manifestAt('lakeside.example.org', 'zh-CN')).toMatchObject({ name: '湖畔', theme_color: '#faf9f7' });
  });

  it('is the house’s at its own address', async () => {
    expect(await manifestAt('example.org', 'en')).toMatchObject({ name: 'Yunzhen', theme_color: '#faf9f7' });
    expect(await manifestAt('example.org', 'zh-CN')).toMatchObject({ name: '云诊' });
  });
});
