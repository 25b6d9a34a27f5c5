// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { createApp, h, nextTick, shallowRef } from 'vue';
import { expect, it } from 'vitest';
import { PiniaColada } from '@pinia/colada';
import { appTexts } from '../../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import PatientFinder from './patient-finder.vue';

it('says what to enter when a search is too short to be sent', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['audit']);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(PatientFinder, { modelValue: '' }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  const said = 'Enter a full name, phone number, e-mail address or ID.';
  expect(root.textContent).not.toContain(said);
  root.querySelector('form')?.dispatchEvent(new Event('submit'));
  await nextTick();
  expect(root.textContent).toContain(said);
  app.unmount();
  root.remove();
});

it('keeps the focus in its place when a patient is chosen and removed', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['audit']);
  const chosen = shallowRef('');
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() =>
    h(PatientFinder, { modelValue: chosen.value, 'onUpdate:modelValue': (id: string) => void (chosen.value = id) }),
  );
  app.use(createPinia()).use(PiniaColada).mount(root);
  const input = root.querySelector('input') as HTMLInputElement;
  input.focus();
  input.value = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11';
  input.dispatchEvent(new Event('input'));
  root.querySelector('form')?.dispatchEvent(new Event('submit'));
  await nextTick();
  await nextTick();
  expect(document.activeElement?.textContent).toContain('0d6e11');
  (document.activeElement as HTMLElement).click();
  await nextTick();
  await nextTick();
  expect([chosen.value, document.activeElement?.tagName]).toEqual(['', 'INPUT']);
  app.unmount();
  root.remove();
});
