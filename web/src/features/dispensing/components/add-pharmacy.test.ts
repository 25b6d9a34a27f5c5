// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import AddPharmacy from './add-pharmacy.vue';

it('is a panel with the form, as every short form that adds something', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['pharmacies']);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(AddPharmacy));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => document.querySelector('[role="dialog"] form')).toBeTruthy();
  app.unmount();
  root.remove();
}, 60_000);
