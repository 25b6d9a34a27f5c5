// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import EmergencyAccessView from './emergency-access.view.vue';

const end: (() => void)[] = [];

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart']);
}, 60_000);
afterEach(() => {
  end.splice(0).forEach((each) => each());
  vi.restoreAllMocks();
});

function opened() {
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const app = createApp(() => h(EmergencyAccessView));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  end.push(() => {
    app.unmount();
    root.remove();
  });
  const [name, birthDate, phone, last4] = root.querySelectorAll('input');
  if (!name || !birthDate || !phone || !last4) throw new Error('the form has no such field');
  const type = (field: HTMLInputElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const search = () => root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  return { root, name, birthDate, phone, last4, type, search };
}

it('asks for the phone number or the document before it searches, because either identifies the patient', async () => {
  const sent = vi.spyOn(api, 'call').mockResolvedValue({ patient: null } as never);
  const { root, name, birthDate, phone, type, search } = opened();
  type(name, 'Nora Lindqvist');
  type(birthDate, '1987-04-19');
  search();
  await expect.poll(() => phone.getAttribute('aria-invalid')).toBe('true');
  expect(sent).not.toHaveBeenCalled();

  type(phone, '+41 79 000 00 00');
  await nextTick();
  search();
  await expect.poll(() => root.textContent).toContain('No matching patient');
  expect(sent).toHaveBeenCalledOnce();
});

it('removes the error of the telephone field when the document is entered instead', async () => {
  const { name, birthDate, phone, last4, type, search } = opened();
  type(birthDate, '1987-04-19');
  search();
  await expect.poll(() => phone.getAttribute('aria-invalid')).toBe('true');
  type(last4, '12');
  await expect.poll(() => phone.getAttribute('aria-invalid')).toBe('false');
  expect(name.getAttribute('aria-invalid')).toBe('true');
});

it('shows no patient of an earlier search beside other words', async () => {
  const nora = { id: 'p', name: 'Nora Lindqvist', nameLatin: '', birthDate: '1987-04-19', inCare: false };
  vi.spyOn(api, 'call').mockResolvedValue({ patient: nora } as never);
  const { root, name, birthDate, phone, type, search } = opened();
  type(name, 'Nora Lindqvist');
  type(birthDate, '1987-04-19');
  type(phone, '+41 79 000 00 00');
  await nextTick();
  search();
  const form = () => root.querySelector('[data-testid="open-in-emergency"]');
  await expect.poll(() => form()).not.toBeNull();
  type(name, 'Nora Lind');
  await expect.poll(() => form()).toBeNull();
});
