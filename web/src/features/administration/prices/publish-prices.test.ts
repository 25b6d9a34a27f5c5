// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick, shallowRef } from 'vue';
import type { PriceList } from '@yunzhen/shared/administration/prices.contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import PublishPrices from './publish-prices.vue';

const list = (number: number, amount: string): PriceList => ({
  id: `0199f1de-7c0a-7d55-a4a5-00000000000${number}`,
  number,
  currency: 'CNY',
  validFrom: '2026-11-01T00:00:00.000Z',
  createdAt: '2026-11-01T00:00:00.000Z',
  createdBy: { name: '王静', nameLatin: 'Wang Jing' },
  state: 'in-force',
  entries: [{ departmentId: null, title: null, kind: null, amount }],
});
const first = list(1, '20.00');

const given = shallowRef({ basedOn: 1, before: first });
const app = createApp(() => h(PublishPrices, given.value));
const root = document.body.appendChild(document.createElement('div'));
beforeEach(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['administration']);
  vi.spyOn(api, 'call').mockImplementation((({ name }: { name: string }) =>
    Promise.resolve(name === 'readPriceList' ? first : { items: [], next: null })) as never);
});
afterEach(async () => {
  app.unmount();
  vi.restoreAllMocks();
  await tabDrafts.forget();
});

const amount = () => root.querySelector('input[inputmode="decimal"]') as HTMLInputElement;
const text = () => root.textContent.replaceAll(/\s+/g, ' ');
const button = (label: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === label) as HTMLButtonElement;

it('typed prices stay when another list is published, beside what that list changed', async () => {
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => amount().value).toBe('20.00');
  amount().value = '25.00';
  amount().dispatchEvent(new Event('input'));
  given.value = { basedOn: 2, before: list(2, '30.00') };
  await nextTick();
  expect(amount().value).toBe('25.00');
  expect(button('Publish').disabled).toBe(true);
  await expect.poll(() => text()).toContain('List 2 was published by Wang Jing');
  await expect.poll(() => text()).toMatch(/All departments · All titles · All visits.*20.00 → .*30.00/s);
  button('Keep my entries').click();
  await expect.poll(() => button('Publish').disabled).toBe(false);
  expect(amount().value).toBe('25.00');
  button('Discard changes').click();
  await expect.poll(() => amount().value).toBe('30.00');
}, 60_000);
