// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import ChartEntries from './chart-entries.vue';

afterEach(() => vi.restoreAllMocks());

const chart = {
  patient: { id: 'p', sex: 'male', age: 48 },
  access: { by: 'own', writable: true },
  allergies: [],
  allergiesStated: false,
  conditions: [],
  medicines: [],
  prescribed: [],
  observations: [],
  pregnancy: null,
  safetyFacts: {
    weightKg: { value: null, last: null },
    egfr: { value: null, last: null, arithmetic: null },
    pregnancy: { state: 'unknown', trimester: null, last: null },
    lactation: { state: 'unknown', last: null },
  },
} as unknown as Chart;

it('saves the severity of an allergy with its reaction', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart']);
  const calls = vi.spyOn(api, 'call').mockResolvedValue({} as never);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(ChartEntries, { chart }));
  app.use(createPinia()).use(PiniaColada).mount(root);

  [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Add allergy')?.click();
  await expect.poll(() => root.querySelectorAll('form input').length).toBe(2);
  for (const [at, text] of ['Penicillin', 'Swollen face'].entries()) {
    const field = root.querySelectorAll<HTMLInputElement>('form input')[at];
    if (field) field.value = text;
    field?.dispatchEvent(new Event('input'));
  }
  const severity = root.querySelector<HTMLSelectElement>('form select');
  if (severity) severity.value = 'severe';
  severity?.dispatchEvent(new Event('change'));
  root.querySelector('form')?.requestSubmit();
  await expect.poll(() => calls.mock.calls.length).toBe(1);
  expect(calls.mock.calls[0]).toMatchObject([
    { name: 'addAllergy' },
    { body: { substance: 'Penicillin', reaction: 'Swollen face', severity: 'severe' } },
  ]);
  app.unmount();
  root.remove();
});

it('keeps what is typed into one form out of the others', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart']);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(ChartEntries, { chart }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  const first = () => root.querySelector<HTMLInputElement>('form input');
  async function begin(label: string) {
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)?.click();
    await expect.poll(() => root.querySelector('form label')?.textContent).toContain(label);
  }

  await begin('Add allergy');
  const field = first();
  if (field) field.value = 'Penicillin';
  field?.dispatchEvent(new Event('input'));
  await begin('Add medicine');
  expect(first()?.value).toBe('');
  await begin('Add condition');
  expect(first()?.value).toBe('');
  await begin('Add allergy');
  expect(first()?.value).toBe('Penicillin');
  app.unmount();
  root.remove();
});
