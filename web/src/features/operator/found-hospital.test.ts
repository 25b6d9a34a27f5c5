// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick } from 'vue';
import { expect, it } from 'vitest';
import { appTexts } from '../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/index.ts';
import FoundHospital from './found-hospital.vue';

it('keeps what was typed when Escape is pressed, and closes on request', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts();
  let closed = 0;
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(FoundHospital, { onClose: () => void closed++ }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  const buttons = () => [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')];
  await expect.poll(() => buttons().length).toBeGreaterThan(1);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  await nextTick();
  expect(closed).toBe(0);
  buttons()
    .find(({ textContent }) => textContent?.trim() === 'Cancel')
    ?.click();
  await nextTick();
  expect(closed).toBe(1);
  app.unmount();
  root.remove();
});
