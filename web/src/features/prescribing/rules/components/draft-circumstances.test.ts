// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, ref } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { appTexts } from '../../../../app/texts/texts.ts';
import { api } from '../../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import DraftCircumstances from './draft-circumstances.vue';

afterEach(() => vi.restoreAllMocks());

it('prevents a signature while the circumstances cannot be loaded, and offers to load them again', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['rules', 'workbench']);
  const calls = vi.spyOn(api, 'call').mockRejectedValue(new AppError('internal', 'no database'));
  const root = document.body.appendChild(document.createElement('div'));
  const part = ref<{ settled: () => Promise<boolean> }>();
  const app = createApp(() => h(DraftCircumstances, { ref: part, prescriptionId: 'p' }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.querySelector('[role="alert"]')).not.toBeNull();
  expect(root.textContent).toContain('Validity and type');
  expect(await part.value?.settled()).toBe(false);

  calls.mockResolvedValue({ guardian: null, emergency: false, validDays: 2, guardianNeeded: false } as never);
  root.querySelector('button')?.click();
  await expect.poll(() => root.querySelector('[data-testid="circumstances"]')).not.toBeNull();
  expect(await part.value?.settled()).toBe(true);
  app.unmount();
  root.remove();
});
