// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada, useQueryCache } from '@pinia/colada';
import { createApp, h, shallowRef } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import type { Prescription, ReturnedPrescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import ReplacedPrescriptions from './replaced-prescriptions.vue';

afterEach(() => vi.restoreAllMocks());

const returned = (id: string, visitId: string): ReturnedPrescription => ({
  id,
  number: id,
  visitId,
  decidedAt: '2026-11-01T00:00:00.000Z',
  medicines: [],
});

it('keeps what the doctor chose when the list is read again', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['workbench', 'review']);
  const call = vi
    .spyOn(api, 'call')
    .mockImplementation((() =>
      Promise.resolve({ items: [returned('now', 'visit'), returned('before', 'earlier')] })) as never);
  const chosen = shallowRef<string[]>([]);
  const root = document.body.appendChild(document.createElement('div'));
  const pinia = createPinia();
  const app = createApp(() =>
    h(ReplacedPrescriptions, {
      draft: { visitId: 'visit' } as Prescription,
      modelValue: chosen.value,
      'onUpdate:modelValue': (ids: string[]) => (chosen.value = ids),
    }),
  );
  app.use(pinia).use(PiniaColada).mount(root);
  await expect.poll(() => chosen.value).toEqual(['now']);
  chosen.value = ['before'];
  const cache = useQueryCache(pinia);
  for (const entry of cache.getEntries()) await cache.fetch(entry);
  expect(call).toHaveBeenCalledTimes(2);
  expect(chosen.value).toEqual(['before']);
  app.unmount();
  root.remove();
}, 60_000);
