// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setHospitalPhone, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import { useSessionStore } from '../../accounts/index.ts';
import AdviceOnlyNote from '../bench/advice-only-note.vue';
import { getsAdviceOnly } from './advice-only.ts';
import NewCondition from './new-condition.vue';

it('A condition without an earlier diagnosis gets advice only where the rules say so', () => {
  expect(getsAdviceOnly('CN', 'no')).toBe(true);
  expect(getsAdviceOnly('CN', 'unsure')).toBe(true);
  expect(getsAdviceOnly('CN', 'yes')).toBe(false);
  expect(getsAdviceOnly('CN', null)).toBe(false);
  expect(getsAdviceOnly('EU', 'no')).toBe(false);
  expect(getsAdviceOnly('CN', 'yes', true)).toBe(true);
  expect(getsAdviceOnly('EU', 'yes', true)).toBe(false);
});

it('Patient and doctor read that nothing can be prescribed, and the patient how to get a prescription', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['care', 'account', 'workbench']);
  setActivePinia(createPinia());
  useSessionStore().account = { hospital: { jurisdiction: 'CN' } } as Account;
  setHospitalPhone('+86 573 0000 0120');
  const page = await mounted(NewCondition, { prior: 'yes', lacksEvidence: false });
  expect(page.text()).toBe('');
  await page.set({ lacksEvidence: true });
  expect(page.text()).toContain('cannot prescribe');
  expect(page.text()).toContain('go back and add one');
  expect(page.all('a').map((link) => link.getAttribute('href'))).toEqual(['tel:+8657300000120']);
  await page.set({ prior: 'no', lacksEvidence: false });
  expect(page.text()).toContain('cannot prescribe');
  expect(page.all('a').map((link) => link.getAttribute('href'))).toEqual(['tel:+8657300000120']);
  page.end();
  setHospitalPhone(null);
  const bench = await mounted(AdviceOnlyNote, { visit: { intake: { priorDiagnosis: 'no' } } });
  expect(bench.text()).toContain('No online prescription');
  bench.end();
  const unproven = await mounted(AdviceOnlyNote, { visit: { intake: { priorDiagnosis: 'yes' } } });
  expect(unproven.text()).toContain('gave no record');
  unproven.end();
  const evidence = { source: 'here', visitId: 'v' };
  const proven = await mounted(AdviceOnlyNote, {
    visit: { intake: { priorDiagnosis: 'yes', priorEvidence: evidence } },
  });
  expect(proven.text()).toBe('');
  proven.end();
});
