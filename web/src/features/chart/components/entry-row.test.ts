// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import EntryRow from './entry-row.vue';

afterEach(() => vi.restoreAllMocks());

const entry = {
  id: 'e',
  version: 3,
  confirmed: false,
  recordedBy: 'patient' as const,
  recordedAt: '2026-03-01T08:00:00Z',
  author: null,
};

it('stores no reason that was typed for another decision and cancelled', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart']);
  const calls = vi.spyOn(api, 'call').mockResolvedValue({} as never);
  const root = document.body.appendChild(document.createElement('div'));
  const props = { patientId: 'p', kind: 'allergy' as const, entry, title: 'Penicillin', own: false, writable: true };
  const app = createApp(() => h(EntryRow, props));
  app.use(createPinia()).use(PiniaColada).mount(root);
  const named = (selector: string, name: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent?.trim() === name);

  root
    .querySelector('[aria-haspopup="menu"]')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await expect.poll(() => named('[role="menuitem"]', 'Entered in error')).toBeDefined();
  named('[role="menuitem"]', 'Entered in error')?.click();
  await expect.poll(() => root.querySelector('input')).not.toBeNull();
  const field = root.querySelector('input');
  if (field) field.value = 'Mixed up with another patient';
  field?.dispatchEvent(new Event('input'));
  named('button', 'Cancel')?.click();
  named('button', 'Confirm')?.click();
  await expect.poll(() => calls.mock.calls.length).toBe(1);
  expect(calls.mock.calls[0]).toMatchObject([{ name: 'decideEntry' }, { body: { decision: 'confirm', reason: '' } }]);
  app.unmount();
  root.remove();
});
