// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import type { Pharmacy } from '@yunzhen/shared/dispensing/pharmacies.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import PharmacyEntry from './pharmacy-entry.vue';

afterEach(() => vi.restoreAllMocks());

it('withdraws an invitation only after a confirmation that names the person', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['pharmacies', 'administration']);
  const calls = vi.spyOn(api, 'call').mockResolvedValue({} as never);
  const pharmacy = {
    id: 'p',
    name: { en: 'Corner Pharmacy', zh: '街角药房' },
    kind: 'outside',
    phone: '',
    keyMadeAt: null,
    withdrawnAt: null,
    openClaims: 0,
    dispensers: [],
    invitations: [
      {
        id: 'i',
        name: 'Ada Frei',
        email: 'ada@example.org',
        expiresAt: '2026-12-01T08:00:00Z',
        expired: false,
        mail: 'sent',
      },
    ],
  } as unknown as Pharmacy;
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(PharmacyEntry, { pharmacy }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  const press = (label: string) =>
    [...document.querySelectorAll('button')].findLast(({ textContent }) => textContent?.trim() === label)?.click();

  press('Withdraw invitation');
  await expect
    .poll(() => document.querySelector('dialog[open]')?.textContent)
    .toContain('Withdraw the invitation of Ada Frei?');
  expect(calls).not.toHaveBeenCalled();
  press('Withdraw invitation');
  await expect.poll(() => calls.mock.calls.length).toBe(1);
  app.unmount();
  root.remove();
});
