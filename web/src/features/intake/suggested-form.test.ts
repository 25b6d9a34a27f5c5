import { expect, it } from 'vitest';
import { offeredForms } from '@yunzhen/shared/intake/forms/offered-forms';
import { formOf } from './form-store.ts';
import { fetchSuggestedForm } from './suggested-form.ts';

it('The questions of the topic that a complaint suggests are there before the page asks them', async () => {
  const chosen = { id: 'cough-throat', version: offeredForms['cough-throat'].version } as const;
  fetchSuggestedForm('Sore throat since Sunday', { age: 40, sex: 'female' });
  await expect.poll(() => formOf(chosen)?.id).toBe('cough-throat');
});
