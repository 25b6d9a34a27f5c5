// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada, useQueryCache } from '@pinia/colada';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import BrandView from './brand.view.vue';

afterEach(async () => {
  vi.restoreAllMocks();
  await tabDrafts.forget();
});

const brand = (version: number, en: string) => ({ version, name: { en, zh: '湖畔医院' }, colour: null, logo: null });

it('publishes over the version that the form began with, not over one that someone else published since', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['administration']);
  const stored = brand(1, 'Lakeside');
  const published: unknown[] = [];
  vi.spyOn(api, 'call').mockImplementation((({ name }: { name: string }, { ifMatch }: { ifMatch?: number }) => {
    if (name === 'publishBrand') published.push(ifMatch);
    return Promise.resolve(name === 'readBrand' ? stored : { ...stored, items: [], next: null });
  }) as never);
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const pinia = createPinia();
  const app = createApp(() => h(BrandView));
  app.use(pinia).use(PiniaColada).use(router).mount(root);
  const field = () => root.querySelectorAll('input')[1];
  await expect.poll(() => field()?.value).toBe('Lakeside');
  const name = field();
  if (!name) throw new Error('no field');
  name.value = 'Lake View';
  name.dispatchEvent(new Event('input'));
  const submit = root.querySelector<HTMLButtonElement>('button[type="submit"]');
  await expect.poll(() => submit?.disabled).toBe(false);
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  const confirm = () =>
    [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find((one) =>
      one.textContent.includes('Publish'),
    );
  await expect.poll(confirm).toBeTruthy();
  useQueryCache(pinia).setQueryData(['administration', 'brand'], brand(2, 'Lake Hospital'));
  confirm()?.click();
  await expect.poll(() => published).toEqual([1]);
  app.unmount();
  root.remove();
}, 60_000);
