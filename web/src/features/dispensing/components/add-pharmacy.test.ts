// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick } from 'vue';
import { afterEach, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import AddPharmacy from './add-pharmacy.vue';

afterEach(() => tabDrafts.forget());

async function opened() {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['pharmacies']);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(AddPharmacy));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => document.querySelector('[role="dialog"] form')).toBeTruthy();
  const name = () => document.querySelector<HTMLInputElement>('[role="dialog"] input');
  return {
    name,
    end() {
      app.unmount();
      root.remove();
    },
  };
}

it('is a panel with the form, as every short form that adds something', async () => {
  (await opened()).end();
}, 60_000);

it('shows typed values again after it was closed, as by Escape', async () => {
  const first = await opened();
  const name = first.name();
  if (!name) throw new Error('no field');
  name.value = 'Lakeside Pharmacy';
  name.dispatchEvent(new Event('input'));
  await nextTick();
  first.end();
  const again = await opened();
  expect(again.name()?.value).toBe('Lakeside Pharmacy');
  again.end();
}, 60_000);
